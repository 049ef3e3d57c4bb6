"""SIGKILL of real processes while they record, seal, deliver, take in and work; then they are started again."""

import random
import time
from collections import Counter as Tally
from contextlib import ExitStack
from dataclasses import dataclass, field

from rekam.fault.outcome import Outcome
from rekam.fault.process import Child, warm_nursery
from rekam.fault.process.control import DELETE_EARLY, NO_KEY
from rekam.fault.process.memory import scratch_in_memory
from rekam.fault.process.world import World, open_world
from rekam.fault.trial import Trials

PHASES = ("capture", "seal", "delivery", "intake", "worker")
_BATCH = 500
"""Kills before the books are audited and a new centre and station begin: an audit reads everything."""

_RESIDENTS = 2 * _BATCH
_ACTS = 15
"""Acknowledgements of one recording before consent."""

_TRIES = 50
"""Kills that came too late before one is given up; it then counts as no trial."""

_FIRST_WINDOW_S = 0.01
_NARROWER, _WIDER = 0.8, 1.05
"""A kill that came too late makes the window of its phase shorter, one in time makes it a little longer: on a machine
of any speed the kills spread over the whole phase."""


@dataclass
class _Windows:
    """Longest wait before the kill of each phase, seconds."""

    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(PHASES, _FIRST_WINDOW_S))

    def wait(self, phase: str, chance: random.Random) -> None:
        time.sleep(chance.uniform(0.0, self.seconds[phase]))

    def learn(self, phase: str, *, hit: bool) -> bool:
        self.seconds[phase] *= _WIDER if hit else _NARROWER
        return hit


def run(trials: Trials) -> Outcome:
    """One trial is one process killed at work. ``details``: kills by phase, residents recorded."""
    outcome = Outcome("kill", trials.seed, control=trials.control)
    residents = min(_RESIDENTS, 4 * trials.wanted + 20)
    windows, kills, recorded = _Windows(), Tally[str](), 0
    with scratch_in_memory(trials.folder) as scratch, ExitStack() as batch:
        world: World | None = None
        for number, chance in trials.each("kill"):
            if number % _BATCH == 0:
                if world is not None:
                    world.finish(outcome)
                    recorded += world.number
                    batch.pop_all().close()
                folder = scratch / f"batch{number // _BATCH}"
                world = batch.enter_context(open_world(folder, warm_nursery(), trials.control, residents))
            assert world is not None
            phase = PHASES[number % len(PHASES)]
            hit = any(_KILL[phase](world, windows, chance) for _ in range(_TRIES))
            kills[phase] += hit
            outcome.trials += hit
        if world is not None:
            world.finish(outcome)
            recorded += world.number
    outcome.details["kills"] = {phase: kills[phase] for phase in PHASES}
    outcome.details["recorded"] = recorded
    return outcome


def _kill_capture(world: World, windows: _Windows, chance: random.Random) -> bool:
    """While a draft grows: after a random act, and a random moment later."""
    fresh = world.number in world.ledger.sealed
    with world.start_recording(fresh=fresh) as child:
        heard: list[list[str]] = []
        for _ in range(chance.randint(1, _ACTS)):
            if (words := child.hear()) is None or words[0] in {"consented", "sealed"}:
                heard += [words] if words else []
                break
            heard.append(words)
        windows.wait("capture", chance)
        hit = _killed(child, heard, "consented", "sealed")
        world.note_recording(heard)
    return windows.learn("capture", hit=hit)


def _kill_seal(world: World, windows: _Windows, chance: random.Random) -> bool:
    """Between consent and the receipt code on the page."""
    fresh = world.number in world.ledger.sealed
    with world.start_recording(fresh=fresh) as child:
        if world.control == NO_KEY:
            heard = child.hear_until("halfway", "sealed")
        else:
            heard = child.hear_until("consented", "sealed")
            windows.wait("seal", chance)
        hit = _killed(child, heard, "sealed")
        world.note_recording(heard)
    return windows.learn("seal", hit=hit)


def _kill_delivery(world: World, windows: _Windows, chance: random.Random) -> bool:
    """The station's process during a round: exchange, upload, receipts."""
    _ensure_waiting(world)
    with world.start_delivery() as child:
        if world.control == DELETE_EARLY:
            heard = child.hear_until("halfway", "delivered", "stuck")
        else:
            heard = child.hear_until(chance.choice(("open", "uploading")), "delivered", "stuck")
            windows.wait("delivery", chance)
        hit = _killed(child, heard, "delivered", "stuck")
        world.note_delivery(heard)
    # A body that the control took away never gets through: the trial has nothing more to kill.
    return windows.learn("delivery", hit=hit) or bool(world.control)


def _kill_intake(world: World, windows: _Windows, chance: random.Random) -> bool:
    """The centre's web process while a body comes in or is being taken over; the station goes on by itself."""
    _ensure_waiting(world)
    _forget(world.server)
    with world.start_delivery() as child:
        heard: list[list[str]] = []
        if chance.random() < 0.5:
            heard = child.hear_until("uploading", "delivered", "stuck")
        else:
            world.server.hear(_PATIENCE_S)
        windows.wait("intake", chance)
        while words := child.hear(0.0):
            heard.append(words)
        hit = not any(words[0] in {"delivered", "stuck"} for words in heard)
        world.server.close()
        world.start_server()
        heard += child.hear_all()
        child.wait()
        world.note_delivery(heard)
    return windows.learn("intake", hit=hit) or bool(world.control)


def _kill_worker(world: World, windows: _Windows, chance: random.Random) -> bool:
    """The worker in the middle of a job."""
    if not world.jobs():
        _ensure_waiting(world)
        world.deliver_all()
        if not world.jobs():
            return bool(world.control)
    with world.start_worker() as worker:
        at_job = chance.random() < 0.5
        while at_job and worker.hear(_GLANCE_S) is None and world.unfinished():
            pass  # a job that was done before says nothing
        windows.wait("worker", chance)
        hit = world.unfinished() > 0
    return windows.learn("worker", hit=hit)


_KILL = {
    "capture": _kill_capture,
    "seal": _kill_seal,
    "delivery": _kill_delivery,
    "intake": _kill_intake,
    "worker": _kill_worker,
}
_GLANCE_S = 0.02
_PATIENCE_S = 1.0
"""How long the server may wait for a body that the station has no reason to bring any more."""


def _killed(child: Child, heard: list[list[str]], *finished: str) -> bool:
    """Kills, takes what was said until then, and says whether that was before the work was finished."""
    child.kill()
    heard += child.hear_all()
    return not any(words[0] in finished for words in heard)


def _ensure_waiting(world: World) -> None:
    while not world.waiting:
        world.record_one()


def _forget(server: Child) -> None:
    """Drops what the server said of earlier bodies."""
    while server.hear(0.0):
        pass
