"""From candidates of the engine to persons."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from rekam.abis.candidate import Candidate
from rekam.abis.comparison import Comparison
from rekam.abis.engine import Engine
from rekam.abis.person_template import PersonTemplate
from rekam.abis.zone import Zone
from rekam.engine.encounter import Encounter, Hit, Match
from rekam.engine.encounters import Encounters
from rekam.engine.parameters import ALL, MOST_CANDIDATES, WIDEN
from rekam.problem import Problem

Verified = tuple[Encounter, Comparison]
"""An encounter of the person and what it says."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which persons a search shall give; the words are those of `IdentificationService.search`."""

    limit: int
    threshold: float | None
    gallery: str
    accept: Callable[[Encounter], bool] | None

    def passes(self, candidate: Candidate) -> bool:
        """Whether a candidate is like enough."""
        if self.threshold is None:
            return candidate.zone is not Zone.UNIQUE
        return candidate.score >= self.threshold

    def takes(self, encounter: Encounter | None) -> bool:
        """Whether an encounter belongs to those who are searched; one deleted meanwhile does not."""
        return (
            encounter is not None
            and encounter.active
            and (self.gallery == ALL or self.gallery in encounter.galleries)
            and (self.accept is None or self.accept(encounter))
        )


def among_all(
    engine: Engine, encounters: Encounters, template: PersonTemplate, wanted: Wanted
) -> list[Match]:
    """Asks the engine for more until enough persons are left or nobody else is like enough."""
    most = min(wanted.limit, MOST_CANDIDATES)
    if most <= 0:
        return []
    gallery = None if wanted.gallery == ALL else wanted.gallery
    ask = most
    while True:
        found = engine.search(template, gallery, limit=ask)
        matches = _persons(encounters, found, wanted)
        if len(matches) >= most or len(found) < ask or not wanted.passes(found[-1]):
            return matches[:most]
        ask *= WIDEN


def among(
    engine: Engine,
    encounters: Encounters,
    template: PersonTemplate,
    wanted: Wanted,
    persons: Collection[str],
) -> list[Match]:
    """Compares each searchable encounter of the named persons; nobody may change them meanwhile."""
    named = (one for person in dict.fromkeys(persons) for one in encounters.of(person))
    references = [str(one.row) for one in named if str(one.row) in engine and wanted.takes(one)]
    found = engine.search_among(template, references, limit=len(references))
    return _persons(encounters, found, wanted)[: max(wanted.limit, 0)]


def verified(
    engine: Engine, template: PersonTemplate, encounters: Sequence[Encounter], gallery: str
) -> list[Verified]:
    """A template against each of a person's encounters, the strongest first.

    Raises:
        Problem: ``engine.person_unknown`` if none of them is active in the gallery.
    """
    here = [one for one in encounters if Wanted(1, None, gallery, None).takes(one)]
    if not here:
        raise Problem("engine.person_unknown")
    compared = [(one, engine.verify(template, one.template)) for one in here if one.template is not None]
    return sorted(compared, key=lambda found: -found[1].score)


def _persons(encounters: Encounters, candidates: Sequence[Candidate], wanted: Wanted) -> list[Match]:
    """One match a person, in the order of the strongest encounter."""
    hits: dict[str, list[Hit]] = {}
    zones: dict[str, Zone] = {}
    for candidate in candidates:
        if not wanted.passes(candidate):
            continue
        encounter = encounters.by_row(int(candidate.ref))
        if encounter is None or not wanted.takes(encounter):
            continue
        hits.setdefault(encounter.person, []).append(Hit(encounter, candidate.score, candidate.parts))
        zones.setdefault(encounter.person, candidate.zone)
    return [Match(person, own[0].score, zones[person], tuple(own)) for person, own in hits.items()]
