import numpy as np
from numpy.typing import NDArray
from scipy.fft import fft, ifft

from rekam.abis import parameters
from rekam.abis.iris.sheet import Sheet

WORDS = 2 * parameters.CODE_ROWS * parameters.CODE_COLUMNS // 64
"""64-bit words of a code: two words for each of the 16 lines (8 rows, two phase bits)."""


def phase_code(sheet: Sheet) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Two phase bits at each place of the sheet, and which of them count.

    Each row is filtered around the iris by a log-Gabor filter (Field 1987; Masek 2003); the signs of the
    real and the imaginary part are the bits (Daugman 1993).

    Returns:
        Code and mask, each (WORDS,) uint64: line by line, bit k of a line's 128 = column k.
    """
    rows = sheet.grey.reshape(parameters.CODE_ROWS, -1, parameters.SHEET_COLUMNS)
    usable = sheet.usable.reshape(rows.shape)
    count = usable.sum(axis=1)
    line = np.where(usable, rows, 0).sum(axis=1) / np.maximum(count, 1)
    free = count * 2 >= rows.shape[1]
    # Masked samples take the mean of their row, so that lids do not ring into their neighbours.
    mean = np.where(free, line, 0).sum(axis=1) / np.maximum(free.sum(axis=1), 1)
    line = np.where(free, line, mean[:, None]) - mean[:, None]
    answer = ifft(fft(line, axis=1) * _log_gabor(), axis=1)
    step = parameters.SHEET_COLUMNS // parameters.CODE_COLUMNS
    answer, free = answer[:, ::step], free.reshape(parameters.CODE_ROWS, -1, step).all(axis=2)
    strength = np.abs(answer)
    usual = np.median(strength[free]) if free.any() else 0.0
    free &= strength > parameters.GABOR_FAINT * usual
    bits = np.stack([answer.real > 0, answer.imag > 0], axis=1)
    return _words(bits), _words(np.repeat(free[:, None, :], 2, axis=1))


def _log_gabor() -> NDArray[np.float64]:
    frequency = np.arange(parameters.SHEET_COLUMNS) / parameters.SHEET_COLUMNS
    centre = 1 / parameters.GABOR_WAVELENGTH
    with np.errstate(divide="ignore"):
        response: NDArray[np.float64] = np.exp(
            -(np.log(frequency / centre) ** 2) / (2 * np.log(parameters.GABOR_WIDTH) ** 2)
        )
    response[0] = 0
    response[parameters.SHEET_COLUMNS // 2 :] = 0  # one side only: the answer is complex
    return response


def _words(bits: NDArray[np.bool_]) -> NDArray[np.uint64]:
    packed = np.packbits(bits.reshape(-1, parameters.CODE_COLUMNS), axis=1, bitorder="little")
    return packed.reshape(-1).view("<u8").astype(np.uint64)
