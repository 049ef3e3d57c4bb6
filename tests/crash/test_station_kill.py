"""SIGKILL before every statement, fsync, rename, link and unlink of one recording; then start again.

Each trial forks a child that records one resident and kills itself at its n-th step towards the disk. The parent
opens the station like after a power cut, finishes the recording and counts: exactly one packet, nothing that was
acknowledged is lost, no draft or key left behind.
"""

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import pytest

from rekam.biometric.drawn import signature
from rekam.edge.store.station import Database
from rekam.packet import decode_recording, open_packet, read_manifest
from rekam.recording import Step

sys.path.insert(0, str(Path(__file__).parents[1] / "engine"))
from station_counter import Clock, Counter, make_counter, resident

sys.path.pop(0)

pytestmark = pytest.mark.crash

NIK = resident(1).nik
SIGNATURE = signature(1, "SULASTRI")


class Plug:
    """Pulls itself out before the n-th step towards the disk."""

    def __init__(self, at):
        self.left = at

    def step(self, *_):
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(self, function):
        def pulled(*args, **kwargs):
            self.step()
            return function(*args, **kwargs)

        return pulled

    def into(self, process):
        for name in ("fsync", "replace", "rename", "link", "unlink"):
            setattr(os, name, self.before(getattr(os, name)))
        opened = Database._set_pragmas

        def traced(database):
            opened(database)
            database._connection.set_trace_callback(self.step)

        Database._set_pragmas = traced
        process()


def begin_only(operator, say):
    operator.begin(NIK)
    say()


def capture_all(operator, say):
    """The steps in order; an acknowledgement after each act, as the page would say "tersimpan"."""
    operator.begin(NIK)
    say()
    for step in list(Step)[:-1]:
        if step < operator.step:
            continue
        if step is Step.SIGNATURE:
            operator.sign(SIGNATURE)
            say()
        elif step is not Step.BIODATA:
            operator.capture(step)
            say()
        operator.confirm(step)
        say()


def finish(operator, say):
    capture_all(operator, say)
    operator.consent()
    say()
    operator.seal()
    say()


def killed_at(counter, act, point):
    """Runs the act in a child that dies at the point; how often it had acknowledged, and whether it died."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reader)
            Plug(point).into(lambda: act(counter.operator(counter.open()), lambda: os.write(writer, b".")))
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = len(pipe.read())
    _, state = os.waitpid(child, 0)
    died = os.WIFSIGNALED(state) and os.WTERMSIG(state) == signal.SIGKILL
    assert died or os.waitstatus_to_exitcode(state) == 0
    return said, died


@pytest.fixture(scope="module")
def memory(tmp_path_factory):
    """A folder in memory where there is one: a killed process loses no page cache, so the disk adds only time."""
    shared = Path("/dev/shm")
    folder = Path(
        tempfile.mkdtemp(dir=shared if os.access(shared, os.W_OK) else tmp_path_factory.mktemp("kill"))
    )
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def prepared(memory):
    """A fresh station, and one whose recording waits for consent."""
    folder = memory / "prepared"
    fresh = make_counter(folder / "fresh")
    shutil.copytree(folder / "fresh", folder / "captured")
    captured = Counter(folder / "captured", fresh.keys, Clock(), fresh.bench)
    station = captured.open()
    capture_all(captured.operator(station), lambda: None)
    station.close()
    return {"fresh": fresh, "captured": captured}


def copy_of(counter, folder):
    shutil.copytree(counter.folder, folder)
    return Counter(folder, counter.keys, Clock(), counter.bench)


def check_one_packet(counter, station):
    lines = station.store.outbox.latest(10)
    assert [line.sequence for line in lines] == [1]
    bodies = list((counter.folder / "station" / "packets").rglob("*.*"))
    assert len(bodies) == 1
    manifest = read_manifest(lines[0].manifest, lambda _: station.signer.verifier)
    recording = decode_recording(
        open_packet(manifest, station.store.files.get(lines[0].packet_id), counter.opener)
    )
    assert len(recording.samples) == 14
    assert recording.biodata.nik == NIK
    # A hidden file is a key that was never used or has been overwritten.
    assert list((counter.folder / "station" / "drafts").glob("[!.]*")) == []
    assert station.store.drafts.open_lines() == []
    assert station.store.roster.resident(NIK).packet_id == lines[0].packet_id


def run_points(prepared, start, act, memory, points, *, acknowledged_before=0):
    """Kills at each of the points in turn; stops after the first one that the act outlived."""
    reached = 0
    for point in points:
        trial = copy_of(prepared[start], memory / f"{act.__name__}-{point}")
        said, died = killed_at(trial, act, point)
        if not died:
            break
        reached += 1
        station = trial.open()
        again = trial.operator(station)
        if station.store.roster.resident(NIK).state != "recorded":
            draft = again.begin(NIK)
            # The event of each acknowledged act is there: begun, then one or more a capture.
            assert draft.last >= said + acknowledged_before
            again.record(NIK, SIGNATURE)
        check_one_packet(trial, station)
        station.close()
        shutil.rmtree(trial.folder)
    return reached


def test_a_kill_before_any_step_of_consent_and_sealing_leaves_one_packet(prepared, memory):
    reached = run_points(prepared, "captured", finish, memory, range(1, 500))
    assert reached > 40


def test_a_kill_while_capturing_loses_nothing_that_was_acknowledged(prepared, memory):
    reached = run_points(prepared, "fresh", capture_all, memory, range(3, 2000, 3))
    assert reached > 25


def test_a_kill_while_a_first_draft_begins_leaves_no_key_behind(prepared, memory):
    reached = run_points(prepared, "fresh", begin_only, memory, range(1, 500, 2))
    assert reached > 10
