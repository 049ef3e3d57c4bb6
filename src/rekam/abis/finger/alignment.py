import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel


@kernel
def fitted(
    a: NDArray[np.float32],
    b: NDArray[np.float32],
    pairs: NDArray[np.int32],
    weights: NDArray[np.float32],
    lever: float,
) -> NDArray[np.float32]:
    """Turn and shift that lay the first finger's minutiae on the second's, weighted least squares.

    Args:
        a: Points of the first finger (n, 5).
        b: Points of the second finger (m, 5).
        pairs: Paired places (k, 2), k >= 1.
        weights: Of each pair (k,).
        lever: Weight of directions, as a distance in px.

    Returns:
        Cosine, sine, shift along x, shift along y: b = R a + t.
    """
    total, ax, ay, bx, by = 0.0, 0.0, 0.0, 0.0, 0.0
    for place in range(len(pairs)):
        i, j, weight = pairs[place, 0], pairs[place, 1], weights[place]
        total += weight
        ax += weight * a[i, 0]
        ay += weight * a[i, 1]
        bx += weight * b[j, 0]
        by += weight * b[j, 1]
    ax, ay, bx, by = ax / total, ay / total, bx / total, by / total
    cosine, sine = 0.0, 0.0
    for place in range(len(pairs)):
        i, j, weight = pairs[place, 0], pairs[place, 1], weights[place]
        x, y, u, v = a[i, 0] - ax, a[i, 1] - ay, b[j, 0] - bx, b[j, 1] - by
        cosine += weight * (x * u + y * v + lever * lever * (a[i, 3] * b[j, 3] + a[i, 4] * b[j, 4]))
        sine += weight * (x * v - y * u + lever * lever * (a[i, 3] * b[j, 4] - a[i, 4] * b[j, 3]))
    length = math.sqrt(cosine * cosine + sine * sine) + 1e-9
    cosine, sine = cosine / length, sine / length
    return np.array([cosine, sine, bx - cosine * ax + sine * ay, by - sine * ax - cosine * ay], np.float32)


@kernel
def laid(points: NDArray[np.float32], motion: NDArray[np.float32]) -> NDArray[np.float32]:
    """Points turned and shifted; directions too. Array (n, 5) like the points."""
    result = np.empty_like(points)
    cosine, sine = motion[0], motion[1]
    for i in range(len(points)):
        x, y, c, s = points[i, 0], points[i, 1], points[i, 3], points[i, 4]
        result[i, 0] = cosine * x - sine * y + motion[2]
        result[i, 1] = sine * x + cosine * y + motion[3]
        result[i, 2] = points[i, 2]
        result[i, 3] = cosine * c - sine * s
        result[i, 4] = sine * c + cosine * s
    return result
