"""``disk-scan``: planted pictures are recorded, the station dies, and its whole disk is searched.

It dies at one call after the other that changes the disk: with as many trials as there are calls, at every crash
point of a recording. Every second time the power goes with it. The image holds everything that the station writes:
database, journal of the file system, free blocks, temporary files. Where loop devices are not allowed, the
station's files alone are searched; without strace it dies at random moments.
"""

import random
import shutil
import signal
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from rekam.edge.key import KeyFolder
from rekam.fault.bed.audit import Finding
from rekam.fault.bed.counter import Counter, absent_centre, make_counter, resident
from rekam.fault.crash_point import CALLS
from rekam.fault.disk.at_work import Said, Say, at_work, fresh_life, record_on
from rekam.fault.disk.holding import audit_said
from rekam.fault.disk.loop import LoopDisk, loop_disk
from rekam.fault.disk.planted import PlantingBench, Search, payload
from rekam.fault.outcome import Outcome
from rekam.fault.power_cut import LONGEST_WAIT_S, MOST_ACTS
from rekam.fault.process import warm_nursery
from rekam.fault.process.child import Child
from rekam.fault.process.planted_part import keep_files_at, unseal
from rekam.fault.process.station_part import HOLD_OPEN
from rekam.fault.process.strace import KILL, Site, Tracer, check_strace, count_calls, traced
from rekam.fault.trial import Trials
from rekam.problem import Problem

_RESIDENTS = 3  # more than are recorded before a crash
_SWAPS = Path("/proc/swaps")


def run(trials: Trials) -> Outcome:
    """Plants, crashes and searches; every trial is a new station on the same disk, so old blocks stay searched."""
    outcome = Outcome("disk-scan", trials.seed, control=trials.control)
    keys, public = absent_centre(trials.folder / "keys")
    template, _ = make_counter(trials.folder / "template", public, residents=_RESIDENTS)
    with ExitStack() as stack:
        disk = _disk(trials.folder, stack)
        bench = _Bench(trials, template, keys, disk)
        bench.find_sites()
        for number, chance in trials.each("disk-scan"):
            bench.trial(number, chance).into(outcome)
            outcome.trials += 1
    outcome.acknowledged = bench.planted
    outcome.details |= {
        "payloads": bench.planted,
        "windows": bench.windows,
        "points": len(bench.points),
        "points_total": len(bench.sites),
        "image": "files" if disk is None else disk.kind,
        "swaps": max(0, len(_SWAPS.read_text().splitlines()) - 1) if _SWAPS.exists() else 0,
    }
    return outcome


@dataclass(slots=True)
class _Bench:
    """The disk over all trials.

    Attributes:
        planted: Payloads given so far; their numbers have no gaps.
        windows: Most plaintext windows that one search found.
        sites: Calls at which it dies, one after the other; empty = at random moments.
        points: Of these, where it has died.
    """

    trials: Trials
    template: Counter
    keys: KeyFolder
    disk: LoopDisk | None
    planted: int = 0
    windows: int = 0
    sites: list[Site] = field(default_factory=list)
    points: set[Site] = field(default_factory=set)
    _payloads: list[bytes] = field(default_factory=list)

    def trial(self, number: int, chance: random.Random) -> Finding:
        """One crash, one search, one audit."""
        room = Path(tempfile.mkdtemp(dir=self.disk.at if self.disk else self.trials.folder))
        counter = fresh_life(self.template, room)
        if self.disk:
            self.disk.sync()
        said = Said(planted=self.planted)
        if self.sites:
            self._die_at(self.sites[number % len(self.sites)], counter, said)
        else:
            with at_work(counter, self._worker, said) as wait:
                wait(chance.randrange(MOST_ACTS), chance.random() * LONGEST_WAIT_S)
        if self.disk and chance.random() < 0.5:
            self.disk.cut()
        seed, numbers = self.trials.seed, range(self.planted, said.planted)
        self._payloads += [payload(seed, number) for number in numbers]
        self.planted = said.planted
        found = self._search(room)
        finding = self._audit(counter, said)
        if found:
            finding.note("unknown", f"{found} windows of plaintext")
        shutil.rmtree(room)  # its blocks stay on the disk and are searched again
        return finding

    def find_sites(self) -> None:
        """Every call of one recording that changes the disk; none are known without strace."""
        try:
            check_strace()
        except Problem:
            return
        log = self.trials.folder / "calls"
        counter = fresh_life(self.template, self.trials.folder / "counted")
        with self._recorder(counter) as child:
            child.wait_ready()
            tracer = Tracer(child, traced(CALLS["recording"]), log)
            child.go()
            child.hear_all()
            child.wait()
            tracer.end()
            counts = count_calls(log, child.pid)
        self.sites = [
            Site(call, number) for call in CALLS["recording"] for number in range(1, counts.get(call, 0) + 1)
        ]

    def _die_at(self, site: Site, counter: Counter, said: Said) -> None:
        """One recording up to a call before which the process is killed."""
        with self._recorder(counter) as child:
            child.wait_ready()
            tracer = Tracer(child, site.rule(KILL))
            child.go()
            heard = child.hear_all()
            if child.wait() == -signal.SIGKILL:
                self.points.add(site)
            tracer.end()
        nik = resident(1).nik
        for words in heard:
            match words:
                case ["planted", count]:
                    said.planted = int(count)
                case ["kept", count]:
                    said.drafts[nik] = int(count)
                case ["sealed", packet, sequence]:
                    said.packets[bytes.fromhex(packet)] = (nik, int(sequence))
                case ["problem" | "error", *rest]:
                    said.failed = f"unnamed {' '.join(rest)}"

    def _recorder(self, counter: Counter) -> Child:
        return warm_nursery().start(
            "planted_part:record", folder=str(counter.folder), seed=self.trials.seed, first=self.planted,
            control=self.trials.control, hold=HOLD_OPEN,
        )  # fmt: skip

    def _search(self, room: Path) -> int:
        """Windows on the disk while it is not mounted; it is mounted again afterwards."""
        search = Search(self._payloads)
        if self.disk is None:
            found = sum(search.windows_in(path) for path in room.rglob("*") if path.is_file())
        else:
            self.disk.unmount()
            found = search.windows_in(self.disk.image)
            self.disk.mount()
        self.windows = max(self.windows, found)
        return found

    def _audit(self, counter: Counter, said: Said) -> Finding:
        if self.trials.control:
            return Finding()  # what was written in the clear cannot be opened by a station that seals
        station = counter.open()
        try:
            return audit_said(station, counter, self.keys, said)
        finally:
            station.close()

    def _worker(self, counter: Counter, say: Say) -> None:
        keep_files_at(counter.folder.parent)
        if self.trials.control:
            unseal()
        bench = PlantingBench(self.trials.seed, self.planted, lambda number: say("planted", "", number))
        record_on(replace(counter, bench=bench), say)


def _disk(folder: Path, stack: ExitStack) -> LoopDisk | None:
    """An ext4 of its own, or ``None`` where this machine does not allow one: the report then says ``files``."""
    try:
        return stack.enter_context(loop_disk("ext4", folder))
    except Problem:
        return None
