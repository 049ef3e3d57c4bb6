"""Bodies that come many at once, sealed to an older key, or from stations that all catch up."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from centre_world import open_world, resident

from rekam.centre import parameters
from rekam.centre.gathering import Gathering
from rekam.centre.keys import change_sealing_key
from rekam.edge.store.packet_files import CopyState, PacketFiles
from rekam.packet import check_receipt, read_receipt
from rekam.problem import Problem


def test_what_is_brought_while_one_works_is_done_together_and_a_bad_item_fails_alone():
    begun, go = Event(), Event()
    done = []

    def work(items):
        done.append(list(items))
        if items == [0]:
            begun.set()
            go.wait()
        if 7 in items:
            raise Problem("delivery.body_missing", packet="7")
        return [item * 10 for item in items]

    gathering = Gathering(work, most=64)
    with ThreadPoolExecutor(10) as hands:
        first = hands.submit(gathering.bring, 0)
        begun.wait()
        others = {item: hands.submit(gathering.bring, item) for item in range(1, 9)}
        while len(gathering._waiting) < len(others):
            go.wait(0.001)
        go.set()
        assert first.result() == 0
        for item, future in others.items():
            if item == 7:
                with pytest.raises(Problem, match=r"delivery\.body_missing"):
                    future.result()
            else:
                assert future.result() == item * 10
    assert done[0] == [0]
    assert sorted(done[1]) == list(range(1, 9)), "all that waited in one go, then each by itself"


def test_bodies_that_come_at_once_get_one_leaf_and_one_receipt_each(world, tmp_path):
    station = world.station()
    made = [station.record(resident(number), f"person:{number}") for number in range(1, 7)]
    world.exchange(station)
    barrier = Barrier(2 * len(made))

    def bring(packet):
        path = tmp_path / f"{packet.packet_id.hex()}.body"
        path.write_bytes(packet.body)
        barrier.wait()
        return world.intake.body_complete(packet.packet_id, path)

    with ThreadPoolExecutor(2 * len(made)) as hands:
        receipts = list(hands.map(bring, made * 2))

    assert receipts[: len(made)] == receipts[len(made) :]
    assert world.centre.store.log.head().size == len(made)
    assert world.centre.store.log.first_wrong() is None
    read = [read_receipt(one, world.centre.keys.signer.verifier) for one in receipts[: len(made)]]
    assert sorted(one.log_index for one in read) == list(range(len(made)))
    for packet, receipt, sequence in zip(made, read, range(1, len(made) + 1), strict=True):
        check_receipt(receipt, packet_id=packet.packet_id, station="ST-1", sequence=sequence)
    assert world.centre.store.database.value(b"SELECT count(*) FROM procrastinate_jobs") == len(made)


def test_what_was_sealed_to_a_former_key_is_opened_and_nobody_seals_to_it_any_more(tmp_path, database_url):
    with open_world(tmp_path, database_url) as world:
        world.load(resident(1), resident(2))
        before = world.centre.keys.recipients
        station = world.station()
        old = station.record(resident(1), "person:1")
    keys = change_sealing_key(tmp_path / "centre" / "keys")
    assert keys.recipients[0] != before[0]
    assert keys.recipients[1] == before[1], "the recovery key stays"
    with open_world(tmp_path, database_url) as world:
        assert world.centre.keys.recipients == keys.recipients
        world.deliver(station)
        world.work()
        assert world.status(old) not in {"refused", "sent_for_enrollment"}


def test_who_had_the_share_of_a_window_waits_for_the_others(world, monkeypatch):
    monkeypatch.setattr(parameters, "WINDOW_BODIES", 8)
    monkeypatch.setattr(parameters, "WANTED_LEAST", 1)
    one, two = world.station("ST-1"), world.station("ST-2")
    for number in range(1, 11):
        one.record(resident(number), f"person:{number}")
        two.record(resident(number + 20), f"person:{number + 20}")
    world.exchange(one)
    world.exchange(two)

    wanted = world.exchange(one).wanted
    assert wanted == tuple(one.held)[:4], "half of the window, the oldest first"
    for packet_id in wanted:
        world.upload(one.held[packet_id])
    assert world.exchange(one).wanted == ()
    assert world.exchange(two).wanted == tuple(two.held)[:4]


def test_a_station_with_receipts_that_the_centre_never_gave_is_asked_for_its_manifests(world):
    station = world.station()
    packet = station.record(resident(1), "person:1")

    asked = world.exchange(station, manifests=(), held=(), receipts_known=1)
    assert asked.missing_sequences == (1,)
    world.exchange(station, held=())

    line = world.centre.store.audit.lines(act="body_missing")[0]
    assert line.subject == packet.packet_id.hex()
    assert line.details == {"sequence": 1, "problem": "delivery.body_missing"}
    assert world.exchange(station, manifests=(), held=(), receipts_known=1).missing_sequences == ()


def forgotten(world, content=None):
    """A packet that a restored centre once receipted, and whose body the station no longer has."""
    station = world.station()
    packet = station.record(resident(1), "person:1") if content is None else station.seal(content)
    world.exchange(station, manifests=(), held=(), receipts_known=1)
    world.exchange(station, held=())
    (gone,) = world.centre.store.bodies.gone("", limit=10)
    assert (gone.packet_id, gone.problem, gone.opened) == (packet.packet_id, "delivery.body_missing", False)
    return station, packet


def test_a_forgotten_body_that_turns_up_is_taken_as_any_other(world):
    station, packet = forgotten(world)

    world.upload(packet)

    assert world.centre.store.bodies.gone("", limit=10) == []
    assert world.status(packet) == "received_at_central"
    assert len(world.exchange(station).receipts) == 1
    assert len(world.centre.store.audit.lines(act="body_found")) == 1


def test_a_forgotten_body_that_turns_up_and_cannot_be_read_is_refused_and_no_longer_looked_for(world):
    _, packet = forgotten(world, b"not a recording")

    with pytest.raises(Problem, match=r"packet\.content_unreadable"):
        world.upload(packet)

    assert world.status(packet) == "refused"
    assert world.centre.store.bodies.gone("", limit=10) == []


def test_a_copy_that_the_disk_does_not_give_back_is_written_anew(tmp_path):
    import hashlib

    body = bytes(range(256)) * 5_000
    packet_id = hashlib.sha256(body).digest()
    files = PacketFiles(tmp_path / "first", tmp_path / "second")
    source = tmp_path / "body"
    source.write_bytes(body)
    files.take(packet_id, source)
    copy = next((tmp_path / "second").glob("*/*.body"))
    copy.write_bytes(body[:-1] + b"x")

    assert files.take(packet_id, source) == body
    assert files.verify(packet_id) == (CopyState.GOOD, CopyState.GOOD)
    source.write_bytes(body + b"x")
    with pytest.raises(Problem, match=r"delivery\.body_hash"):
        files.take(packet_id, source)
