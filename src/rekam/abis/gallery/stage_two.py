"""The likeliest people of a search, compared precisely, wherever they were read from."""

from rekam.abis.candidate import Candidate, best_first, decide
from rekam.abis.fusion import Fingers, ReadyPerson
from rekam.abis.gallery.reordered import reordered_evidence
from rekam.abis.person_template import PersonTemplate
from rekam.abis.zone import Zone, zone_of


class StageTwo:
    """One probe against people who are handed in one by one.

    Args:
        probe: Who is searched for.
        people: How many were searched in all.
    """

    def __init__(self, probe: PersonTemplate, people: int) -> None:
        self._ready = ReadyPerson(probe)
        self._people = people
        self._found: dict[str, Candidate] = {}

    @property
    def asks_for_other_orders(self) -> bool:
        """Whether nobody was found under the fingers' own names."""
        return bool(self._ready.fingers) and decide(list(self._found.values())) is Zone.UNIQUE

    def compare(self, reference: str, template: PersonTemplate, fingers: Fingers) -> None:
        """As the fingers are labelled.

        Args:
            reference: Of the enrolled person.
            template: That person's.
            fingers: Search forms of that person's fingers, at least of those that the probe has.
        """
        parts = self._ready.parts(template, fingers)
        score = float(sum(parts.values()))
        self._found[reference] = Candidate(reference, score, zone_of(score, self._people), parts)

    def compare_in_other_orders(self, reference: str, template: PersonTemplate, fingers: Fingers) -> None:
        """Swapped hands and any order of all fingers; counts only where that makes the person more than unique."""
        others = self._ready.parts_besides_fingers(template)
        evidence, parts, order = reordered_evidence(self._ready.fingers, fingers)
        score = evidence + sum(others.values())
        zone = zone_of(score, self._people)
        if zone is not Zone.UNIQUE:
            self._found[reference] = Candidate(reference, score, zone, {**parts, **others}, order)

    def best(self, limit: int) -> list[Candidate]:
        """The best of everybody compared."""
        return best_first(self._found.values(), limit)
