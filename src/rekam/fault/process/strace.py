"""Faults at system calls of a real process, put there by strace, which attaches to a child that holds."""

import os
import re
import shutil
import subprocess
import time
from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rekam.fault.process.child import PATIENCE_S, Child
from rekam.problem import Problem

WRITES = ("write", "pwrite64", "ftruncate", "truncate", "fallocate")
SYNCS = ("fsync", "fdatasync")
NAMES = ("rename", "link", "unlink", "mkdir")
MESSAGES = ("sendto",)
"""To the database of the centre, and to the centre over HTTP."""

KILL = "signal=SIGKILL"

_CALL = re.compile(r"^(\d+) +(\w+)\(")
_GLANCE_S = 0.002


@dataclass(frozen=True, slots=True)
class Site:
    """The n-th call of a kind in a process, from 1.

    Attributes:
        paths: Only calls on these files count; empty = all.
    """

    call: str
    number: int
    paths: tuple[str, ...] = ()

    def rule(self, effect: str, *, onwards: bool = False) -> list[str]:
        """What strace has to be told for an effect here, or from here on."""
        return _rule(self.call, f"{effect}:when={self.number}{'+' if onwards else ''}", self.paths)


def check_strace() -> None:
    """Whether faults can be put at system calls here.

    Raises:
        Problem: ``fault.not_possible``.
    """
    strace = shutil.which("strace")
    if strace is None:
        raise Problem("fault.not_possible", reason="strace")
    tried = subprocess.run(  # noqa: S603 - strace on a program that ends at once
        [strace, "-qq", "-f", "-o", os.devnull, "-e", "trace=none", "true"], check=False, capture_output=True
    )
    if tried.returncode != 0:
        raise Problem("fault.not_possible", reason="ptrace")


class Tracer:
    """strace on one child and its threads, from a moment when the child holds.

    Args:
        child: It waits in `Line.hold`.
        rules: Options of strace.
        log: Where the calls are written; ``None`` = nowhere.

    Raises:
        Problem: ``fault.not_possible`` when the system does not let it in.
    """

    def __init__(self, child: Child, rules: Sequence[str], log: Path | None = None) -> None:
        command = ["strace", "-f", "-qq", "-o", str(log or os.devnull), *rules, "-p", str(child.pid)]
        self._process = subprocess.Popen(  # noqa: S603 - found by `check_strace`
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + PATIENCE_S
        while not _all_traced(child.pid):
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.end()
                raise Problem("fault.not_possible", reason="ptrace")
            time.sleep(_GLANCE_S)

    def end(self) -> None:
        """Waits for strace, which ends with the child."""
        try:
            self._process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def count_calls(log: Path, pid: int) -> dict[str, int]:
    """How often the first thread of a traced child made each call."""
    found = (_CALL.match(line) for line in log.read_text(errors="replace").splitlines())
    return dict(Tally(match[2] for match in found if match and int(match[1]) == pid))


def traced(calls: Sequence[str], paths: Sequence[str] = ()) -> list[str]:
    """Options to see calls only."""
    return ["-e", f"trace={','.join(calls)}", *(part for path in paths for part in ("-P", path))]


def _rule(call: str, effect: str, paths: Sequence[str]) -> list[str]:
    return [*traced([call], paths), "-e", f"inject={call}:{effect}"]


def _all_traced(pid: int) -> bool:
    for task in Path(f"/proc/{pid}/task").iterdir():
        if "TracerPid:\t0\n" in (task / "status").read_text():
            return False
    return True
