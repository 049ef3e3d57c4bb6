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
        into = sums[y // cell]
        for column in range(columns):
            for x in range(column * cell, min((column + 1) * cell, width)):
                into[column] += values[y, x]
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
    near, far = np.empty(width, np.uint32), np.empty(width, np.uint32)
    shares = np.empty(width, np.float64)
    for x in range(width):  # the same for every row
        fx = min(max((x + 0.5) / cell - 0.5, 0.0), columns - 1.0)
        left = int(fx)
        near[x], far[x], shares[x] = left, min(left + 1, columns - 1), fx - left
    for y in range(height):
        fy = min(max((y + 0.5) / cell - 0.5, 0.0), rows - 1.0)
        top = int(fy)
        bottom = min(top + 1, rows - 1)
        ay = fy - top
        upper, lower = cells[top], cells[bottom]
        for x in range(width):
            left, right, ax = near[x], far[x], shares[x]
            above = upper[left] * (1 - ax) + upper[right] * ax
            below = lower[left] * (1 - ax) + lower[right] * ax
            result[y, x] = above * (1 - ay) + below * ay
    return result
