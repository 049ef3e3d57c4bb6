"""No space or no quota left from a call on, and a real small disk: a named problem, nothing half-made, then it goes on."""

import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rekam.fault.outcome import Outcome
from rekam.fault.process.failing import Effect, Seen, run_failures
from rekam.fault.process.part import Part
from rekam.fault.process.recording import RecordingPart
from rekam.fault.process.station_part import HOLD_OPEN
from rekam.fault.trial import Trials

CALLS = ("write", "pwrite64", "fallocate", "ftruncate", "fsync", "fdatasync", "link", "rename", "mkdir")
EFFECTS = (Effect("error=ENOSPC", onwards=True), Effect("error=EDQUOT", onwards=True))
_LEAST_KB, _MOST_KB = 4, 400
"""Room beside the fresh station; a recording needs about as much as the most."""


def run(trials: Trials) -> Outcome:
    """One trial is one act that runs out of space. ``details``: problems seen by code, small disks filled."""
    disks = [0]

    def small_disk(part: Part, chance: random.Random, seen: Seen) -> None:
        assert isinstance(part, RecordingPart)
        disks[0] += _on_small_disk(part, trials.folder / "small", chance, seen)

    outcome = run_failures(trials, "disk-full", EFFECTS, CALLS, HOLD_OPEN, beside=small_disk)
    outcome.details["small_disks"] = disks[0]
    return outcome


def _on_small_disk(part: RecordingPart, folder: Path, chance: random.Random, seen: Seen) -> int:
    """A recording on a tmpfs of limited size, where this account may mount one; how many were done."""
    with _small_disk(folder) as mounted:
        if not mounted:
            return 0
        with part.at(folder), part.start(HOLD_OPEN) as child:
            child.wait_ready()
            _resize(folder, _used_kb(folder) + chance.randint(_LEAST_KB, _MOST_KB))
            child.go()
            heard = child.hear_all()
            seen.note("recording on a small disk", heard, child.wait())
            _resize(folder, 64 << 10)
            part.settle(heard)
    return 1


@contextmanager
def _small_disk(folder: Path) -> Iterator[bool]:
    folder.mkdir(exist_ok=True)
    mounted = _mount("-t", "tmpfs", "-o", "size=64m", "none", str(folder))
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607 - what was just mounted


def _resize(folder: Path, size_kb: int) -> None:
    if not _mount("-o", f"remount,size={size_kb}k", str(folder)):
        message = "the small disk cannot be made smaller or larger"
        raise RuntimeError(message)


def _mount(*words: str) -> bool:
    try:
        return subprocess.run(["mount", *words], check=False, capture_output=True).returncode == 0  # noqa: S603, S607
    except FileNotFoundError:
        return False


def _used_kb(folder: Path) -> int:
    return sum(path.stat().st_blocks for path in folder.rglob("*")) // 2
