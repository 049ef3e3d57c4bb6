"""``rekam demo --once``: the whole journey without a browser, ending in one report."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgspec

from rekam.centre.centre import Centre, open_centre
from rekam.centre.main import DATABASE
from rekam.centre.printing import mark_printed
from rekam.demo import tally
from rekam.demo.cast import Cast, choose_cast, finger_cast
from rekam.demo.claim import CENTRES, DEVICES, claimed
from rekam.demo.founding import CUT, Addresses, found, password_of, say
from rekam.demo.home import Home
from rekam.demo.part import Part
from rekam.demo.report import CoverageLines, Report
from rekam.demo.tree import Tree
from rekam.demo.visit import Outcome, Plan
from rekam.edge.packed import gazetteer, population_figures
from rekam.edge.store.postgres import VARIABLE, open_server
from rekam.edge.wire.line import Line
from rekam.population import Population
from rekam.problem import Problem
from rekam.registry import CARDS

LOOK_SECONDS = 0.25
LONGEST_SECONDS = 1500
LEAST_FREE_MB = 400


def play(
    *, scale: float, seed: int, people: int, fingers: Path | None = None, folder: Path | None = None
) -> Report:
    """Play the journey.

    Args:
        scale: Part of Jambi to load.
        seed: Of everybody and everything drawn.
        people: Recordings (drawn people only).
        fingers: Folder of real prints.
        folder: Where to keep the data; a temporary folder, removed at the end, when not given.

    Raises:
        Problem: ``command.no_space``, ``command.bad_option``, ``command.waited_too_long``, ``command.part_died``.
    """
    with _home(folder) as home, ExitStack() as stack:
        population = Population(seed, scale, gazetteer(), population_figures())
        cast = _cast(population, seed, people, fingers)
        server = open_server(home.centre / "postgres", os.environ)
        stack.callback(server.close)
        url = server.database(DATABASE)
        centre = stack.enter_context(open_centre(home.centre, url, now=lambda: int(time.time())))
        centre_port, devices = stack.enter_context(claimed(CENTRES)), stack.enter_context(claimed(DEVICES))
        line = stack.enter_context(Line(centre_port))
        addresses = Addresses(f"http://127.0.0.1:{centre_port}", line.url, "https://rekam.example")
        found(home, centre, gazetteer(), population, cast.extra, cast.district, addresses)
        before = _coverage(centre, cast.district)
        plan = _plan(home, cast, devices, fingers)
        home.plan.write_bytes(msgspec.json.encode(plan))
        tree = Tree(home.folder)
        stack.callback(tree.fell)
        with_url = {VARIABLE: url}
        shown = ["--fingers", str(fingers)] if fingers else ["--plan", str(home.plan)]

        started = time.monotonic()
        line.cut()
        tree.grow(
            Part(
                "devices",
                ["devices", "--port", str(devices), "--key", str(home.folder / "device.pem"), *shown],
                home.log("devices"),
                {},
            )
        )
        tree.grow(
            Part(
                "centre",
                ["centre", "--folder", str(home.centre), "--port", str(centre_port)],
                home.log("centre"),
                with_url,
            )
        )
        tree.grow(Part("worker", ["worker", "--folder", str(home.centre)], home.log("worker"), with_url))
        tree.grow(Part("station", ["demo-cast", "--plan", str(home.plan)], home.log("station"), {}))
        _wait(
            home,
            tree,
            home.done.exists,
            "perekaman / recording",
            lambda: f"{len(tally.sealed_packets(home.station))} / {people}",
        )
        recorded_at = time.monotonic()
        sealed = tally.sealed_packets(home.station)
        say(f"{len(sealed)} tersegel, sambungan dipulihkan / sealed, line restored")
        line.restore()
        packets = list(sealed)
        _wait(home, tree, lambda: all(tally.sealed_packets(home.station).values()), "tanda terima / receipts")
        receipted_at = time.monotonic()
        say("semua diterima pusat / all received")
        _wait(
            home,
            tree,
            lambda: all(s in tally.SETTLED for s in tally.statuses(centre, packets).values()),
            "penunggalan / de-duplication",
        )
        decided_at = time.monotonic()
        for queued in centre.store.cards.queue(cast.district, limit=100_000):
            mark_printed(centre, queued.packet_id, actor="dinas")
        ended = time.monotonic()
        tree.check()
        tree.fell()

        return _report(home, centre, cast, before, tree.restarts, seed, fingers is not None, {
            "recording": recorded_at - started, "delivery": receipted_at - recorded_at,
            "deduplication": decided_at - receipted_at, "printing": ended - decided_at,
        })  # fmt: skip


def _report(
    home: Home, centre: Centre, cast: Cast, before: CoverageLines,
    restarts: int, seed: int, with_fingers: bool, steps: dict[str, float],
) -> Report:  # fmt: skip
    outcomes = msgspec.json.decode(home.done.read_bytes(), type=list[Outcome])
    sealed = tally.sealed_packets(home.station)
    packets = list(sealed)
    known = tally.statuses(centre, packets)
    first_of = tally.first_identities(cast.visits, cast.bodies)
    counted: dict[str, int] = {}
    for status in known.values():
        name = status.name if status else "UNKNOWN"
        counted[name] = counted.get(name, 0) + 1
    settled = [status for status in known.values() if status in tally.SETTLED]
    held = tally.delivered(centre, packets)
    refusals = [outcome.refused for outcome in outcomes if outcome.refused]
    audit, log_wrong = centre.store.audit.verify(), centre.store.log.first_wrong()
    sound = audit.first_wrong is None and log_wrong is None
    sound = sound and not centre.store.packets.gaps("") and not centre.store.packets.misfits("")
    return Report(
        recorded=len(packets),
        delivered=held,
        receipted=sum(sealed.values()),
        unique=sum(status in CARDS for status in settled),
        adjudication=sum(
            status is not None and status.name in {"ADJUDICATE_RECORD", "REQUEST_VALIDATION"}
            for status in settled
        ),
        refused=len(refusals),
        refusals=tuple(code for codes in refusals for code in codes),
        cards=sum(centre.store.cards.card(packet_id) is not None for packet_id in packets),
        lost=len(packets) - held,
        duplicated=tally.effects_twice(centre, packets),
        unknown=len(packets) - len(settled),
        second_identities_caught=tally.caught(centre, outcomes, first_of, "second_identity")[0],
        exceptions=sum(bool(c and c.missing) for c in map(centre.store.contents.content, packets)),
        statuses=dict(sorted(counted.items())),
        coverage={"before": before, "after": _coverage(centre, cast.district)},
        chains_sound=sound and not centre.store.coverage.differences(),
        restarts=restarts,
        seed=seed,
        seconds=sum(steps.values()),
        fingers=tally.fingers_of(centre, outcomes, first_of) if with_fingers else None,
        steps_seconds=steps,
    )


def _cast(population: Population, seed: int, people: int, fingers: Path | None) -> Cast:
    if fingers is None:
        return choose_cast(population, seed, people)
    from rekam.demo.prints import read_prints, shared_impressions

    return finger_cast(population, seed, [shared_impressions(person) for person in read_prints(fingers)])


def _plan(home: Home, cast: Cast, device_port: int, fingers: Path | None) -> Plan:
    return Plan(
        station=str(home.station),
        simulator=f"http://127.0.0.1:{device_port}",
        device_port=device_port,
        done=str(home.done),
        operator=("operator", password_of("operator")),
        supervisor=("penyelia", password_of("penyelia")),
        visits=cast.visits,
        fingers=fingers is not None,
    )


def _coverage(centre: Centre, district: str) -> CoverageLines:
    places = (district, district[:5], district[:2])
    return {place: tally.coverage_line(centre.store.coverage.of(place), CUT) for place in places}


def _wait(
    home: Home,
    tree: Tree,
    there: Callable[[], bool],
    what: str,
    progress: Callable[[], str] | None = None,
) -> None:
    started = told = time.monotonic()
    while not there():
        tree.check()
        now = time.monotonic()
        if now - started > LONGEST_SECONDS:
            raise Problem(
                "command.waited_too_long", what=what, seconds=LONGEST_SECONDS, folder=str(home.folder)
            )
        if progress and now - told > 5:
            told = now
            say(f"{what}: {progress()}")
        time.sleep(LOOK_SECONDS)


def room_for(folder: Path, least_mb: int) -> None:
    """Make the folder and check its disk.

    Raises:
        Problem: ``command.no_space``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free // 2**20
    if free < least_mb:
        raise Problem("command.no_space", path=str(folder), free_mb=free, need_mb=least_mb)


@contextmanager
def _home(folder: Path | None) -> Iterator[Home]:
    base = folder or Path(tempfile.mkdtemp(prefix="rekam-demo-"))
    try:
        room_for(base, LEAST_FREE_MB)
        yield Home(base.absolute())
    finally:
        if folder is None:
            shutil.rmtree(base, ignore_errors=True)
