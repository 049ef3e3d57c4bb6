"""Case ``chunks``: random schedules of chunks against the upload server; never a wrong body, always finishable."""

import asyncio
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from rekam.edge.wire.tus import core
from rekam.fault.chunk.schedule import Schedule
from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials


def run(trials: Trials) -> Outcome:
    """Runs schedules; a trial is one, ``acknowledged`` counts bodies that were acknowledged as whole."""
    outcome = Outcome("chunks", trials.seed, control=trials.control)
    with _quiet_server(), _without_offset_check(switched_off=trials.control == "no-offset-check"):
        outcome.details["requests"] = asyncio.run(_schedules(trials, outcome))
    return outcome


async def _schedules(trials: Trials, outcome: Outcome) -> int:
    requests = 0
    for number, chance in trials.each("chunks"):
        folder = trials.folder / str(number)
        schedule = Schedule(folder, chance)
        await schedule.run()
        shutil.rmtree(folder)
        outcome.trials += 1
        outcome.acknowledged += schedule.finished
        requests += schedule.requests
        if schedule.finding.first:
            schedule.finding.first = f"trial {number}: {schedule.finding.first}"
        schedule.finding.into(outcome)
    return requests


@contextmanager
def _quiet_server() -> Iterator[None]:
    """Wrong bodies that it finds when it starts are the schedules' own doing: no traceback for each."""
    log = logging.getLogger("rekam.wire")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


@contextmanager
def _without_offset_check(*, switched_off: bool) -> Iterator[None]:
    """The control: every chunk is taken for the next one."""
    real = core.open_patch

    def believing(head: core.Head, known: core.Known, limits: core.Limits) -> core.Receiving:
        offset = str(known.offset_and_length[0])
        return real(replace(head, headers={**head.headers, "upload-offset": offset}), known, limits)

    if switched_off:
        core.open_patch = believing
    try:
        yield
    finally:
        core.open_patch = real
