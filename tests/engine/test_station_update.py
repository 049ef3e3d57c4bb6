"""A station takes a newer program, keeps it when it shows its pages, and goes back when it does not."""

import functools
import io
import os
import sqlite3
import subprocess
import sys
import threading
import zipfile
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rekam.edge.trust import FolderSource, Kind, StationUpdates, UpdateRepository
from rekam.fault.bed.counter import absent_centre, make_counter
from rekam.problem import Problem
from rekam.station.update import round as round_room
from rekam.station.update.disk import look_at_disk
from rekam.station.update.round import look
from rekam.station.update.version import STARTS_MOST, Versions
from rekam.station.update.watch import LOOK_EVERY_S, LastLook, UpdateWatch
from rekam.station.update.wheel import unpack

NOW = 1_508_205_600


def wheel(files, *, version="9.0.0"):
    content = {f"rekam-{version}.dist-info/METADATA": f"Name: rekam\nVersion: {version}\n", **files}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in content.items():
            package.writestr(name, text)
    return out.getvalue()


SHOWS_ITSELF = {"rekam/__init__.py": "", "rekam/command.py": "import sys; print('nine', sys.argv[1:])"}


@pytest.fixture
def centre(tmp_path):
    repository = UpdateRepository(tmp_path / "centre", lambda: NOW)
    repository.begin()
    return repository


@pytest.fixture
def folder(tmp_path, centre):
    """A station's folder with a database of form 3 that holds one line."""
    folder = tmp_path / "station"
    StationUpdates(folder / "updates", lambda: NOW).trust(centre.root)
    with sqlite3.connect(folder / "station.db") as database:
        database.executescript("CREATE TABLE kept (x); INSERT INTO kept VALUES (7); PRAGMA user_version = 3;")
    database.close()
    return folder


def looked(folder, centre):
    return look(
        StationUpdates(folder / "updates", lambda: NOW), Versions(folder), FolderSource(centre.public)
    )


def offer(centre, version, files=SHOWS_ITSELF):
    centre.publish(f"software/rekam-{version}.whl", wheel(files, version=version), Kind.SOFTWARE, version)


def test_the_newest_program_is_chosen_and_looking_again_changes_nothing(folder, centre):
    for version in ("9.2.0", "9.10.0", "0.0.1"):
        offer(centre, version)
    found = looked(folder, centre)
    assert found.program == "9.10.0"
    assert len(found.fetched) == 3
    again = looked(folder, centre)
    assert again.program is None
    assert again.fetched == ()


def test_rules_are_fetched_and_no_program_is_chosen(folder, centre):
    centre.publish("rules/gates.json", b"{}", Kind.RULES, "2017-11")
    found = looked(folder, centre)
    assert [one.name for one in found.fetched] == ["rules/gates.json"]
    assert Versions(folder).chosen() is None


def test_the_chosen_program_takes_the_process_over_with_the_words_it_was_given(folder, centre):
    offer(centre, "9.0.0")
    looked(folder, centre)
    code = (
        "import sys; from pathlib import Path; from rekam.station.update.launch import launch;"
        f"launch(Path({str(folder)!r}), ['station', '--port', '1']); print('old program')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "nine ['station', '--port', '1']\n"
    assert Versions(folder).chosen().starts == 1
    again = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={**os.environ, "REKAM_STARTED": "9.0.0"},
    )  # fmt: skip
    assert again.stdout == "old program\n"


def test_a_program_that_never_shows_a_page_is_given_up_and_the_database_is_as_before(folder, centre):
    offer(centre, "9.0.0")
    looked(folder, centre)
    versions = Versions(folder)
    # What is recorded between choosing and starting must survive the way back.
    with sqlite3.connect(folder / "station.db") as database:
        database.execute("INSERT INTO kept VALUES (8)")
    database.close()
    for _ in range(STARTS_MOST):
        assert versions.starting().version == "9.0.0"
        with sqlite3.connect(folder / "station.db") as database:
            database.executescript("CREATE TABLE IF NOT EXISTS newer (x); PRAGMA user_version = 9;")
        database.close()
    assert versions.starting() is None
    assert versions.given_up() == "9.0.0"
    database = sqlite3.connect(folder / "station.db")
    assert database.execute("PRAGMA user_version").fetchone() == (3,)
    assert database.execute("SELECT x FROM kept ORDER BY x").fetchall() == [(7,), (8,)]
    database.close()
    assert looked(folder, centre).program is None
    offer(centre, "9.0.1")
    assert looked(folder, centre).program == "9.0.1"


def test_a_program_that_showed_its_pages_is_kept(folder, centre):
    offer(centre, "9.0.0")
    looked(folder, centre)
    versions = Versions(folder)
    assert versions.starting().version == "9.0.0"
    versions.proved("9.0.0")
    assert [versions.starting().version for _ in range(5)] == ["9.0.0"] * 5
    assert versions.given_up() is None


def test_an_older_program_is_never_chosen(folder, centre, monkeypatch):
    monkeypatch.setattr(round_room, "running", lambda: "9.5.0")
    offer(centre, "9.4.9")
    assert looked(folder, centre).program is None


@pytest.mark.parametrize(
    "content",
    [
        b"no zip",
        b"",
        wheel({"../outside.py": "x"}),
        wheel({"/etc/outside.py": "x"}),
        wheel({"a\\..\\outside.py": "x"}),
    ],
)
def test_a_package_that_is_none_or_reaches_outside_is_refused(tmp_path, content):
    with pytest.raises(Problem) as caught:
        unpack(content, tmp_path / "versions", name="1.0")
    assert caught.value.code == "trust.wheel_unreadable"
    assert list(tmp_path.rglob("outside.py")) == []


def test_a_half_unpacked_program_is_unpacked_again(tmp_path):
    content = wheel(SHOWS_ITSELF)
    target = unpack(content, tmp_path / "versions", name="1.0")
    (target / "unpacked").unlink()
    (target / "rekam" / "command.py").unlink()
    assert (unpack(content, tmp_path / "versions", name="1.0") / "rekam" / "command.py").exists()


@pytest.fixture
def line(centre):
    """The centre's published folder over HTTP, as its pages serve it."""
    handler = functools.partial(Quiet, directory=str(centre.public))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    def translate_path(self, path):
        return super().translate_path(path.removeprefix("/updates"))

    def log_message(self, *_):
        pass


def test_the_watch_looks_over_the_line_now_and_then_and_keeps_what_it_found(tmp_path, centre, line):
    counter, _ = make_counter(tmp_path / "counter", absent_centre(tmp_path / "keys")[1])
    StationUpdates(counter.folder / "updates", lambda: NOW).trust(centre.root)
    offer(centre, "9.0.0")
    station = counter.open(centre_url=line)
    clock = Clock()
    store = station.store
    watch = UpdateWatch(counter.folder, line, store.settings, store.journal, clock, clock)
    try:
        assert watch.perhaps() == LastLook(NOW, "", "9.0.0")
        assert watch.perhaps() is None
        assert [entry.subject for entry in store.journal.of("update_fetched", 5)] == [
            "software/rekam-9.0.0.whl"
        ]
        clock.now += LOOK_EVERY_S
        (centre.public / "metadata" / "timestamp.json").unlink()
        assert watch.perhaps() == LastLook(clock.now, "trust.unreachable", "9.0.0")
        clock.now = NOW - 10
        assert watch.perhaps() is not None
    finally:
        station.close()


class Clock:
    now = NOW

    def __call__(self):
        return self.now


def test_a_laptop_ten_years_ahead_still_takes_updates_by_line_and_by_disk(
    tmp_path, centre, line, monkeypatch
):
    ahead = NOW + 10 * 365 * 86_400
    counter, _ = make_counter(tmp_path / "counter", absent_centre(tmp_path / "keys")[1], clock=lambda: ahead)
    StationUpdates(counter.folder / "updates", lambda: NOW).trust(centre.root)
    offer(centre, "9.0.0")
    station = counter.open(centre_url=line)
    station.time.trust(NOW)
    try:
        assert station.update_watch().perhaps() == LastLook(ahead, "", "9.0.0")
    finally:
        station.close()
    centre.publish("rules/gates.json", b"{}", Kind.RULES, "2017-11")
    monkeypatch.setattr("rekam.station.update.disk.time.time", lambda: ahead)
    assert look_at_disk(counter.folder, centre.public) == ["+ rules/gates.json 2017-11"]
