"""One finger captured at two places of a recording."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from rekam.abis.finger.comparison import prepared_evidence
from rekam.abis.finger.prepared import prepared
from rekam.abis.finger.template import FingerTemplate
from rekam.abis.within import parameters
from rekam.biometric import FingerPosition

Fingers = Mapping[FingerPosition, FingerTemplate]


@dataclass(frozen=True, slots=True)
class SameFinger:
    """Two places that show one finger.

    Attributes:
        one: The lower position.
        other: The higher.
        score: Log-likelihood ratio that they are one finger, nats.
    """

    one: FingerPosition
    other: FingerPosition
    score: float


def same_fingers(fingers: Fingers) -> tuple[SameFinger, ...]:
    """All pairs of places of one recording that show the same finger, the surest first.

    Ten fingers make 45 pairs; about 6 ms.
    """
    forms = {position: prepared(fingers[position]) for position in sorted(fingers)}
    found = (
        SameFinger(one, other, prepared_evidence(forms[one], forms[other]))
        for one, other in combinations(forms, 2)
    )
    twice = [pair for pair in found if pair.score >= parameters.TWICE_SCORE]
    return tuple(sorted(twice, key=lambda pair: -pair.score))
