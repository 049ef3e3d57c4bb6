from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.grid import smoothed
from rekam.abis.kernel import kernel


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """Ridge flow on cells.

    Attributes:
        double_cosine: Cosine of twice the ridge's direction, array (rows, columns).
        double_sine: Sine of twice the ridge's direction.
        coherence: 0 = no direction, 1 = parallel ridges.
    """

    double_cosine: NDArray[np.float32]
    double_sine: NDArray[np.float32]
    coherence: NDArray[np.float32]


def ridge_flow(normal: NDArray[np.float32]) -> Flow:
    """Direction of the ridges by the smoothed gradient tensor.

    The tensor is smoothed twice: first as it is, then scaled to even strength, so that a dark smear does not
    outvote its surroundings. Source of the tensor: Kass and Witkin 1987, "Analyzing oriented patterns".

    Args:
        normal: Normalised grey values (height, width).
    """
    smooth = smoothed(normal, 1.0)
    tensor = _tensor(smooth, parameters.CELL)
    sigma = parameters.TENSOR_SIGMA / parameters.CELL
    difference, cross, energy = (smoothed(part, sigma) for part in tensor)
    strength = np.sqrt(energy) + np.float32(1e-3)
    sigma = parameters.FLOW_SIGMA / parameters.CELL
    difference, cross, energy = (smoothed(part / strength, sigma) for part in (difference, cross, energy))
    length = np.hypot(difference, cross, dtype=np.float32)
    coherence = length / (energy + np.float32(1e-3))
    scale = np.maximum(length, np.float32(1e-9))
    # The gradient stands across the ridge: half a turn of the doubled angle.
    cosine, sine = np.asarray(-difference / scale, np.float32), np.asarray(-cross / scale, np.float32)
    return Flow(cosine, sine, coherence)


@kernel
def _tensor(values: NDArray[np.float32], cell: int) -> NDArray[np.float32]:
    height, width = values.shape
    rows, columns = (height + cell - 1) // cell, (width + cell - 1) // cell
    sums = np.zeros((3, rows, columns), np.float32)
    for y in range(1, height - 1):
        row = y // cell
        above, here, below = values[y - 1], values[y], values[y + 1]
        for column in range(columns):
            difference, cross, energy = np.float32(0), np.float32(0), np.float32(0)
            for x in range(max(column * cell, 1), min((column + 1) * cell, width - 1)):
                gx = here[x + 1] - here[x - 1]
                gy = below[x] - above[x]
                difference += gx * gx - gy * gy
                cross += 2 * gx * gy
                energy += gx * gx + gy * gy
            sums[0, row, column] += difference
            sums[1, row, column] += cross
            sums[2, row, column] += energy
    sums /= np.float32(4 * cell * cell)
    return sums
