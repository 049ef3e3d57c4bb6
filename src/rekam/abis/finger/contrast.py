import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.grid import cell_means, smoothed, spread
from rekam.abis.kernel import kernel


def normalised(pixels: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Grey values with local mean 0 and local deviation about 1.

    Mean and deviation are gathered on cells and spread back, which costs a tenth of full-size windows.

    Args:
        pixels: Array (height, width) float32.

    Returns:
        Normalised values (height, width), and the local deviation on cells, grey levels.
    """
    sigma = parameters.CONTRAST_SIGMA / parameters.CELL
    mean = smoothed(cell_means(pixels, parameters.CELL), sigma)
    square = smoothed(cell_means(pixels * pixels, parameters.CELL), sigma)
    deviation = np.sqrt(np.maximum(square - mean * mean, np.float32(0)))
    values = _scaled(pixels, spread(mean, pixels.shape, parameters.CELL),
                     spread(deviation, pixels.shape, parameters.CELL),
                     parameters.CONTRAST_FLOOR, parameters.NORMAL_LIMIT)  # fmt: skip
    return values, deviation


@kernel
def _scaled(
    pixels: NDArray[np.float32],
    mean: NDArray[np.float32],
    deviation: NDArray[np.float32],
    floor: float,
    limit: float,
) -> NDArray[np.float32]:
    values = np.empty_like(pixels)
    for y in range(pixels.shape[0]):
        for x in range(pixels.shape[1]):
            value = (pixels[y, x] - mean[y, x]) / (deviation[y, x] + floor)
            values[y, x] = min(max(value, -limit), limit)
    return values
