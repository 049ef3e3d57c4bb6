"""How the minutiae of a finger stand to each other, counted; turning or shifting the finger changes nothing.

Each ordered pair falls into a bin by its distance, by where the second lies seen from the first, and by how their
directions differ. After the geometric hashing of minutiae, Germain, Califano and Colville 1997, "Fingerprint
matching using transformation parameter clustering" (IEEE Computational Science and Engineering 4), with soft bins
instead of hash keys.
"""

import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis.code.parameters import HISTOGRAM, PAIR_BEARINGS, PAIR_LENGTHS, PAIR_REACH, PAIR_TURNS
from rekam.abis.kernel import kernel

LENGTHS = np.array(PAIR_LENGTHS, np.float32)
_TURN = 2 * math.pi


def pair_histogram(points: NDArray[np.float32]) -> NDArray[np.float32]:
    """Square roots of the counts, so that crowded places do not drown the others.

    Args:
        points: Minutiae (n, 5) as in ``PreparedFinger``.

    Returns:
        Array (HISTOGRAM,) float32 of length 1; zeros where no two minutiae are a fitting distance apart.
    """
    roots = np.sqrt(_counted(points, LENGTHS, PAIR_BEARINGS, PAIR_TURNS, PAIR_REACH[0], PAIR_REACH[1]))
    length = np.sqrt(np.sum(roots * roots))
    return np.asarray(roots / length if length > 0 else roots, np.float32)


@kernel
def _counted(
    points: NDArray[np.float32],
    lengths: NDArray[np.float32],
    bearings: int,
    turns: int,
    nearest: float,
    furthest: float,
) -> NDArray[np.float32]:
    counts = np.zeros(HISTOGRAM, np.float32)
    for one in range(len(points)):
        for other in range(len(points)):
            x, y = points[other, 0] - points[one, 0], points[other, 1] - points[one, 1]
            length = math.sqrt(x * x + y * y)
            if not nearest < length < furthest:
                continue
            ring, outer = _between(length, lengths)
            bearing = (math.atan2(y, x) - points[one, 2]) % _TURN / _TURN * bearings
            turn = (points[other, 2] - points[one, 2]) % _TURN / _TURN * turns
            b, t = int(bearing), int(turn)
            for corner in range(8):
                far, left, after = corner & 1, (corner >> 1) & 1, (corner >> 2) & 1
                weight = outer if far else 1 - outer
                weight *= bearing - b if left else 1 - bearing + b
                weight *= turn - t if after else 1 - turn + t
                place = (min(ring + far, len(lengths) - 1) * bearings + (b + left) % bearings) * turns
                counts[place + (t + after) % turns] += weight
    return counts


@kernel
def _between(length: float, lengths: NDArray[np.float32]) -> tuple[int, float]:
    """The bin below a length, and how far it is on the way to the next."""
    if length <= lengths[0]:
        return 0, 0.0
    for ring in range(len(lengths) - 1):
        if length < lengths[ring + 1]:
            return ring, (length - lengths[ring]) / (lengths[ring + 1] - lengths[ring])
    return len(lengths) - 1, 0.0
