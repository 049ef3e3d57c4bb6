from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters as engine
from rekam.abis.code.parameters import CODE_BITS, CODE_WORDS
from rekam.abis.iris.code import WORDS
from rekam.abis.kernel import kernel
from rekam.abis.search.columns import EYES, FINGERS, Columns
from rekam.abis.search.parameters import FACE_NUMBERS
from rekam.abis.synthetic import parameters as p
from rekam.abis.synthetic.chance import about_normal, chain, drawn_word, flip_share, rare_word

_COLUMNS = engine.CODE_COLUMNS
FRAGILE = round(256 * p.IRIS_FRAGILE)
"""Fragile bits of 256."""


def synthetic_people(people: int, seed: int, *, threads: int = 1) -> Columns:
    """Columns of so many people who never lived, all with ten fingers, two irises and a face."""
    columns = Columns(
        np.empty((people, FINGERS, CODE_WORDS), np.uint64),
        np.empty((people, EYES, 2, WORDS), np.uint64),
        np.empty((people, FACE_NUMBERS), np.int8),
        np.ones(people, np.bool_),
    )
    mean, spread = p.FINGER_OTHER_CODES
    finger_flips = round(256 * flip_share(CODE_BITS, (1 - mean**2) / spread**2))
    iris_flips = round(256 * flip_share(64 * WORDS, engine.IRIS_FREEDOM))
    usual = round(256 * mean**0.5)
    bounds = np.linspace(0, people, threads + 1).astype(int)

    def fill(first: int, last: int) -> None:
        _filled(np.uint64(seed), first, finger_flips, usual, iris_flips, columns.fingers[first:last],
                columns.irises[first:last], columns.faces[first:last])  # fmt: skip

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(fill, bounds[:-1], bounds[1:]))
    return columns


@kernel
def eye_mask(state: NDArray[np.uint64], share: float, fragile: int, mask: NDArray[np.uint64]) -> None:
    """Free an iris but for a lid that comes in from above, widest at the rim, and for fragile bits.

    Args:
        state: Of the chance.
        share: Mean share behind the lid.
        fragile: Bits of 256 that are masked besides.
        mask: Filled, (WORDS,).
    """
    drop = 2 * share * (drawn_word(state) >> np.uint64(40)) / 16777216.0  # mean = share
    middle = _COLUMNS // 4 + int(drawn_word(state) % np.uint64(9)) - 4
    rows = len(mask) // 4
    for row in range(rows):
        half = int(drop * _COLUMNS * (row + 1) / (rows + 1))
        low, high = np.uint64(0), np.uint64(0)
        for column in range(middle - half, middle + half):
            place = column % _COLUMNS
            if place < 64:
                low |= np.uint64(1) << np.uint64(place)
            else:
                high |= np.uint64(1) << np.uint64(place - 64)
        for phase in range(2):
            mask[4 * row + 2 * phase] = ~(low | rare_word(state, fragile))
            mask[4 * row + 2 * phase + 1] = ~(high | rare_word(state, fragile))


@kernel
def _filled(
    seed: np.uint64,
    first: int,
    finger_flips: int,
    usual: int,
    iris_flips: int,
    fingers: NDArray[np.uint64],
    irises: NDArray[np.uint64],
    faces: NDArray[np.int8],
) -> None:
    state = np.empty(1, np.uint64)
    for row in range(len(fingers)):
        state[0] = seed + np.uint64(first + row) * np.uint64(0x5851F42D4C957F2D)
        drawn_word(state)
        for finger in range(fingers.shape[1]):
            chain(state, finger_flips, fingers[row, finger])
            # A part of the bits stands as in most people, so that strangers agree a little more than by chance.
            for word in range(fingers.shape[2]):
                fingers[row, finger, word] |= rare_word(state, usual)
        for eye in range(irises.shape[1]):
            for line in range(irises.shape[3] // 2):
                chain(state, iris_flips, irises[row, eye, 0, 2 * line : 2 * line + 2])
            eye_mask(state, p.IRIS_MASK_SHARE, FRAGILE, irises[row, eye, 1])
        for place in range(faces.shape[1]):
            faces[row, place] = min(max(about_normal(state), -127), 127)
