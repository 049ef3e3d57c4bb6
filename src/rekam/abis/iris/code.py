import numpy as np
from numpy.typing import NDArray
from scipy.fft import fft, ifft
from scipy.ndimage import gaussian_filter

from rekam.abis import parameters as engine
from rekam.abis.iris import parameters
from rekam.abis.iris.sheet import Sheet

WORDS = 2 * engine.CODE_ROWS * engine.CODE_COLUMNS // 64
"""64-bit words of a code: two words for each of the 16 lines (8 rows, two phase bits)."""
STEP = parameters.COLUMNS // engine.CODE_COLUMNS


def phase_code(sheet: Sheet) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Two phase bits at each place of the sheet, and which of them count.

    Each row is filtered around the iris by a log-Gabor filter (Field 1987; Masek 2003), narrow and wide ones in
    turn; the signs of the real and the imaginary part are the bits (Daugman 1993). Bits whose part is near zero
    would fall otherwise in the next picture and do not count (Hollingsworth 2009).

    Returns:
        Code and mask, each (WORDS,) uint64: line by line, bit k of a line's 128 = column k.
    """
    grey = sheet.grey[: parameters.CODED_ROWS]
    weight = sheet.usable[: parameters.CODED_ROWS].astype(np.float32)
    rows = _row_weights()
    line = rows @ _filled(grey, weight)
    line -= line.mean(axis=1, keepdims=True)
    answer = ifft(fft(line, axis=1) * _log_gabor(), axis=1)[:, ::STEP]
    share = (rows @ weight).reshape(engine.CODE_ROWS, -1, STEP).min(axis=2)
    free = np.repeat((share > parameters.ROW_FREE)[:, None], 2, axis=1)
    parts = np.stack([answer.real, answer.imag], axis=1)
    strength = np.abs(parts) / _usual_strength(np.abs(answer))[:, None, None]
    for part in (0, 1):
        seen = strength[:, part][free[:, part]]
        if len(seen):
            free[:, part] &= strength[:, part] > np.quantile(seen, parameters.FRAGILE)
    return _words(parts > 0), _words(free)


def _filled(grey: NDArray[np.float32], weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """The sheet with masked samples like their free surroundings, so that lids do not ring into them."""
    total = gaussian_filter(grey * weight, parameters.FILL_SIGMA, mode=("nearest", "wrap"))
    share = gaussian_filter(weight, parameters.FILL_SIGMA, mode=("nearest", "wrap"))
    middle = float((grey * weight).sum() / max(weight.sum(), 1))
    around = (total + 0.02 * middle) / (share + 0.02)
    return np.where(weight > 0, grey, around).astype(np.float32)


def _row_weights() -> NDArray[np.float32]:
    middle = (np.arange(engine.CODE_ROWS) + 0.5) * parameters.CODED_ROWS / engine.CODE_ROWS - 0.5
    apart = (np.arange(parameters.CODED_ROWS) - middle[:, None]) / parameters.ROW_SIGMA
    weights = np.exp(-0.5 * apart**2)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True), np.float32)


def _log_gabor() -> NDArray[np.float64]:
    frequency = np.arange(1, parameters.COLUMNS // 2) / parameters.COLUMNS
    octave = np.log(np.outer(parameters.WAVELENGTHS, frequency)) / np.log(parameters.WIDTH)
    response = np.zeros((engine.CODE_ROWS, parameters.COLUMNS))  # one side only: the answer is complex
    response[:, 1 : parameters.COLUMNS // 2] = np.exp(-0.5 * octave**2)
    return response


def _usual_strength(answer: NDArray[np.float64]) -> NDArray[np.float64]:
    """What the answers of each row are measured by: wide filters answer more strongly, dull rows less (rows,)."""
    lengths = np.array(parameters.WAVELENGTHS)
    usual = np.empty(len(lengths))
    for length in set(parameters.WAVELENGTHS):
        usual[lengths == length] = np.median(answer[lengths == length])
    return np.maximum(usual, 1e-6)


def _words(bits: NDArray[np.bool_]) -> NDArray[np.uint64]:
    packed = np.packbits(bits.reshape(-1, engine.CODE_COLUMNS), axis=1, bitorder="little")
    return packed.reshape(-1).view("<u8").astype(np.uint64)
