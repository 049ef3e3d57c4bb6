"""SIGKILL at each call that changes a disk or a database, one at a time: recording, delivery, intake."""

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rekam.fault.outcome import Outcome
from rekam.fault.process import Nursery, warm_nursery
from rekam.fault.process.memory import scratch_in_memory
from rekam.fault.process.part import Part
from rekam.fault.process.passing import DeliveryPart, IntakePart
from rekam.fault.process.recording import RecordingPart
from rekam.fault.process.station_part import HOLD_OPEN
from rekam.fault.process.strace import (
    KILL,
    MESSAGES,
    NAMES,
    SYNCS,
    WRITES,
    Site,
    Tracer,
    check_strace,
    count_calls,
    traced,
)
from rekam.fault.process.world import open_world
from rekam.fault.trial import Trials

CALLS = {
    "recording": (*WRITES, *SYNCS, *NAMES),
    "delivery": (*WRITES, *SYNCS, *NAMES, *MESSAGES),
    "intake": (*WRITES, *SYNCS, *NAMES, *MESSAGES),
}
_RESIDENTS = 1000
"""More than the points of one pass at station and centre."""

_BEYOND = 2
"""Calls of a kind beyond those of the counted act: another act may need a page more."""


def run(trials: Trials) -> Outcome:
    """One trial is one whole pass over every point. ``details``: points by part, and in all."""
    return run_points(trials, every=1)


def run_points(trials: Trials, *, every: int) -> Outcome:
    """As `run`, at every k-th point only, beginning at another one in each pass.

    Raises:
        Problem: ``fault.not_possible`` without strace.
    """
    check_strace()
    outcome = Outcome("every-crash-point", trials.seed, control=trials.control)
    points = dict.fromkeys(CALLS, 0)
    with scratch_in_memory(trials.folder) as scratch:
        for number, chance in trials.each("every-crash-point"):
            with open_parts(scratch / f"pass{number}", warm_nursery(), _RESIDENTS // every + 20) as parts:
                for part in parts:
                    beyond = _BEYOND if every == 1 else 0
                    sites = sites_of(part, CALLS[part.name], scratch / "calls", beyond=beyond)
                    step = max(1, min(every, len(sites) // 3))
                    for site in sites[chance.randrange(step) :: step]:
                        points[part.name] += _killed_at(part, site)
                        trials.say(f"every-crash-point: {part.name} {site.call} {site.number}")
                for part in parts:
                    part.finish(outcome)
            outcome.trials += 1
    outcome.details |= {"method": "strace", "points": points, "points_total": sum(points.values())}
    return outcome


@contextmanager
def open_parts(folder: Path, nursery: Nursery, residents: int) -> Iterator[tuple[Part, ...]]:
    """The three parts in a folder; the last one to finish audits station and centre."""
    folder.mkdir(parents=True)
    with open_world(folder / "world", nursery, "", residents) as world:
        yield RecordingPart(folder, nursery), IntakePart(world), DeliveryPart(world)


def sites_of(
    part: Part, calls: Sequence[str], log: Path, hold: str = HOLD_OPEN, *, beyond: int = _BEYOND
) -> list[Site]:
    """Every call of an act that meets no fault, by kind and number."""
    with part.start(hold) as child:
        child.wait_ready()
        tracer = Tracer(child, traced(calls), log)
        child.go()
        heard = child.hear_all()
        child.wait()
        tracer.end()
        counts = count_calls(log, child.pid)
    part.settle(heard)
    return [
        Site(call, number)
        for call in calls
        if call in counts
        for number in range(1, counts[call] + 1 + beyond)
    ]


def _killed_at(part: Part, site: Site) -> bool:
    """Whether the act came to the point, and died there."""
    with part.start(HOLD_OPEN) as child:
        child.wait_ready()
        tracer = Tracer(child, site.rule(KILL))
        child.go()
        heard = child.hear_all()
        died = child.wait() == -signal.SIGKILL
        tracer.end()
    part.settle(heard)
    return died
