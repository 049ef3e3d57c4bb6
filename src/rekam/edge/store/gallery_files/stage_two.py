"""The likeliest people of a search, read from the disk and compared precisely."""

import numpy as np

from rekam.abis import Candidate, PersonTemplate, Zone, zone_of
from rekam.abis import parameters as engine
from rekam.abis.face.matcher import faces_evidence
from rekam.abis.finger.comparison import prepared_evidence
from rekam.abis.finger.evidence import counted
from rekam.abis.finger.prepared import PreparedFinger, prepared
from rekam.abis.gallery.reordered import reordered_evidence
from rekam.abis.iris.matcher import distance, iris_evidence, rotations
from rekam.biometric import FingerPosition


class StageTwo:
    """One probe against people who are handed in by row; scores and zones are those of `rekam.abis.Gallery`.

    Args:
        probe: Who is searched for.
        people: How many were searched in all.

    Attributes:
        found: The candidate of each row so far.
    """

    def __init__(self, probe: PersonTemplate, people: int) -> None:
        self.found: dict[int, Candidate] = {}
        self._probe = probe
        self._people = people
        self._turned = {eye: rotations(iris) for eye, iris in probe.irises.items()}
        self._fingers = {position: prepared(finger) for position, finger in probe.fingers.items()}

    def compare(self, row: int, reference: str, template: PersonTemplate) -> None:
        """As the fingers are labelled."""
        parts: dict[str, float] = {}
        for position, finger in self._fingers.items():
            if position in template.fingers:
                other = prepared(template.fingers[position])
                parts[position.name.lower()] = counted(prepared_evidence(finger, other))
        parts |= self._besides(template)
        score = float(sum(parts.values()))
        self.found[row] = Candidate(reference, score, zone_of(score, self._people), parts)

    def compare_in_other_orders(self, row: int, reference: str, template: PersonTemplate) -> None:
        """Swapped hands and any order of fingers; counts only where that makes the person more than unique."""
        others = self._besides(template)
        evidence, parts, order = reordered_evidence(self._fingers, ReadFingers(template), row)
        score = evidence + sum(others.values())
        zone = zone_of(score, self._people)
        if zone is not Zone.UNIQUE:
            self.found[row] = Candidate(reference, score, zone, {**parts, **others}, order)

    def best(self) -> list[Candidate]:
        """Everybody compared, best first."""
        return sorted(self.found.values(), key=lambda one: (-one.score, one.ref))

    def _besides(self, template: PersonTemplate) -> dict[str, float]:
        """Evidence of irises and face."""
        parts = {}
        for eye, turned in self._turned.items():
            other = template.irises.get(eye)
            if other is not None:
                found = distance(turned, other.code, other.mask, engine.COMPARED_BITS, engine.COMPARED_LEAST)
                parts[f"iris_{eye.name.lower()}"] = float(iris_evidence(np.array([found]))[0])
        if self._probe.face is not None and template.face is not None:
            parts["face"] = faces_evidence(self._probe.face, template.face)
        return parts


class ReadFingers:
    """The fingers of one person who was read, as reordering asks for them.

    Args:
        template: Of the person; the same for every row.
    """

    def __init__(self, template: PersonTemplate) -> None:
        self._ready = {place: prepared(finger) for place, finger in template.fingers.items()}

    def finger(self, row: int, place: int) -> PreparedFinger | None:  # noqa: ARG002 - one person stands in every row
        """The search form of one finger, ``place`` 0-9; ``None`` where there is none."""
        return self._ready.get(FingerPosition(place + 1))
