"""Two fingers compared: first roughly and fast, then precisely."""

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.finger.alignment import fitted, laid
from rekam.abis.finger.likeness import likeliest_pairs, neighbourhood_likeness
from rekam.abis.finger.overlap import flow_agreement, points_on
from rekam.abis.finger.pairing import bent, paired
from rekam.abis.finger.support import agreeing_group, mutual_support, relaxed
from rekam.abis.kernel import kernel

MEASURES = ("pairs", "weight", "likeness", "agreement", "group", "overlap_a", "overlap_b", "cells", "flow")
"""What the precise comparison measures, in the order of its array."""


@kernel
def agreement(
    a: NDArray[np.float32],
    a_codes: NDArray[np.uint64],
    b: NDArray[np.float32],
    b_codes: NDArray[np.uint64],
    table: NDArray[np.uint8],
    tolerances: NDArray[np.float32],
    most: int,
    floor: int,
    rounds: int,
) -> float:
    """First stage: about how many of the likeliest pairs agree with each other."""
    likeness = neighbourhood_likeness(a_codes, b_codes, table)
    pairs = likeliest_pairs(likeness, most, floor)
    if len(pairs) < 2:
        return 0.0
    alike = np.empty(len(pairs), np.float32)
    for place in range(len(pairs)):
        alike[place] = likeness[pairs[place, 0], pairs[place, 1]] / np.float32(255)
    return relaxed(alike, mutual_support(a, b, pairs, tolerances), rounds)[1]


@kernel
def measured(
    a: NDArray[np.float32],
    a_codes: NDArray[np.uint64],
    a_flow: NDArray[np.uint8],
    b: NDArray[np.float32],
    b_codes: NDArray[np.uint64],
    b_flow: NDArray[np.uint8],
    table: NDArray[np.uint8],
    tolerances: NDArray[np.float32],
    softness: NDArray[np.float32],
    double_cosine: NDArray[np.float32],
) -> tuple[NDArray[np.float32], NDArray[np.int32], NDArray[np.float32]]:
    """Second stage: measures (``MEASURES``), pairs of minutiae, and the motion that lays ``a`` on ``b``."""
    measures = np.zeros(9, np.float32)
    motion = np.array([1.0, 0.0, 0.0, 0.0], np.float32)
    likeness = neighbourhood_likeness(a_codes, b_codes, table)
    pairs = likeliest_pairs(likeness, parameters.CLOSE_PAIRS, parameters.SIMILARITY_FLOOR)
    if len(pairs) < 2:
        return measures, pairs[:0], motion
    alike = np.empty(len(pairs), np.float32)
    for place in range(len(pairs)):
        alike[place] = likeness[pairs[place, 0], pairs[place, 1]] / np.float32(255)
    support = mutual_support(a, b, pairs, tolerances)
    strength, _ = relaxed(alike, support, parameters.RELAX_ROUNDS)
    group = agreeing_group(pairs, strength, support, parameters.GROUP_FLOOR)
    if len(group) < 2:
        return measures, pairs[:0], motion
    for one in group:
        for other in group:
            measures[3] += support[one, other] / 2
    measures[4] = len(group)
    pairs, weights = pairs[group], strength[group]
    for turn in range(parameters.FIT_ROUNDS):
        motion = fitted(a, b, pairs, weights, parameters.DIRECTION_LEVER)
        placed = laid(a, motion)
        flexed = bent(placed, b, pairs, weights, softness[3], softness[4])
        reach = parameters.PAIR_REACH[0] if 2 * turn < parameters.FIT_ROUNDS else parameters.PAIR_REACH[1]
        pairs, weights = paired(flexed, b, reach, softness)
        if len(pairs) < 2:
            break
    measures[0] = len(pairs)
    for place in range(len(pairs)):
        measures[1] += weights[place]
        measures[2] += likeness[pairs[place, 0], pairs[place, 1]] / np.float32(255)
    cosine, sine = motion[0], motion[1]
    back = np.array(
        [cosine, -sine, -cosine * motion[2] - sine * motion[3], sine * motion[2] - cosine * motion[3]],
        np.float32,
    )
    measures[5] = points_on(laid(a, motion), b_flow, parameters.FLOW_STEP)
    measures[6] = points_on(laid(b, back), a_flow, parameters.FLOW_STEP)
    cells, alike_flow = flow_agreement(a_flow, b_flow, motion, parameters.FLOW_STEP, double_cosine)
    measures[7], measures[8] = cells, alike_flow
    return measures, pairs, motion
