import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.kernel import kernel

TOLERANCES = np.array(
    [
        *parameters.LENGTH_TOLERANCE,
        *parameters.SIDE_TOLERANCE,
        parameters.TURN_TOLERANCE,
        parameters.STRAIN_LIMIT,
    ],
    np.float32,
)
"""Length px, length share, side px, side radians, turn radians, limit of the strain."""


@kernel
def mutual_support(
    a: NDArray[np.float32], b: NDArray[np.float32], pairs: NDArray[np.int32], tolerances: NDArray[np.float32]
) -> NDArray[np.float32]:
    """How well each two pairs of minutiae tell the same story of one finger laid on the other.

    Compared are the distance between the two minutiae, the bearing of each seen from the other's
    direction, and the turn of both. Distances may stretch a little: skin is soft.

    Args:
        a: Points of the first finger (n, 5).
        b: Points of the second finger (m, 5).
        pairs: Candidate pairs (k, 2).
        tolerances: ``TOLERANCES``.

    Returns:
        Symmetric array (k, k), 0 = contradiction, 1 = perfect; diagonal 0.
    """
    length_px, length_share, side_px, side_turn, turn, limit = tolerances
    count = len(pairs)
    support = np.zeros((count, count), np.float32)
    for u in range(count):
        iu, ju = pairs[u, 0], pairs[u, 1]
        turn_cu = a[iu, 3] * b[ju, 3] + a[iu, 4] * b[ju, 4]
        turn_su = a[iu, 3] * b[ju, 4] - a[iu, 4] * b[ju, 3]
        for v in range(u):
            iv, jv = pairs[v, 0], pairs[v, 1]
            if iu == iv or ju == jv:
                continue
            ax, ay, bx, by = (
                a[iv, 0] - a[iu, 0],
                a[iv, 1] - a[iu, 1],
                b[jv, 0] - b[ju, 0],
                b[jv, 1] - b[ju, 1],
            )
            long_a, long_b = math.sqrt(ax * ax + ay * ay), math.sqrt(bx * bx + by * by)
            shorter = min(long_a, long_b)
            strain = ((long_a - long_b) / (length_px + length_share * shorter)) ** 2
            if strain > 4:
                continue
            turn_cv = a[iv, 3] * b[jv, 3] + a[iv, 4] * b[jv, 4]
            turn_sv = a[iv, 3] * b[jv, 4] - a[iv, 4] * b[jv, 3]
            if turn_cu * turn_cv + turn_su * turn_sv <= 0.8:
                continue
            strain += ((turn_cu * turn_sv - turn_su * turn_cv) / turn) ** 2
            scale = shorter / (max(long_a, 1.0) * max(long_b, 1.0) * (side_px + side_turn * shorter))
            x, y = turn_cu * ax - turn_su * ay, turn_su * ax + turn_cu * ay
            if x * bx + y * by < 0:
                continue
            strain += ((x * by - y * bx) * scale) ** 2
            x, y = turn_cv * ax - turn_sv * ay, turn_sv * ax + turn_cv * ay
            if x * bx + y * by < 0:
                continue
            strain += ((x * by - y * bx) * scale) ** 2
            if strain < limit:
                support[u, v] = support[v, u] = (1 - strain / limit) ** 2
    return support


@kernel
def relaxed(
    likeness: NDArray[np.float32], support: NDArray[np.float32], rounds: int
) -> tuple[NDArray[np.float32], float]:
    """Pairs strengthened by the pairs that agree with them.

    Power iteration towards the main eigenvector of the support, after Leordeanu and Hebert 2005, "A spectral
    technique for correspondence problems using pairwise constraints".

    Args:
        likeness: Of each pair, 0-1, array (k,).
        support: Array (k, k).
        rounds: Rounds of the iteration.

    Returns:
        Strength of each pair (unit vector), and the eigenvalue: roughly how many pairs agree.
    """
    count = len(likeness)
    strength = likeness.copy()
    heard = np.empty(count, np.float32)
    length = np.float32(0)
    for _ in range(rounds):
        square = np.float32(0)
        for u in range(count):
            total = np.float32(0.5) * likeness[u] * strength[u]
            for v in range(count):
                total += support[u, v] * strength[v]
            heard[u] = total
            square += total * total
        length = math.sqrt(square) + np.float32(1e-12)
        for u in range(count):
            strength[u] = heard[u] / length
    return strength, float(length)


@kernel
def agreeing_group(
    pairs: NDArray[np.int32], strength: NDArray[np.float32], support: NDArray[np.float32], floor: float
) -> NDArray[np.int32]:
    """Places of the strongest pairs that use each minutia once and mostly support each other."""
    order = np.argsort(-strength)
    group = np.empty(len(pairs), np.int32)
    size = 0
    for place in order:
        if strength[place] < floor * strength[order[0]]:
            break
        free, agreeing = True, 0
        for member in range(size):
            other = group[member]
            if pairs[other, 0] == pairs[place, 0] or pairs[other, 1] == pairs[place, 1]:
                free = False
                break
            if support[place, other] > 0.05:
                agreeing += 1
        if free and 3 * agreeing >= size:
            group[size] = place
            size += 1
    return group[:size]
