from io import BytesIO
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.brush import Brush
from rekam.biometric.drawn.seed import Stream, stream


def signature(person: int, name: str) -> bytes:
    """A pen signature that belongs to a name, black on white, 600x200 pixels.

    The hand is a chain of loops as wide as the first word is long: a large initial, falling letters, a flourish. It
    spells nothing.

    Args:
        person: Number of the synthetic person, zero or more.
        name: The person's name.

    Returns:
        A PNG file, 8-bit grey.
    """
    rng = stream(Stream.SIGNATURE, person, crc32(name.encode()))
    first, *_ = [*name.split(), ""]
    letters = int(np.clip(len(first), 3, 8))
    path = _hand(rng, letters)
    low, high = path.min(axis=0), path.max(axis=0)
    room = np.array([p.SIGNATURE_WIDTH, p.SIGNATURE_HEIGHT]) * (1 - 2 * p.SIGNATURE_MARGIN)
    scale = float(np.min(room / (high - low)))
    centre = np.array([p.SIGNATURE_WIDTH, p.SIGNATURE_HEIGHT]) / 2
    placed = (path - (low + high) / 2) * scale + centre

    brush = Brush(p.SIGNATURE_WIDTH, p.SIGNATURE_HEIGHT, (255, 255, 255))
    speed = np.hypot(*np.diff(placed, axis=0).T)
    # A slow pen leaves more ink.
    width = p.PEN_WIDTH[1] - (p.PEN_WIDTH[1] - p.PEN_WIDTH[0]) * np.clip(
        speed / np.percentile(speed, 90), 0, 1
    )
    for (x, y), half in zip(placed[:-1].tolist(), (width / 2).tolist(), strict=True):
        brush.dot((x, y), half, (18, 18, 24))
    out = BytesIO()
    Image.fromarray(brush.finished()).convert("L").save(out, "PNG", optimize=True)
    return out.getvalue()


def _hand(rng: np.random.Generator, letters: int) -> NDArray[np.float64]:
    """The pen's path, array (n, 2), y down, in letter heights."""
    slant = rng.uniform(0.1, 0.5)
    pace = rng.uniform(0.55, 0.85)
    looped = rng.uniform(0.25, 0.6)
    # One turn of the pen a letter; height and loop change from letter to letter.
    high = rng.uniform(0.35, 1.1, letters) * np.linspace(1.0, 0.6, letters)
    high[0] = rng.uniform(2.0, 2.9)
    wide = looped * rng.uniform(0.6, 1.4, letters)
    turn = np.linspace(0, letters, letters * 90, endpoint=False)
    which = np.arange(letters) + 0.5
    height = np.interp(turn, which, high)
    breadth = np.interp(turn, which, wide)
    phase = 2 * np.pi * turn
    x = pace * turn + breadth * np.sin(phase)
    y = -height * (0.5 - 0.5 * np.cos(phase)) + 0.12 * np.sin(0.7 * phase + rng.uniform(0, 6))
    # The flourish runs back under the word and out again.
    step = np.linspace(0, 1, 150)
    end_x, end_y = x[-1], y[-1]
    back, drop = rng.uniform(0.5, 1.0) * letters * pace, rng.uniform(0.5, 0.9)
    tail_x = (
        end_x + 0.5 * np.sin(np.pi * step) - back * np.sin(np.pi * step) ** 2 + step * rng.uniform(0.2, 1.2)
    )
    tail_y = end_y + drop * np.sin(np.pi * step * rng.uniform(0.55, 0.8))
    path = np.stack([np.append(x, tail_x), np.append(y, tail_y)], axis=1)
    path[:, 0] -= slant * path[:, 1]
    smooth = np.stack([np.convolve(path[:, k], np.ones(9) / 9, mode="valid") for k in (0, 1)], axis=1)
    # Dense enough that neighbouring dots of the pen touch.
    dense = np.linspace(0, len(smooth) - 1, 6 * len(smooth))
    return np.stack([np.interp(dense, np.arange(len(smooth)), smooth[:, k]) for k in (0, 1)], axis=1)
