import math
from enum import Enum

from rekam.abis import parameters


class Zone(Enum):
    """What a search says about a person."""

    UNIQUE = "unique"
    ADJUDICATE = "adjudicate"
    DUPLICATE = "duplicate"


def zone_of(score: float, enrolled: int) -> Zone:
    """The zone of a candidate.

    A log-likelihood ratio above t happens to two different people with probability at most exp(-t); among
    N enrolled at most N exp(-t) in a search. So t = log(N / FPIR) keeps the stated false positive
    identification rate as long as the ratios are calibrated.

    Args:
        score: Summed log-likelihood ratio of the candidate, nats.
        enrolled: People in the gallery.
    """
    people = math.log(max(enrolled, parameters.GALLERY_LEAST))
    if score >= people - math.log(parameters.DUPLICATE_FPIR):
        return Zone.DUPLICATE
    if score >= people - math.log(parameters.ADJUDICATE_FPIR):
        return Zone.ADJUDICATE
    return Zone.UNIQUE
