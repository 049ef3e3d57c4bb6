"""Ends of thinned lines that are ends of ridges and not of dirt."""

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.finger.thinning import thinned
from rekam.abis.kernel import kernel


def line_ends(lines: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Ends of lines with the way into each line.

    Left out: ends of lines shorter than ``LINE_LEAST`` (spurs, islands, bridges) and two ends that face each other
    across a gap of less than ``LINE_GAP``: a scar, or a fold of the skin.

    Args:
        lines: Ridges, or valleys (height, width).

    Returns:
        Array (n, 4): x, y, and the step from the end ``LINE_BACK`` px into the line, right and down.
    """
    ends = _ends(thinned(lines), parameters.LINE_LEAST, parameters.LINE_BACK)
    gap = ends[:, None, :2] - ends[None, :, :2]
    near = np.hypot(gap[..., 0], gap[..., 1]) < parameters.LINE_GAP
    way = ends[:, 2:] / np.maximum(np.hypot(ends[:, 2], ends[:, 3]), 1)[:, None]
    facing = near & (way @ way.T < parameters.LINE_FACING)
    return ends[~facing.any(axis=1)]


@kernel
def _ends(thin: NDArray[np.bool_], least: int, back: int) -> NDArray[np.float64]:
    height, width = thin.shape
    found = np.empty((np.count_nonzero(thin), 4), np.float64)
    count = 0
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            if thin[y, x] and _neighbours(thin, y, x) <= 2 and _arms(thin, y, x) == 1:
                down, right, length = _walk(thin, y, x, least, back)
                if length >= least:
                    found[count] = x, y, right, down
                    count += 1
    return found[:count]


@kernel
def _walk(thin: NDArray[np.bool_], y: int, x: int, least: int, back: int) -> tuple[int, int, int]:
    """Along the line from its end: how far down and right it is after ``back`` steps, and its length up to ``least``."""
    height, width = thin.shape
    here_y, here_x, from_y, from_x, before_y, before_x = y, x, y, x, -1, -1
    down, right = 0, 0
    for length in range(least):
        if here_y < 1 or here_x < 1 or here_y >= height - 1 or here_x >= width - 1:
            return down, right, length
        if length > 0 and _arms(thin, here_y, here_x) >= 3:
            return down, right, length
        next_y, next_x = -1, -1
        for place in range(8):
            # Straight neighbours first: a diagonal one beside them belongs to the same step.
            to_y, to_x = here_y + ROUND[place][0], here_x + ROUND[place][1]
            is_back = (to_y == from_y and to_x == from_x) or (to_y == before_y and to_x == before_x)
            if thin[to_y, to_x] and not is_back:
                next_y, next_x = to_y, to_x
                break
        if next_y < 0:
            return down, right, length
        before_y, before_x, from_y, from_x, here_y, here_x = from_y, from_x, here_y, here_x, next_y, next_x
        if length < back:
            down, right = here_y - y, here_x - x
    return down, right, least


@kernel
def _neighbours(thin: NDArray[np.bool_], y: int, x: int) -> int:
    count = 0
    for place in range(8):
        count += int(thin[y + ROUND[place][0], x + ROUND[place][1]])
    return count


@kernel
def _arms(thin: NDArray[np.bool_], y: int, x: int) -> int:
    """Lines that leave a pixel: changes from empty to line on the way round it."""
    count = 0
    for place in range(8):
        one, after = TURN[place], TURN[(place + 1) % 8]
        count += int(not thin[y + one[0], x + one[1]] and thin[y + after[0], x + after[1]])
    return count


TURN = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))
"""Neighbours in turn, from above with the clock: down, right."""
ROUND = ((-1, 0), (0, 1), (1, 0), (0, -1), (-1, 1), (1, 1), (1, -1), (-1, -1))
"""Straight neighbours, then diagonal ones."""
