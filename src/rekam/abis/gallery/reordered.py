"""Somebody whose hands were swapped, or whose fingers were mixed up, when they were recorded."""

import math
from collections.abc import Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from rekam.abis.finger.comparison import prepared_evidence
from rekam.abis.finger.evidence import counted
from rekam.abis.finger.prepared import PreparedFinger
from rekam.abis.gallery.packed import PackedPeople
from rekam.abis.person_template import PersonTemplate
from rekam.abis.search.columns import FINGERS
from rekam.abis.search.parameters import MIXED_ODDS, REORDERED_CANDIDATES, SWAPPED_ODDS
from rekam.abis.search.probes import Probes
from rekam.abis.search.stage_one import HANDS_SWAPPED, Look, likeliest
from rekam.biometric import FingerPosition

Fingers = Mapping[FingerPosition, PreparedFinger]


class FingersOfRows(Protocol):
    """Search forms of enrolled fingers, packed in memory or read from a disk."""

    def finger(self, row: int, place: int) -> PreparedFinger | None:
        """The search form of one finger, ``place`` 0-9; ``None`` where there is none."""


def reordered_rows(
    probe: PersonTemplate, people: PackedPeople, live: NDArray[np.bool_], threads: int
) -> NDArray[np.int64]:
    """Rows whose finger codes speak for the probe in another order than the labelled one; usually none."""
    ready, columns = Probes.of_people([PersonTemplate(probe.fingers)]), people.columns(live)
    looks = (Look(HANDS_SWAPPED, irises=False, least=0), Look(None, irises=False, least=0))
    found = [
        likeliest(ready, columns, REORDERED_CANDIDATES, look=look, threads=threads)[0][0] for look in looks
    ]
    rows = np.unique(np.concatenate(found))
    return np.asarray(rows[rows >= 0], np.int64)


def reordered_evidence(
    probe: Fingers, people: FingersOfRows, row: int
) -> tuple[float, dict[str, float], tuple[int, ...]]:
    """The best of swapped hands and any other order.

    Hands that are swapped are charged for their rarity only. In any other order each finger chose among ten, so
    each is charged for that too.

    Returns:
        Evidence of all fingers with the charge, that of each, and the order.
    """
    evidence = np.full((FINGERS, FINGERS), np.nan)
    for position, finger in probe.items():
        for place in range(FINGERS):
            other = people.finger(row, place)
            if other is not None:
                evidence[position - 1, place] = counted(prepared_evidence(finger, other))
    swapped = _with_charge(evidence, np.array(HANDS_SWAPPED), math.log(SWAPPED_ODDS), 0.0)
    _, best = linear_sum_assignment(-np.where(np.isnan(evidence), 0.0, evidence))
    mixed = _with_charge(evidence, best, math.log(MIXED_ODDS), math.log(FINGERS))
    return max(swapped, mixed, key=lambda one: one[0])


def _with_charge(
    evidence: NDArray[np.float64], order: NDArray[np.int64], odds: float, choice: float
) -> tuple[float, dict[str, float], tuple[int, ...]]:
    values = evidence[np.arange(FINGERS), order]
    parts = {
        position.name.lower(): float(values[position - 1])
        for position in FingerPosition
        if not np.isnan(values[position - 1])
    }
    return sum(parts.values()) - choice * len(parts) + odds, parts, tuple(int(place) for place in order)
