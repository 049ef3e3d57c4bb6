import numpy as np

from rekam.abis import parameters
from rekam.abis.candidate import Candidate
from rekam.abis.fusion import Fingers
from rekam.abis.gallery.column import Column
from rekam.abis.gallery.likely import likely_rows
from rekam.abis.gallery.packed import PackedPeople
from rekam.abis.gallery.stage_two import StageTwo
from rekam.abis.person_template import PersonTemplate
from rekam.abis.search.probes import Probes
from rekam.abis.search.shortlist import reordered_rows
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
        second = StageTwo(probe, len(self))
        for row in likely_rows(probe, self._packed, live, limit, self._threads):
            second.compare(*self._enrolled(row))
        if second.asks_for_other_orders:
            probes = Probes.of_people([PersonTemplate(probe.fingers)])
            for row in reordered_rows(probes, self._packed.columns(live), self._threads):
                second.compare_in_other_orders(*self._enrolled(row))
        return second.best(limit)

    def _enrolled(self, row: int) -> tuple[str, PersonTemplate, Fingers]:
        reference = self._refs[row]
        return reference, self._people[reference][1], self._packed.fingers(row)

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
