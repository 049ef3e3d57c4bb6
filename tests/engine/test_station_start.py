"""What a station loads before its first page, what behind it, and that a new program is believed only as a whole."""

import asyncio
import json
import subprocess
import sys

import httpx
import pytest
from test_station_update import SHOWS_ITSELF, wheel

from rekam.edge.wire.serving import Serving
from rekam.fault.bed.counter import absent_centre, make_counter
from rekam.station import loading
from rekam.station.app import station_app
from rekam.station.update.launch import STARTED
from rekam.station.update.version import Versions
from rekam.station.update.wheel import unpack

HEAVY = {
    "PIL", "argon2", "babel", "httpcore", "httpx", "jsonschema", "llvmlite", "nbis", "numba", "numpy",
    "rapidfuzz", "reportlab", "scipy", "securesystemslib", "tuf", "urllib3",
}  # fmt: skip

FIRST_PAGE = """
import asyncio, json, sys
from pathlib import Path
import rekam.command
from rekam.station.app import station_app
from rekam.station.config import StationConfig
from rekam.station.opening import open_station

status = []

async def show(app):
    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}
    async def send(message):
        if message["type"] == "http.response.start":
            status.append(message["status"])
    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET",
             "scheme": "http", "path": "/masuk", "raw_path": b"/masuk", "query_string": b"", "root_path": "",
             "headers": [(b"host", b"127.0.0.1")], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 2)}
    await app(scope, receive, send)

station = open_station(StationConfig(Path(sys.argv[1])))
import rekam.edge.wire.serving
asyncio.run(show(station_app(station)))
loaded = sorted(name for name, module in sys.modules.items() if module)
station.close()
print(json.dumps({"status": status, "loaded": loaded}))
"""


@pytest.fixture
def counter(tmp_path):
    _, public = absent_centre(tmp_path / "keys")
    made, _ = make_counter(tmp_path / "station", public)
    return made


def test_the_first_page_needs_no_numbers_pictures_or_line(counter):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE, str(counter.folder)], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    tops = {name.partition(".")[0] for name in told["loaded"]}

    assert told["status"] == [200]
    assert tops & HEAVY == set()
    assert [
        name for name in told["loaded"] if name.startswith(("rekam.abis", "rekam.centre", "rekam.demo"))
    ] == []


def test_the_command_line_says_what_it_can_without_any_room():
    program = (
        "import sys, rekam.command\n"
        "try:\n    rekam.command.main(['--help'])\n"
        "except SystemExit:\n    pass\n"
        "print(sorted({'.'.join(name.split('.')[:2]) for name in sys.modules if name.startswith('rekam.')}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "['rekam.command', 'rekam.console', 'rekam.problem']"


def test_delivery_begins_behind_the_first_page(counter):
    station = counter.open()
    with Serving(station_app(station)) as served, httpx.Client(base_url=served.url) as client:
        assert client.get("/masuk").status_code == 200
        station.later._thread.join()
        assert station.delivery._thread.is_alive()


def test_pages_behind_the_first_are_found_and_unknown_ones_are_not(counter):
    with Serving(station_app(counter.open())) as served, httpx.Client(base_url=served.url) as client:
        assert client.get("/rekam/abc/3").headers["location"] == "/masuk?lanjut=/rekam/abc/3"
        assert client.get("/tidak-ada").status_code == 404
        assert client.put("/masuk").status_code == 405
        assert client.get("/_app/stasiun.css").status_code == 200


def test_a_new_program_is_believed_once_all_of_it_was_loaded(counter, monkeypatch):
    versions = Versions(counter.folder)
    versions.choose("9.0.0", counter.folder)
    monkeypatch.setenv(STARTED, "9.0.0")
    station = counter.open()
    with Serving(station_app(station)):
        assert versions.chosen().proved


def test_a_new_program_of_which_a_part_is_missing_shows_no_page_and_is_not_believed(counter, monkeypatch):
    versions = Versions(counter.folder)
    versions.choose("9.0.0", counter.folder)
    monkeypatch.setenv(STARTED, "9.0.0")
    monkeypatch.setattr(loading, "PARTS", ("rekam.station.pages.that_was_forgotten",))
    station = counter.open()

    async def begin():
        app = station_app(station)
        async with app.router.lifespan_context(app):
            pass

    with pytest.raises(ModuleNotFoundError, match="that_was_forgotten"):
        asyncio.run(begin())
    assert not versions.chosen().proved
    station.close()


def test_a_new_program_is_compiled_before_it_starts(tmp_path):
    unpacked = unpack(wheel({**SHOWS_ITSELF, "rekam/broken.py": "this is no Python"}), tmp_path, name="9.0.0")

    compiled = {path.name.partition(".")[0] for path in unpacked.rglob("*.pyc")}
    assert compiled == {"__init__", "command"}
