"""``lost-writes``: a disk that forgets what nobody synced, tears writes, and loses names, under a station at work."""

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

from rekam.edge.key import KeyFolder
from rekam.fault.bed.audit import Finding
from rekam.fault.bed.counter import Counter, absent_centre, make_counter
from rekam.fault.disk.at_work import Said, Say, at_work, fresh_life, record_on, without_sync
from rekam.fault.disk.forgetful import forgetful_disk
from rekam.fault.disk.holding import audit_said
from rekam.fault.outcome import Outcome
from rekam.fault.power_cut import LIFE_CUTS, LONGEST_WAIT_S, MOST_ACTS, RESIDENTS
from rekam.fault.trial import Trials
from rekam.problem import Problem


def run(trials: Trials) -> Outcome:
    """Cuts the power of a forgetful disk.

    Raises:
        Problem: ``fault.not_possible`` without FUSE.
    """
    outcome = Outcome("lost-writes", trials.seed, control=trials.control)
    keys, public = absent_centre(trials.folder / "keys")
    template, _ = make_counter(trials.folder / "template", public, residents=RESIDENTS)
    bench = _Bench(trials.folder, template, keys, without_protection=bool(trials.control))
    for number, chance in trials.each("lost-writes"):
        bench.trial(chance, new_life=number % LIFE_CUTS == 0).into(outcome)
        outcome.trials += 1
    outcome.acknowledged = bench.acknowledged
    outcome.details["damaged_waste"] = bench.waste
    return outcome


@dataclass(slots=True)
class _Bench:
    """A station on forgetful disks, one a trial: ``before`` is what the cut before it left.

    Attributes:
        waste: Unfinished files that the cuts left behind.
    """

    folder: Path
    template: Counter
    keys: KeyFolder
    without_protection: bool
    acknowledged: int = 0
    waste: int = 0
    _said: Said | None = None

    def trial(self, chance: random.Random, *, new_life: bool) -> Finding:
        """One cut and one audit, on what it left."""
        said = self._said
        if said is None or new_life:
            said = self._begin()
        at, after = self.folder / "at", self.folder / "after"
        for folder in (at, after):
            folder.mkdir(exist_ok=True)
        counter = Counter(at / "station", self.template.station_id)
        before, said.failed = said.acts, ""
        with forgetful_disk(self._before, at, after) as disk, at_work(counter, self._worker, said) as wait:
            wait(chance.randrange(MOST_ACTS), chance.random() * LONGEST_WAIT_S)
            disk.cut(str(chance.random()))
        self.acknowledged += said.acts - before
        shutil.rmtree(self._before)
        after.rename(self._before)
        finding = self._audit(said)
        # A station that has lost something would be counted again at the next cut.
        self._said = None if finding.lost or finding.unknown or finding.duplicated else said
        return finding

    @property
    def _before(self) -> Path:
        return self.folder / "before"

    def _begin(self) -> Said:
        shutil.rmtree(self._before, ignore_errors=True)
        self._before.mkdir()
        fresh_life(self.template, self._before)
        return Said()

    def _audit(self, said: Said) -> Finding:
        self.waste += sum(1 for _ in self._before.rglob("*.part"))
        counter = Counter(self._before / "station", self.template.station_id)
        try:
            station = counter.open()
        except Problem as problem:
            finding = Finding()
            finding.note("lost", f"the station does not open: {problem.code}")
            return finding
        try:
            return audit_said(station, counter, self.keys, said)
        finally:
            station.close()

    def _worker(self, counter: Counter, say: Say) -> None:
        if self.without_protection:
            without_sync()
        record_on(counter, say)
