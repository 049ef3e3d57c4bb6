"""The neighbourhood of a minutia as 128 bits: how the ridges run around it, seen from its own direction.

After Tico and Kuosmanen 2003, "Fingerprint matching using an orientation-based minutia descriptor" (IEEE
PAMI 25), with the orientation differences reduced to two signs so that machine words compare them.
"""

import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.finger.template import NO_FLOW
from rekam.abis.kernel import kernel


def _sampling_points() -> NDArray[np.float32]:
    points = [
        (radius * math.cos(2 * math.pi * place / count), radius * math.sin(2 * math.pi * place / count))
        for radius, count in parameters.RINGS
        for place in range(count)
    ]
    return np.array(points, np.float32)


SAMPLING_POINTS = _sampling_points()
_STEPS = np.arange(256) * (2 * np.pi / 255)
DOUBLE_COSINE = np.where(np.arange(256) == NO_FLOW, 0, np.cos(_STEPS)).astype(np.float32)
"""Cosine of twice the direction for each value of a flow cell; 0 for background."""
DOUBLE_SINE = np.where(np.arange(256) == NO_FLOW, 0, np.sin(_STEPS)).astype(np.float32)


def described(points: NDArray[np.float32], flow: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """Codes of all minutiae of a finger.

    Args:
        points: Array (n, 5) as in ``PreparedFinger``.
        flow: Ridge flow on cells of ``FLOW_STEP``, as in ``FingerTemplate``.

    Returns:
        Array (n, 3) uint64, bit k for sampling point k: sign of the cosine and of the sine of twice the
        angle between ridge and minutia, and whether the point lies on the finger.
    """
    return _described(points, flow, SAMPLING_POINTS, DOUBLE_COSINE, DOUBLE_SINE,
                      parameters.FLOW_STEP, parameters.SAMPLE_WEIGHT)  # fmt: skip


@kernel
def _described(
    points: NDArray[np.float32],
    flow: NDArray[np.uint8],
    samples: NDArray[np.float32],
    double_cosine: NDArray[np.float32],
    double_sine: NDArray[np.float32],
    step: int,
    least: float,
) -> NDArray[np.uint64]:
    rows, columns = flow.shape
    codes = np.zeros((len(points), 3), np.uint64)
    for one in range(len(points)):
        x, y, cosine, sine = points[one, 0], points[one, 1], points[one, 3], points[one, 4]
        turn_cosine, turn_sine = cosine * cosine - sine * sine, 2 * sine * cosine
        for place in range(len(samples)):
            fx = (x + cosine * samples[place, 0] - sine * samples[place, 1]) / step - 0.5
            fy = (y + sine * samples[place, 0] + cosine * samples[place, 1]) / step - 0.5
            left, top = math.floor(fx), math.floor(fy)
            ax, ay = fx - left, fy - top
            u, v, weight = 0.0, 0.0, 0.0
            for corner in range(4):
                column, row = left + (corner & 1), top + (corner >> 1)
                if column < 0 or row < 0 or column >= columns or row >= rows or flow[row, column] == 255:
                    continue
                share = (ax if corner & 1 else 1 - ax) * (ay if corner >> 1 else 1 - ay)
                u += share * double_cosine[flow[row, column]]
                v += share * double_sine[flow[row, column]]
                weight += share
            if weight < least:
                continue
            bit = np.uint64(1) << np.uint64(place)
            codes[one, 2] |= bit
            if u * turn_cosine + v * turn_sine > 0:
                codes[one, 0] |= bit
            if v * turn_cosine - u * turn_sine > 0:
                codes[one, 1] |= bit
    return codes
