"""The disk fails a call, or takes two seconds over it: a named problem or nothing at all, and nothing lost."""

from rekam.fault.outcome import Outcome
from rekam.fault.process.failing import Effect, run_failures
from rekam.fault.process.station_part import HOLD_FIRST
from rekam.fault.trial import Trials

CALLS = (
    "pread64",
    "write",
    "pwrite64",
    "ftruncate",
    "fsync",
    "fdatasync",
    "rename",
    "link",
    "unlink",
    "mkdir",
)
EFFECTS = (Effect("error=EIO"), Effect("error=EIO", onwards=True))
_SLOW_EVERY = 10
"""One trial in so many waits for a slow disk instead of a failing one: each takes two seconds."""


def run(trials: Trials) -> Outcome:
    """One trial is one act with one bad call. ``details``: problems seen by code."""
    return run_failures(trials, "io-error", EFFECTS, CALLS, HOLD_FIRST, slow_every=_SLOW_EVERY)
