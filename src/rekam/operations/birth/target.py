"""The share that is asked for by the end of a year, and how many children it takes."""

from math import ceil

from rekam.operations.birth.count import BirthCount
from rekam.operations.birth.parameters import TARGETS


def target_of(year: int) -> float | None:
    """Target of a year; ``None`` for a year that the programme does not name."""
    return TARGETS.get(year)


def still_needed(count: BirthCount, share: float) -> int:
    """Certificates that are missing for a share; 0 when it is reached."""
    # Per mille first: 0.775 of 200 children is 155, not the 156 that a float a hair above would ask for.
    wanted = ceil(count.children * round(1000 * share) / 1000)
    return max(0, wanted - count.certified)
