"""The centre's processes are killed at random moments; what comes out is what came out without a kill."""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "engine"))

from centre_world import open_world, resident

from rekam.edge.job import failed, unfinished
from rekam.edge.store.packet_files import CopyState
from rekam.edge.store.postgres import open_server
from rekam.packet import check_receipt, read_receipt
from rekam.registry import EventKind as Kind
from rekam.registry import fold

PROCESS = Path(__file__).with_name("centre_process.py")
KILLS = 8
PERSONS = 34
MOST_NOTED_BETWEEN_KILLS = 3
"""Events; with what a kill's own last moments may still note, fewer over all kills than there are."""
TWICE = 6
"""Persons who come a second time under another NIK."""

pytestmark = pytest.mark.crash


@pytest.fixture(scope="module")
def server():
    with tempfile.TemporaryDirectory(prefix="rekam-pg-") as folder:
        server = open_server(Path(folder) / "data", os.environ)
        try:
            yield server
        finally:
            server.close()


@pytest.fixture
def url(server, request):
    name = f"rekam_kill_{os.getpid()}_{abs(hash(request.node.name)) % 10**6}"
    yield server.database(name)
    server.drop(name)


@contextmanager
def process(*arguments):
    started = subprocess.Popen(
        [sys.executable, str(PROCESS), *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )
    try:
        yield started
    finally:
        started.kill()
        started.wait()
        started.stdout.close()


def wait_until(done, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if done():
            return
        time.sleep(0.05)
    pytest.fail(f"not done after {seconds} s")


def record_everybody(world):
    station = world.station()
    people = [resident(number) for number in range(1, PERSONS + TWICE + 1)]
    world.load(*people)
    names = [f"person:{number}" for number in range(1, PERSONS + 1)]
    return station, [
        station.record(biodata, name) for biodata, name in zip(people, [*names, *names[:TWICE]], strict=True)
    ]


def test_a_worker_killed_at_random_moments_loses_nothing_and_does_nothing_twice(tmp_path, url):
    chance = random.Random(7)
    with open_world(tmp_path, url) as world:
        station, packets = record_everybody(world)
        world.exchange(station)
        for packet in packets:
            world.upload(packet)
        store = world.centre.store

        def idle():
            with store.database.connection() as connection:
                return unfinished(connection) == 0

        def noted():
            with store.database.connection() as connection:
                return connection.execute("SELECT count(*) FROM event").fetchone()[0]

        for _ in range(KILLS):
            # By what is done, not by the clock: a fast machine must not finish the work before the last kill.
            enough = noted() + chance.randint(0, MOST_NOTED_BETWEEN_KILLS)
            with process("worker", tmp_path / "centre", url) as worker:
                assert worker.stdout.readline() == "ready\n"
                wait_until(lambda enough=enough: noted() >= enough, 60)
                time.sleep(chance.uniform(0.0, 0.05))
                assert not idle(), "this kill found nothing to interrupt"
        with process("worker", tmp_path / "centre", url) as worker:
            assert worker.stdout.readline() == "ready\n"
            wait_until(idle, 60)
            worker.terminate()
            assert worker.wait(20) == 0

        with store.database.connection() as connection:
            assert failed(connection) == 0
        statuses = Counter(world.status(packet) for packet in packets)
        assert statuses == {"print_ready_record": PERSONS, "adjudicate_record": TWICE}
        for first, second in zip(packets[:TWICE], packets[PERSONS:], strict=True):
            assert {world.status(first), world.status(second)} == {"print_ready_record", "adjudicate_record"}
        for packet in packets:
            history = store.ledger.history(packet.packet_id)
            assert fold(history).status.value == world.status(packet)
            assert max(Counter(event.kind for event in history).values()) == 1
            assert [event.kind for event in history][3:5] == [Kind.RECEIVED, Kind.EXTRACTED]
        assert store.templates.size() == len(packets)
        assert len(store.cases.open("ani")) == TWICE
        assert store.coverage.differences() == []
        assert store.coverage.of("15").unique == PERSONS
        assert store.ledger.differing_folds() == 0


def test_an_intake_killed_at_random_moments_gives_each_packet_one_receipt(tmp_path, url):
    chance = random.Random(8)
    with open_world(tmp_path, url) as world:
        station, packets = record_everybody(world)
        world.exchange(station)
        bodies = tmp_path / "bodies"
        bodies.mkdir()
        for packet in packets:
            (bodies / packet.packet_id.hex()).write_bytes(packet.body)

        kills_at_work, given = 0, {}
        for _ in range(KILLS):
            with process("intake", tmp_path / "centre", url, bodies) as intake:
                assert intake.stdout.readline() == "ready\n"
                for _ in range(chance.randint(0, 2)):
                    assert intake.stdout.readline() == "taken\n"
                time.sleep(chance.uniform(0.0, 0.02))
                intake.kill()
                intake.wait()
            for packet in packets:
                receipt = world.centre.store.log.receipt(packet.packet_id)
                if receipt is not None:
                    # A receipt once given never changes, and what it says is on both disks.
                    assert given.setdefault(packet.packet_id, receipt) == receipt
                    assert world.centre.files.verify(packet.packet_id) == (CopyState.GOOD, CopyState.GOOD)
            kills_at_work += len(given) < len(packets)
        assert kills_at_work >= KILLS - 2
        with process("intake", tmp_path / "centre", url, bodies) as intake:
            assert intake.stdout.read().replace("taken\n", "") == "ready\ndone\n"

        verifier = world.centre.keys.signer.verifier
        indexes = set()
        for number, packet in enumerate(packets, start=1):
            receipt = read_receipt(world.centre.store.log.receipt(packet.packet_id), verifier)
            check_receipt(receipt, packet_id=packet.packet_id, station="ST-1", sequence=number)
            indexes.add(receipt.log_index)
            assert world.status(packet) == "received_at_central"
        assert indexes == set(range(len(packets)))
        assert world.centre.store.log.first_wrong() is None
        with world.centre.store.database.connection() as connection:
            assert unfinished(connection) == len(packets)
