import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.candidate import Candidate, decide
from rekam.abis.face.matcher import faces_evidence
from rekam.abis.finger.comparison import prepared_evidence
from rekam.abis.finger.evidence import counted
from rekam.abis.finger.prepared import prepared
from rekam.abis.gallery.column import Column
from rekam.abis.gallery.likely import likely_rows
from rekam.abis.gallery.packed import PackedPeople
from rekam.abis.gallery.reordered import Fingers, reordered_evidence, reordered_rows
from rekam.abis.gallery.sweep import iris_scores
from rekam.abis.person_template import PersonTemplate
from rekam.abis.zone import Zone, zone_of
from rekam.problem import Problem


class Gallery:
    """The enrolled people of one register, in memory; rebuilt from the registry when it starts.

    One thread at a time: the caller locks. A person inserted is found by the next search.

    Args:
        threads: How many share the first stage of one search.
    """

    def __init__(self, *, threads: int = 1) -> None:
        self._threads = threads
        self._start_anew()

    def __len__(self) -> int:
        return len(self._people)

    def __contains__(self, ref: str) -> bool:
        return ref in self._people

    def insert(self, ref: str, template: PersonTemplate) -> None:
        """Enrol a person.

        Raises:
            Problem: ``abis.gallery_ref_taken`` if the reference is in use, ``abis.person_empty`` if there
                is nothing to compare.
        """
        if ref in self._people:
            raise Problem("abis.gallery_ref_taken", ref=ref)
        if not template.fingers and not template.irises:
            raise Problem("abis.person_empty")
        self._append(ref, template)

    def delete(self, ref: str) -> None:
        """Take a person out.

        Raises:
            Problem: ``abis.gallery_ref_unknown`` if nobody has the reference.
        """
        if ref not in self._people:
            raise Problem("abis.gallery_ref_unknown", ref=ref)
        row, _ = self._people.pop(ref)
        self._live.rows[row] = False
        if len(self._people) < (1 - parameters.EMPTY_SHARE) * len(self._refs):
            kept = self._people
            self._start_anew()
            for one, (_, template) in kept.items():
                self._append(one, template)

    def search(self, probe: PersonTemplate, *, limit: int = 10) -> list[Candidate]:
        """The people most like the probe, best first.

        Stage one looks at everybody; stage two compares the likeliest finger by finger. If that finds nobody, the
        fingers are looked at in other orders too.

        Args:
            probe: Who is searched for; any of fingers and irises may be missing.
            limit: Candidates wanted at most.
        """
        if not self._people:
            return []
        live = self._live.rows
        rows = likely_rows(probe, self._packed, live, limit, self._threads)
        fingers = {position: prepared(finger) for position, finger in probe.fingers.items()}
        found = self._compared(probe, fingers, rows)
        if probe.fingers and decide(found) is Zone.UNIQUE:
            found = self._reordered(probe, fingers, found)
        return sorted(found, key=lambda candidate: -candidate.score)[:limit]

    def _compared(self, probe: PersonTemplate, fingers: Fingers, rows: NDArray[np.int64]) -> list[Candidate]:
        iris = iris_scores(probe, self._packed, self._among(rows))
        candidates = []
        for row in rows:
            parts: dict[str, float] = {}
            for position, finger in fingers.items():
                other = self._packed.finger(row, position - 1)
                if other is not None:
                    parts[position.name.lower()] = counted(prepared_evidence(finger, other))
            for eye in probe.irises:
                if self._packed.irises.rows[row, eye - 1, 1].any():
                    parts[f"iris_{eye.name.lower()}"] = float(iris[row, eye - 1])
            face = self._people[self._refs[row]][1].face
            if probe.face is not None and face is not None:
                parts["face"] = faces_evidence(probe.face, face)
            score = sum(parts.values())
            candidates.append(Candidate(self._refs[row], score, zone_of(score, len(self)), parts))
        return candidates

    def _reordered(self, probe: PersonTemplate, fingers: Fingers, found: list[Candidate]) -> list[Candidate]:
        """With those whose fingers fit in another order, where that makes them more than unique."""
        rows = reordered_rows(probe, self._packed, self._live.rows, self._threads)
        better = {}
        for one in self._compared(probe, {}, rows):
            row = self._people[one.ref][0]
            evidence, parts, order = reordered_evidence(fingers, self._packed, row)
            score = one.score + evidence
            zone = zone_of(score, len(self))
            if zone is not Zone.UNIQUE:
                better[one.ref] = Candidate(one.ref, score, zone, {**parts, **one.parts}, order)
        return [one for one in found if one.ref not in better] + list(better.values())

    def _start_anew(self) -> None:
        self._packed = PackedPeople()
        self._live: Column[np.bool_] = Column(np.bool_)
        self._refs: list[str] = []
        self._people: dict[str, tuple[int, PersonTemplate]] = {}

    def _append(self, ref: str, template: PersonTemplate) -> None:
        row = self._packed.append(template)
        self._live.extend(np.ones(1, np.bool_))
        self._refs.append(ref)
        self._people[ref] = (row, template)

    def _among(self, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        among = np.zeros(len(self._refs), np.bool_)
        among[rows] = True
        return among
