"""``disk-scan``: planted pictures are recorded, the station is killed or cut off, and its whole disk is searched.

The image holds everything that the station writes: database, journal of the file system, free blocks, temporary
files. Where loop devices are not allowed, the station's files alone are searched.
"""

import os
import random
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from rekam.edge.key import DraftCipher, KeyFolder
from rekam.fault.bed.audit import Finding
from rekam.fault.bed.counter import Counter, absent_centre, make_counter
from rekam.fault.disk.at_work import Said, Say, at_work, fresh_life, record_on
from rekam.fault.disk.holding import audit_said
from rekam.fault.disk.loop import LoopDisk, loop_disk
from rekam.fault.disk.planted import PlantingBench, Search, payload
from rekam.fault.outcome import Outcome
from rekam.fault.power_cut import LONGEST_WAIT_S, MOST_ACTS
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
        for _, chance in trials.each("disk-scan"):
            bench.trial(chance).into(outcome)
            outcome.trials += 1
    outcome.acknowledged = bench.planted
    outcome.details |= {
        "payloads": bench.planted,
        "windows": bench.windows,
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
    """

    trials: Trials
    template: Counter
    keys: KeyFolder
    disk: LoopDisk | None
    planted: int = 0
    windows: int = 0
    _payloads: list[bytes] = field(default_factory=list)

    def trial(self, chance: random.Random) -> Finding:
        """One crash, one search, one audit."""
        room = Path(tempfile.mkdtemp(dir=self.disk.at if self.disk else self.trials.folder))
        counter = fresh_life(self.template, room)
        if self.disk:
            self.disk.sync()
        said = Said(planted=self.planted)
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
        os.environ["TMPDIR"] = os.environ["SQLITE_TMPDIR"] = tempfile.tempdir = str(counter.folder.parent)
        if self.trials.control:
            _unseal()
        bench = PlantingBench(self.trials.seed, self.planted, lambda number: say("planted", "", number))
        record_on(replace(counter, bench=bench), say)


def _disk(folder: Path, stack: ExitStack) -> LoopDisk | None:
    """An ext4 of its own, or ``None`` where this machine does not allow one: the report then says ``files``."""
    try:
        return stack.enter_context(loop_disk("ext4", folder))
    except Problem:
        return None


def _unseal() -> None:
    """The control ``unsealed``: in this process drafts are written as they are."""
    for act in ("encrypt", "decrypt"):
        setattr(DraftCipher, act, _as_it_is)


def _as_it_is(_cipher: DraftCipher, data: bytes, _label: str) -> bytes:
    return data
