"""Somebody whose hands were swapped, or whose fingers were mixed up, when they were recorded."""

import math

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from rekam.abis.finger.comparison import prepared_evidence
from rekam.abis.finger.evidence import counted
from rekam.abis.fusion import Fingers, part_name
from rekam.abis.search.columns import FINGERS
from rekam.abis.search.parameters import MIXED_ODDS, SWAPPED_ODDS
from rekam.abis.search.stage_one import HANDS_SWAPPED
from rekam.biometric import FingerPosition


def reordered_evidence(probe: Fingers, enrolled: Fingers) -> tuple[float, dict[str, float], tuple[int, ...]]:
    """The best of swapped hands and any other order.

    Hands that are swapped are charged for their rarity only. In any other order each finger chose among ten, so
    each is charged for that too.

    Returns:
        Evidence of all fingers with the charge, that of each, and the order.
    """
    evidence = np.full((FINGERS, FINGERS), np.nan)
    for position, finger in probe.items():
        for place, other in enrolled.items():
            evidence[position - 1, place - 1] = counted(prepared_evidence(finger, other))
    swapped = _with_charge(evidence, np.array(HANDS_SWAPPED), math.log(SWAPPED_ODDS), 0.0)
    _, best = linear_sum_assignment(-np.where(np.isnan(evidence), 0.0, evidence))
    mixed = _with_charge(evidence, best, math.log(MIXED_ODDS), math.log(FINGERS))
    return max(swapped, mixed, key=lambda one: one[0])


def _with_charge(
    evidence: NDArray[np.float64], order: NDArray[np.int64], odds: float, choice: float
) -> tuple[float, dict[str, float], tuple[int, ...]]:
    values = evidence[np.arange(FINGERS), order]
    parts = {
        part_name(position): float(values[position - 1])
        for position in FingerPosition
        if not np.isnan(values[position - 1])
    }
    return sum(parts.values()) - choice * len(parts) + odds, parts, tuple(int(place) for place in order)
