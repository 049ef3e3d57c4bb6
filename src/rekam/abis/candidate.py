from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rekam.abis.zone import Zone


@dataclass(frozen=True, slots=True)
class Candidate:
    """An enrolled person that a search found.

    Attributes:
        ref: The reference under which the person was enrolled.
        score: Summed log-likelihood ratio, nats.
        zone: What the score means in this gallery.
        parts: Log-likelihood ratio of each item both people have, by name: ``right_index``, ``iris_left``.
        order: Place 0-9 of the enrolled finger that each finger of the probe was compared with, where that is not
            the one of the same name: hands swapped, fingers mixed up. The score then has a charge for the choice.
    """

    ref: str
    score: float
    zone: Zone
    parts: Mapping[str, float]
    order: tuple[int, ...] | None = None


def decide(candidates: Sequence[Candidate]) -> Zone:
    """The zone of the person searched for: that of the strongest candidate, unique if there is none."""
    zones = {candidate.zone for candidate in candidates}
    for zone in (Zone.DUPLICATE, Zone.ADJUDICATE):
        if zone in zones:
            return zone
    return Zone.UNIQUE


def best_first(candidates: Iterable[Candidate], limit: int) -> list[Candidate]:
    """The best candidates; of equal ones the first by reference, so that no order of enrolment shows."""
    return sorted(candidates, key=lambda one: (-one.score, one.ref))[:limit]
