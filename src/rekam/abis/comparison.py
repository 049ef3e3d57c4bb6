"""Two people compared with each other: one to one, as at the hand-over of a card."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from rekam.abis import verification
from rekam.abis.fusion import ReadyPerson, prepared_fingers
from rekam.abis.person_template import PersonTemplate
from rekam.abis.zone import Zone


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two templates compared.

    Attributes:
        score: Summed log-likelihood ratio that they are one person, nats; above 0 speaks for it.
        zone: What the score means one to one: ``DUPLICATE`` = one person, ``UNIQUE`` = nothing says so,
            ``ADJUDICATE`` = an expert must look.
        parts: Log-likelihood ratio of each item both have, by name: ``right_index``, ``iris_left``, ``face``.
    """

    score: float
    zone: Zone
    parts: Mapping[str, float]


def compare_people(a: PersonTemplate, b: PersonTemplate) -> Comparison:
    """Whether two templates are of one person; items that only one of them has say nothing.

    The parts are those that a search gives its candidates, so that both speak of the same evidence.
    """
    parts = ReadyPerson(a).parts(b, prepared_fingers(b, a.fingers))
    score = float(sum(parts.values()))
    return Comparison(score, verified_zone(score), parts)


def verified_zone(score: float) -> Zone:
    """The zone of a comparison of one with one.

    A log-likelihood ratio above t happens to two different people with probability at most exp(-t), so
    t = -log(FMR) keeps the stated false match rate as long as the ratios are calibrated.
    """
    if score >= -math.log(verification.SAME_FMR):
        return Zone.DUPLICATE
    if score >= -math.log(verification.DOUBT_FMR):
        return Zone.ADJUDICATE
    return Zone.UNIQUE
