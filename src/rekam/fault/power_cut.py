"""``power-cut``: the file system of a station at work is shut down, mounted again, and held against the pipe.

One trial is one cut on each of ext4 and xfs. A station lives through several cuts before it is replaced, so that a
later one meets what an earlier one left. The centre's side is its packet files; its PostgreSQL is not on the disk
that is cut.
"""

import random
import shutil
import time
from dataclasses import dataclass, field

from rekam.edge.key import KeyFolder
from rekam.fault.bed.audit import Finding
from rekam.fault.bed.counter import Counter, absent_centre, make_counter
from rekam.fault.disk.at_work import Said, Say, at_work, fresh_life, record_on, without_sync
from rekam.fault.disk.holding import audit_said
from rekam.fault.disk.loop import KINDS, LoopDisk, loop_disk
from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials
from rekam.problem import Problem

LIFE_CUTS = 10  # cuts that one station lives through
RESIDENTS = 60  # more than can be recorded in one life
MOST_ACTS = 40  # acknowledgements before a cut; a recording has 18 and a seal
LONGEST_WAIT_S = 0.06  # after the last of them: several times one act


def run(trials: Trials) -> Outcome:
    """Cuts the power.

    Raises:
        Problem: ``fault.not_possible`` without loop devices, the tools of both file systems, or root.
    """
    outcome = Outcome("power-cut", trials.seed, control=trials.control)
    keys, public = absent_centre(trials.folder / "keys")
    template, _ = make_counter(trials.folder / "template", public, residents=RESIDENTS)
    slowest = 0.0
    cuts = {}
    for kind in KINDS:
        with loop_disk(kind, trials.folder) as disk:
            bench = _Bench(disk, template, keys, without_protection=bool(trials.control))
            for number, chance in trials.each(f"power-cut {kind}"):
                bench.trial(chance, new_life=number % LIFE_CUTS == 0).into(outcome)
                outcome.trials += 1
            outcome.acknowledged += bench.acknowledged
            cuts[kind] = trials.wanted
            slowest = max(slowest, bench.slowest_s)
    outcome.details |= {"cuts": cuts, "recovery_s_most": round(slowest, 3)}
    return outcome


@dataclass(slots=True)
class _Bench:
    """A station on one disk, over its lives.

    Attributes:
        slowest_s: Longest time from mounting to the station's first page, seconds.
    """

    disk: LoopDisk
    template: Counter
    keys: KeyFolder
    without_protection: bool
    acknowledged: int = 0
    slowest_s: float = 0.0
    _counter: Counter | None = None
    _said: Said = field(default_factory=Said)

    def trial(self, chance: random.Random, *, new_life: bool) -> Finding:
        """One cut and one audit."""
        counter = self._counter
        if counter is None or new_life:
            counter = self._begin()
        before, self._said.failed = self._said.acts, ""
        with at_work(counter, self._worker, self._said) as wait:
            wait(chance.randrange(MOST_ACTS), chance.random() * LONGEST_WAIT_S)
            self.disk.cut()
        self.acknowledged += self._said.acts - before
        self.disk.unmount()
        finding = self._audit(counter)
        # A station that has lost something would be counted again at the next cut.
        self._counter = None if finding.lost or finding.unknown or finding.duplicated else counter
        return finding

    def _begin(self) -> Counter:
        for left in self.disk.at.glob("[!l]*"):
            shutil.rmtree(left)
        self._said = Said()
        counter = fresh_life(self.template, self.disk.at)
        self.disk.sync()
        return counter

    def _audit(self, counter: Counter) -> Finding:
        began = time.monotonic()
        self.disk.mount()
        try:
            station = counter.open()
        except Problem as problem:
            finding = Finding()
            finding.note("lost", f"the station does not open: {problem.code}")
            return finding
        self.slowest_s = max(self.slowest_s, time.monotonic() - began)
        try:
            return audit_said(station, counter, self.keys, self._said)
        finally:
            station.close()

    def _worker(self, counter: Counter, say: Say) -> None:
        if self.without_protection:
            without_sync()
        record_on(counter, say)
