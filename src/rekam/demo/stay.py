"""``rekam demo``: everything on this machine until Ctrl-C."""

import os
import signal
import threading
import time
from contextlib import ExitStack
from datetime import date, datetime, timedelta, timezone
from datetime import time as dawn
from pathlib import Path

from rekam.centre.centre import open_centre
from rekam.centre.main import DATABASE
from rekam.demo.cast import longest_roster
from rekam.demo.claim import DEVICES, claimed
from rekam.demo.founding import Addresses, found, password_of, say
from rekam.demo.home import Home
from rekam.demo.october import load_october
from rekam.demo.part import Part
from rekam.demo.play import LEAST_FREE_MB, room_for
from rekam.demo.tree import Tree
from rekam.edge.clock import VARIABLE as CLOCK
from rekam.edge.clock import now
from rekam.edge.packed import gazetteer, population_figures
from rekam.edge.store.postgres import VARIABLE, open_server
from rekam.edge.wire.serving import bind
from rekam.population import DECLARATION, Population
from rekam.problem import Problem
from rekam.station.main import SIMULATOR

DEFAULT_FOLDER = Path(".rekam")
WIB = timezone(timedelta(hours=7))
OPENS = dawn(9)


def stay(*, scale: float, seed: int, folder: Path | None, port: int, day: date | None) -> int:
    """Start everything, print the addresses, stay until told to end.

    Args:
        scale: Part of Jambi to load.
        seed: Of everybody drawn.
        folder: Where the demo keeps its data.
        port: First of its ports.
        day: On which its clock begins, at nine in the morning, and from which it goes on, also when the demo is
            started again; ``None`` = now. Jambi's ledgers of October 2017 are loaded where it lies in that month.

    Raises:
        Problem: ``command.port_in_use``, ``command.no_space``, ``command.part_died``.
    """
    home = Home((folder or DEFAULT_FOLDER).absolute())
    ports = {"centre": port + 1, "station": port + 2, "portal": port + 3}
    with ExitStack() as stack:
        room_for(home.folder, LEAST_FREE_MB)
        for number in ports.values():
            bind(number).close()
        set_clock(home, day)
        devices = stack.enter_context(claimed(DEVICES))
        say("memulai basis data / starting the database")
        server = open_server(home.centre / "postgres", os.environ)
        stack.callback(server.close)
        url = server.database(DATABASE)
        centre = stack.enter_context(open_centre(home.centre, url, now=now))
        population = Population(seed, scale, gazetteer(), population_figures())
        addresses = Addresses(*(f"http://127.0.0.1:{ports[name]}" for name in ("centre", "centre", "portal")))
        say("memuat penduduk buatan Jambi / loading invented residents of Jambi")
        if found(home, centre, gazetteer(), population, (), longest_roster(population)[0], addresses):
            load_october(centre, now())

        tree = Tree(home.folder)
        stack.callback(tree.fell)
        with_url = {VARIABLE: url}
        seated = {SIMULATOR: f"http://127.0.0.1:{devices}"}
        for part in (
            Part("devices", ["devices", "--port", str(devices), "--key", str(home.folder / "device.pem")], home.log("devices"), {}),
            Part("centre", ["centre", "--folder", str(home.centre), "--port", str(ports["centre"])], home.log("centre"), with_url),
            Part("worker", ["worker", "--folder", str(home.centre)], home.log("worker"), with_url),
            Part("station", ["station", "--folder", str(home.station), "--port", str(ports["station"]), "--device-port", str(devices)], home.log("station"), seated),
            Part("portal", ["portal", "--folder", str(home.centre), "--port", str(ports["portal"])], home.log("portal"), with_url),
        ):  # fmt: skip
            tree.grow(part)
        _wait_for(ports, tree)
        _greet(ports)
        _until_told(tree)
    return 0


def set_clock(home: Home, day: date | None) -> None:
    """The clock of every part of this demo, as it was set when the demo was founded."""
    if not home.clock.exists():
        begin = datetime.combine(day, OPENS, WIB).timestamp() if day else time.time()
        home.folder.mkdir(parents=True, exist_ok=True)
        home.clock.write_text(str(int(begin - time.time()) if day else 0))
    os.environ[CLOCK] = home.clock.read_text()


def _wait_for(ports: dict[str, int], tree: Tree, longest_s: float = 60) -> None:
    import httpx

    deadline = time.monotonic() + longest_s
    for name, port in ports.items():
        while True:
            tree.check()
            try:
                httpx.get(f"http://127.0.0.1:{port}/", trust_env=False, timeout=2)
                break
            except httpx.HTTPError as error:
                if time.monotonic() > deadline:
                    raise Problem(
                        "command.waited_too_long", what=name, seconds=int(longest_s), folder="."
                    ) from error
                time.sleep(0.2)


def _greet(ports: dict[str, int]) -> None:
    lines = [
        "",
        DECLARATION,
        "",
        f"  Stasiun / station      http://127.0.0.1:{ports['station']}   operator / {password_of('operator')}",
        f"  Pusat & dinas / centre http://127.0.0.1:{ports['centre']}   dinas / {password_of('dinas')}, pusat / {password_of('pusat')}, ajudikator1 / {password_of('ajudikator1')}",
        f"  Portal warga / portal  http://127.0.0.1:{ports['portal']}",
        "",
        "Ctrl-C untuk berhenti; data tetap ada untuk lain kali. / Ctrl-C to stop; the data stays for the next time.",
    ]
    print("\n".join(lines), flush=True)


def _until_told(tree: Tree) -> None:
    told = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: told.set())
    while not told.wait(1.0):
        tree.check()
