"""The fingers of a recording beside those of an earlier one of the same person: same fingers, same places?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from rekam.abis.finger.comparison import prepared_evidence
from rekam.abis.finger.prepared import prepared
from rekam.abis.within import parameters
from rekam.abis.within.same_finger import Fingers
from rekam.biometric import FingerPosition

RIGHT = tuple(FingerPosition)[:5]
"""Positions 1-5; the mirrored finger of the left hand is 5 further (ISO/IEC 19794-4 table 6)."""


class Swap(Enum):
    """What was exchanged."""

    HANDS = "hands"
    FINGERS = "fingers"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the fingers of a recording lie in the earlier one.

    Attributes:
        agreeing: Fingers that are where they were.
        moved: Finger of the recording -> its place in the earlier one, where that is another.
        foreign: Fingers that are nowhere in the earlier recording although their place has a good print there.
        scores: Log-likelihood ratio of each finger at the place found for it, nats.
    """

    agreeing: tuple[FingerPosition, ...]
    moved: Mapping[FingerPosition, FingerPosition]
    foreign: tuple[FingerPosition, ...]
    scores: Mapping[FingerPosition, float]

    @property
    def swap(self) -> Swap | None:
        """Left and right exchanged if every moved finger went to its mirrored place; else single fingers."""
        if not self.moved:
            return None
        mirrored = all(mirror(one) is other for one, other in self.moved.items())
        return Swap.HANDS if mirrored and len(self.moved) > 1 else Swap.FINGERS


def mirror(position: FingerPosition) -> FingerPosition:
    """The same finger of the other hand."""
    return FingerPosition(position + 5 if position in RIGHT else position - 5)


def placement(fingers: Fingers, earlier: Fingers) -> Placement:
    """Compare every finger with every place of an earlier recording and give each its best.

    Places are given out so that the sum of all scores is greatest (Kuhn 1955, "The Hungarian method"). Another person
    altogether has nothing agreeing and nothing moved, and then no finger is called foreign.

    Args:
        fingers: Of the recording.
        earlier: Of one known, or believed, to be of the same person.
    """
    rows, columns = sorted(fingers), sorted(earlier)
    scores = _scores(fingers, rows, earlier, columns)
    agreeing, moved, kept = [], {}, {}
    for row, column in zip(*linear_sum_assignment(np.maximum(scores, 0), maximize=True), strict=True):
        own, found, score = rows[row], columns[column], float(scores[row, column])
        if own is found and score >= parameters.SAME_SCORE:
            agreeing.append(own)
        elif own is not found and score >= parameters.PLACE_SCORE:
            moved[own] = found
        else:
            continue
        kept[own] = score
    foreign = [
        position
        for position in rows
        if position in columns
        and position not in kept
        and len(agreeing) >= parameters.FOREIGN_AGREEING
        and _speaks(fingers, position)
        and _speaks(earlier, position)
        and scores[rows.index(position), columns.index(position)] <= parameters.FOREIGN_SCORE
    ]
    for position in foreign:
        kept[position] = float(scores[rows.index(position), columns.index(position)])
    return Placement(tuple(agreeing), moved, tuple(foreign), kept)


def _scores(
    fingers: Fingers, rows: list[FingerPosition], earlier: Fingers, columns: list[FingerPosition]
) -> NDArray[np.float64]:
    forms = [prepared(earlier[column]) for column in columns]
    scores = [[prepared_evidence(prepared(fingers[row]), form) for form in forms] for row in rows]
    return np.array(scores, np.float64).reshape(len(rows), len(columns))


def _speaks(fingers: Fingers, position: FingerPosition) -> bool:
    return len(fingers[position].x) >= parameters.FOREIGN_MINUTIAE
