from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rekam.abis.enrolment import EXTRACTOR
from rekam.abis.person_template import PersonTemplate
from rekam.abis.zone import Zone


@dataclass(frozen=True, slots=True)
class Encounter:
    """One visit of one person, as a client of the engine put it.

    Attributes:
        person: The client's name for the person.
        encounter: Name of the visit, unique within the person.
        template: All that can be compared; ``None`` = nothing could be read.
        galleries: Names of the galleries it is searched in.
        kind: The client's word for the visit, ``enrolment`` say.
        active: Whether searches see it.
        said: What else the client gave, any JSON; ``biographic`` in it is what filters of a search ask.
        extractor: What made the template.
        created: Unix seconds; 0 before it is kept.
        updated: Unix seconds of the last change.
        row: The engine's reference; 0 before it is kept.
    """

    person: str
    encounter: str
    template: PersonTemplate | None = None
    galleries: tuple[str, ...] = ()
    kind: str = ""
    active: bool = True
    said: Mapping[str, Any] = field(default_factory=dict)
    extractor: str = EXTRACTOR
    created: int = 0
    updated: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One encounter that speaks for a person.

    Attributes:
        encounter: What was found.
        score: Summed log-likelihood ratio, nats.
        parts: The ratio of each item both have, by name: ``right_index``, ``iris_left``.
    """

    encounter: Encounter
    score: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Match:
    """A person whom a search found.

    Attributes:
        person: Who.
        score: Of the encounter that speaks most for it, nats.
        zone: What the score means among those who were searched.
        hits: Every encounter found, the strongest first.
    """

    person: str
    score: float
    zone: Zone
    hits: tuple[Hit, ...]
