import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.kernel import kernel

SOFTNESS = np.array(
    [parameters.PAIR_TURN, *parameters.PAIR_SOFTNESS, parameters.BEND_SIGMA, parameters.BEND_PRIOR],
    np.float32,
)
"""Turn limit radians, distance variance in squared reaches, turn deviation radians, bend px, bend prior."""


@kernel
def bent(
    laid: NDArray[np.float32],
    b: NDArray[np.float32],
    pairs: NDArray[np.int32],
    weights: NDArray[np.float32],
    sigma: float,
    prior: float,
) -> NDArray[np.float32]:
    """Laid points moved by the local shift of the paired minutiae around them, themselves left out."""
    result = laid.copy()
    for i in range(len(laid)):
        total, dx, dy = prior, 0.0, 0.0
        for place in range(len(pairs)):
            near, far = pairs[place, 0], pairs[place, 1]
            if near == i:
                continue
            x, y = laid[near, 0] - laid[i, 0], laid[near, 1] - laid[i, 1]
            weight = weights[place] * math.exp(-(x * x + y * y) / (2 * sigma * sigma))
            total += weight
            dx += weight * (b[far, 0] - laid[near, 0])
            dy += weight * (b[far, 1] - laid[near, 1])
        result[i, 0] += dx / total
        result[i, 1] += dy / total
    return result


@kernel
def paired(
    laid: NDArray[np.float32], b: NDArray[np.float32], reach: float, softness: NDArray[np.float32]
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Minutiae of both fingers that lie on each other, each used once, best first.

    Args:
        laid: Points of the first finger laid on the second (n, 5).
        b: Points of the second finger (m, 5).
        reach: Largest distance, px.
        softness: ``SOFTNESS``.

    Returns:
        Pairs (k, 2) and their weights (k,), 1 = exactly on each other.
    """
    turn_cosine, distance_variance, turn_deviation = math.cos(softness[0]), softness[1], softness[2]
    most = 8 * len(laid)
    near = np.empty((most, 2), np.int32)
    closeness = np.empty(most, np.float32)
    count = 0
    for i in range(len(laid)):
        for j in range(len(b)):
            dx, dy = b[j, 0] - laid[i, 0], b[j, 1] - laid[i, 1]
            square = dx * dx + dy * dy
            if square > reach * reach:
                continue
            cosine = laid[i, 3] * b[j, 3] + laid[i, 4] * b[j, 4]
            if cosine < turn_cosine or count >= most:
                continue
            turn_square = 2 * (1 - cosine)
            near[count, 0], near[count, 1] = i, j
            closeness[count] = math.exp(
                -0.5 * square / (reach * reach * distance_variance)
                - 0.5 * turn_square / (turn_deviation * turn_deviation)
            )
            count += 1
    used_a, used_b = np.zeros(len(laid), np.bool_), np.zeros(len(b), np.bool_)
    pairs = np.empty((min(len(laid), len(b)), 2), np.int32)
    weights = np.empty(len(pairs), np.float32)
    size = 0
    for place in np.argsort(-closeness[:count]):
        i, j = near[place, 0], near[place, 1]
        if used_a[i] or used_b[j]:
            continue
        used_a[i] = used_b[j] = True
        pairs[size, 0], pairs[size, 1], weights[size] = i, j, closeness[place]
        size += 1
    return pairs[:size], weights[:size]
