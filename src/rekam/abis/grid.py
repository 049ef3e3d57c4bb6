import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from rekam.abis.kernel import kernel


def smoothed(values: NDArray[np.float32], sigma: float) -> NDArray[np.float32]:
    """Gaussian smoothing; ``sigma`` in cells of the array."""
    return np.asarray(gaussian_filter(values, sigma), np.float32)


@kernel
def cell_means(values: NDArray[np.float32], cell: int) -> NDArray[np.float32]:
    """Mean of each square cell; the last row and column of cells may be cut by the border.

    Args:
        values: Array (height, width).
        cell: Side of a cell, px.

    Returns:
        Array (ceil(height / cell), ceil(width / cell)) float32.
    """
    height, width = values.shape
    rows, columns = (height + cell - 1) // cell, (width + cell - 1) // cell
    sums = np.zeros((rows, columns), np.float32)
    for y in range(height):
        for x in range(width):
            sums[y // cell, x // cell] += values[y, x]
    for row in range(rows):
        for column in range(columns):
            count = min(cell, height - row * cell) * min(cell, width - column * cell)
            sums[row, column] /= count
    return sums


@kernel
def spread(cells: NDArray[np.float32], shape: tuple[int, int], cell: int) -> NDArray[np.float32]:
    """Cell values spread bilinearly over pixels, cell centres keeping their values.

    Args:
        cells: Array (rows, columns).
        shape: Height and width of the result.
        cell: Side of a cell, px.

    Returns:
        Array (height, width) float32.
    """
    height, width = shape
    rows, columns = cells.shape
    result = np.empty((height, width), np.float32)
    for y in range(height):
        fy = min(max((y + 0.5) / cell - 0.5, 0.0), rows - 1.0)
        top = int(fy)
        bottom = min(top + 1, rows - 1)
        ay = fy - top
        for x in range(width):
            fx = min(max((x + 0.5) / cell - 0.5, 0.0), columns - 1.0)
            left = int(fx)
            right = min(left + 1, columns - 1)
            ax = fx - left
            above = cells[top, left] * (1 - ax) + cells[top, right] * ax
            below = cells[bottom, left] * (1 - ax) + cells[bottom, right] * ax
            result[y, x] = above * (1 - ay) + below * ay
    return result
