import numpy as np
from numba import njit

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.field import Field


def pore_map(rng: np.random.Generator, ridges: Field) -> Field:
    """Sweat pores, 0-1, one value a master cell: on the tops of the ridges, none nearer than a spacing allows.

    Args:
        rng: Source of the places.
        ridges: Ridge height a cell.
    """
    rows, columns = ridges.shape
    tries = rows * columns // 12
    y = rng.integers(2, rows - 2, tries)
    x = rng.integers(2, columns - 2, tries)
    open_ = np.zeros(ridges.shape, np.float32)
    _place(ridges, x, y, p.PORE_SPACING / p.MASTER_STEP, open_)
    return open_


@njit(cache=True, nogil=True)
def _place(
    ridges: Field,
    x: np.ndarray[tuple[int], np.dtype[np.int64]],
    y: np.ndarray[tuple[int], np.dtype[np.int64]],
    spacing: float,
    open_: Field,
) -> None:
    taken = np.zeros(ridges.shape, np.bool_)
    reach = int(spacing / 2)
    rows, columns = ridges.shape
    for k in range(x.size):
        row, column = y[k], x[k]
        if ridges[row, column] < 0.75 or taken[row, column]:
            continue
        taken[
            max(row - reach, 0) : min(row + reach + 1, rows),
            max(column - reach, 0) : min(column + reach + 1, columns),
        ] = True
        # A pore is about one master cell wide.
        open_[row, column] = 1.0
