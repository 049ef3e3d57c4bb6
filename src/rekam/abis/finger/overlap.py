import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel


@kernel
def points_on(points: NDArray[np.float32], flow: NDArray[np.uint8], step: int) -> int:
    """How many points lie on the finger whose flow is given."""
    count = 0
    for i in range(len(points)):
        x, y = points[i, 0] / step, points[i, 1] / step
        if 0 <= x < flow.shape[1] and 0 <= y < flow.shape[0] and flow[int(y), int(x)] != 255:
            count += 1
    return count


@kernel
def flow_agreement(
    a: NDArray[np.uint8],
    b: NDArray[np.uint8],
    motion: NDArray[np.float32],
    step: int,
    double_cosine: NDArray[np.float32],
) -> tuple[int, float]:
    """Overlap of two aligned fingers and how alike their ridges run in it.

    Args:
        a: Flow of the first finger.
        b: Flow of the second.
        motion: As from ``fitted``.
        step: Side of a cell, px.
        double_cosine: ``DOUBLE_COSINE``.

    Returns:
        Cells of overlap, and the mean cosine of twice the angle between the ridges (1 = same way).
    """
    turn = round(math.atan2(motion[1], motion[0]) * 255 / math.pi)
    count, total = 0, 0.0
    for row in range(a.shape[0]):
        for column in range(a.shape[1]):
            if a[row, column] == 255:
                continue
            x, y = (column + 0.5) * step, (row + 0.5) * step
            u = (motion[0] * x - motion[1] * y + motion[2]) / step
            v = (motion[1] * x + motion[0] * y + motion[3]) / step
            if u < 0 or v < 0 or u >= b.shape[1] or v >= b.shape[0]:
                continue
            other = b[int(v), int(u)]
            if other == 255:
                continue
            count += 1
            total += double_cosine[(int(other) - int(a[row, column]) - turn) % 255]
    return count, total / max(count, 1)
