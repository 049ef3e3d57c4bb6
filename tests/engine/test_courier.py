"""A courier's disk between a real station and a real centre: nothing counted twice, nothing lost on the way."""

import errno
import hashlib
import json
import shutil

import pytest
from courier_bed import arrivals, made_station, office_of, record

from rekam.centre.courier import DeskDoor, deliver_disk
from rekam.edge.store import courier_disk
from rekam.edge.store.courier_disk import FOLDER, CourierDisk
from rekam.edge.store.station.courier import CourierBook
from rekam.fault.bed.counter import absent_centre, make_counter, resident
from rekam.packet import covers, read_receipt
from rekam.packet.batch import read_batch
from rekam.problem import Problem
from rekam.station.courier import pack, take_receipts


@pytest.fixture
def office(world, tmp_path):
    return office_of(world, tmp_path)


@pytest.fixture
def station(office, tmp_path):
    station = made_station(office, tmp_path, "ST-1")
    yield station
    station.close()


@pytest.fixture
def alone(tmp_path):
    """A station whose centre is nowhere."""
    counter, _ = make_counter(tmp_path / "ST-1", absent_centre(tmp_path / "absent")[1])
    station = counter.open()
    yield station
    station.close()


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def files_of(disk):
    return {
        path.relative_to(disk): hashlib.sha256(path.read_bytes()).digest()
        for path in sorted(disk.rglob("*"))
        if path.is_file()
    }


def test_packets_travel_by_disk_and_come_back_as_receipts(office, station, disk):
    packets = record(station, 1, 2)
    packed = pack(station, disk)
    assert (packed.lists, packed.copied, packed.left, packed.stopped) == ([1], 2, 0, None)
    assert set(CourierBook(station.store.database).transit()) == set(packets)
    assert all(station.store.files.get(packet) for packet in packets)
    delivered = deliver_disk(office.centre, disk)
    assert (delivered.taken, delivered.already, delivered.missing, delivered.refused) == (2, 0, [], {})
    assert delivered.sound
    back = take_receipts(station, disk)
    assert (back.lists, back.receipts, back.false) == ([1], 2, [])
    for packet, sequence in zip(packets, (1, 2), strict=True):
        line = station.store.outbox.line(packet)
        receipt = read_receipt(line.receipt, office.centre.keys.signer.verifier)
        assert covers(receipt, packet_id=packet, station="ST-1", sequence=sequence)
        assert (line.state, line.body_kept) == ("receipted", False)
        assert arrivals(office, packet) == 1
    assert list(station.store.files.ids()) == []
    assert list(disk.rglob("*.body")) == []
    assert CourierBook(station.store.database).transit() == {}


def test_the_same_packet_by_line_and_by_disk_counts_once(office, station, disk):
    first, second = record(station, 1, 2)
    pack(station, disk)
    office.round(station)
    delivered = deliver_disk(office.centre, disk)
    assert (delivered.taken, delivered.already) == (0, 2)
    assert [arrivals(office, packet) for packet in (first, second)] == [1, 1]
    assert office.centre.store.log.head().size == 2
    assert deliver_disk(office.centre, disk).already == 2
    assert office.centre.store.log.head().size == 2


def test_packing_again_goes_on_and_copies_nothing_twice(alone, disk):
    record(alone, 1, 2)
    pack(alone, disk)
    before = files_of(disk)
    again = pack(alone, disk)
    assert (again.lists, again.copied, again.already, again.left) == ([1], 0, 2, 0)
    assert files_of(disk) == before
    record(alone, 3)
    third = pack(alone, disk)
    assert (third.lists, third.copied, third.already) == ([1, 2], 1, 2)


def test_a_full_disk_takes_the_oldest_and_names_what_is_left(alone, disk):
    first, second, _ = record(alone, 1, 2, 3)
    sizes = [alone.store.outbox.line(packet).size for packet in (first, second)]
    packed = pack(alone, disk, room=sum(sizes) + 2 * 12_288)
    assert (packed.copied, packed.left, packed.stopped) == (2, 1, None)
    assert set(CourierBook(alone.store.database).transit()) == {first, second}


def test_a_disk_that_fills_in_the_middle_keeps_what_is_whole(office, station, disk, monkeypatch):
    packets = record(station, 1, 2)
    written = courier_disk.write_durably

    def full(target, blocks):
        if target.suffix == ".body" and list(target.parent.glob("*.body")):
            raise OSError(errno.ENOSPC, "No space left on device")
        written(target, blocks)

    monkeypatch.setattr(courier_disk, "write_durably", full)
    packed = pack(station, disk)
    assert packed.stopped == Problem("courier.disk_full", disk=packed.disk)
    assert (packed.copied, packed.left) == (1, 1)
    delivered = deliver_disk(office.centre, disk)
    assert (delivered.taken, delivered.missing) == (1, [packets[1].hex()[:12]])
    monkeypatch.undo()
    assert take_receipts(station, disk).receipts == 1
    assert station.store.files.get(packets[1])
    assert pack(station, disk).copied == 1
    assert deliver_disk(office.centre, disk).taken == 1


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EROFS, "courier.disk_read_only"),
        (errno.EIO, "courier.disk_gone"),
        (errno.ENOSPC, "courier.disk_full"),
    ],
)
def test_what_the_system_says_of_a_disk_has_a_name(alone, disk, monkeypatch, number, code):
    record(alone, 1)

    def failing(_target, _blocks):
        raise OSError(number, "said by the system")

    monkeypatch.setattr(courier_disk, "write_durably", failing)
    with pytest.raises(Problem) as caught:
        pack(alone, disk)
    assert caught.value.code == code
    assert CourierBook(alone.store.database).transit() == {}


def test_wrong_disks_are_named(alone, disk, tmp_path):
    with pytest.raises(Problem) as caught:
        pack(alone, tmp_path / "nowhere")
    assert caught.value.code == "courier.disk_missing"
    with pytest.raises(Problem) as caught:
        take_receipts(alone, disk)
    assert caught.value.code == "courier.disk_foreign"
    with pytest.raises(Problem) as caught:
        pack(alone, alone.config.folder / "packets")
    assert caught.value.code == "courier.disk_in_station"
    (disk / FOLDER).mkdir()
    (disk / FOLDER / "kurir.json").write_text("[not a mark")
    with pytest.raises(Problem) as caught:
        pack(alone, disk)
    assert caught.value.code == "courier.disk_foreign"


def test_a_disk_of_another_station_is_not_taken(office, station, disk, tmp_path):
    other = made_station(office, tmp_path, "ST-2")
    record(other, 4)
    pack(other, disk)
    deliver_disk(office.centre, disk)
    with pytest.raises(Problem) as caught:
        take_receipts(station, disk)
    assert caught.value == Problem(
        "courier.nothing_for_station", disk=caught.value.details["disk"], station="ST-1", others="ST-2"
    )
    other.close()


def test_two_stations_share_a_disk(office, station, disk, tmp_path):
    other = made_station(office, tmp_path, "ST-2")
    record(other, 4)
    record(station, 1)
    pack(other, disk)
    pack(station, disk)
    assert deliver_disk(office.centre, disk).taken == 2
    assert take_receipts(station, disk).receipts == 1
    assert take_receipts(other, disk).receipts == 1
    other.close()


def test_an_altered_body_is_refused_by_name_and_the_others_go_on(office, station, disk):
    first, second = record(station, 1, 2)
    pack(station, disk)
    path = CourierDisk(disk).body_path("ST-1", first)
    body = bytearray(path.read_bytes())
    body[100] ^= 1
    path.write_bytes(body)
    delivered = deliver_disk(office.centre, disk)
    assert delivered.refused == {first.hex()[:12]: "delivery.body_hash"}
    assert delivered.taken == 1
    assert take_receipts(station, disk).receipts == 1
    assert station.store.outbox.line(first).body_kept
    assert station.store.outbox.line(second).state == "receipted"
    assert pack(station, disk).copied == 1
    assert deliver_disk(office.centre, disk).taken == 1


@pytest.mark.parametrize("place", [300, -1])
def test_an_altered_list_is_not_believed(office, station, disk, place):
    record(station, 1)
    pack(station, disk)
    path = disk / FOLDER / "ST-1" / "batch-000001.cose"
    altered = bytearray(path.read_bytes())
    altered[place] ^= 1
    path.write_bytes(altered)
    delivered = deliver_disk(office.centre, disk)
    assert (delivered.taken, delivered.unlisted, delivered.sound) == (0, 1, False)
    assert delivered.unread["ST-1/1"].startswith(("packet.", "courier."))
    assert pack(station, disk).lists == [1]
    assert deliver_disk(office.centre, disk).taken == 1


def test_a_list_in_another_place_is_named(office, station, disk, tmp_path):
    record(station, 1)
    pack(station, disk)
    shutil.copytree(disk / FOLDER / "ST-1", disk / FOLDER / "ST-9")
    (disk / FOLDER / "ST-1" / "batch-000001.cose").rename(disk / FOLDER / "ST-1" / "batch-000007.cose")
    delivered = deliver_disk(office.centre, disk)
    assert delivered.unread == {"ST-1/7": "courier.batch_moved", "ST-9/1": "courier.batch_moved"}


def test_an_answer_to_another_list_frees_nothing(office, station, disk):
    packet, later = record(station, 1, 2)
    pack(station, disk, room=station.store.outbox.line(packet).size + 12_288)
    pack(station, disk)
    deliver_disk(office.centre, disk)
    folder = disk / FOLDER / "ST-1"
    (folder / "answer-000001.cose").write_bytes((folder / "answer-000002.cose").read_bytes())
    (folder / "answer-000002.cose").unlink()
    back = take_receipts(station, disk)
    assert [problem.code for problem in back.false] == ["packet.answer_other_request"]
    assert (back.receipts, back.waiting) == (0, [2])
    assert all(station.store.outbox.line(one).body_kept for one in (packet, later))


def test_an_old_answer_brings_receipts_and_nothing_that_was_overtaken(office, station, disk):
    (packet,) = record(station, 1)
    pack(station, disk)
    deliver_disk(office.centre, disk)
    book = CourierBook(station.store.database)
    version = station.port.roster_version()
    book.note_answer(9, bytes(32), at=station.now() + 1000, signed=b"later")
    back = take_receipts(station, disk)
    assert (back.old, back.receipts) == ([1], 1)
    assert station.port.roster_version() == version
    assert station.store.outbox.line(packet).status is None


def test_the_roster_and_the_statuses_come_home_on_the_disk(office, station, disk):
    (packet,) = record(station, 1)
    pack(station, disk)
    deliver_disk(office.centre, disk)
    take_receipts(station, disk)
    assert station.store.outbox.line(packet).status.status == "received_at_central"
    assert station.port.manifests_unacknowledged(10) == []
    assert station.port.roster_version() == str(office.centre.store.people.roster_version("15.02.01"))


def test_a_lost_disk_is_no_lost_packet(office, station, disk, tmp_path):
    packets = record(station, 1, 2)
    pack(station, disk)
    shutil.rmtree(disk)
    second = tmp_path / "second"
    second.mkdir()
    assert pack(station, second).copied == 2
    deliver_disk(office.centre, second)
    assert take_receipts(station, second).receipts == 2
    assert [arrivals(office, packet) for packet in packets] == [1, 1]


def test_a_damaged_body_on_the_laptop_keeps_no_other_waiting(alone, disk):
    first, _ = record(alone, 1, 2)
    path = alone.store.files.path(first)
    path.write_bytes(b"rotten" + path.read_bytes()[6:])
    packed = pack(alone, disk)
    assert packed.damaged == {first.hex()[:12]: "delivery.body_damaged"}
    assert packed.copied == 1


def test_a_list_says_what_is_on_the_disk_and_is_signed_by_its_station(alone, disk):
    packets = record(alone, 1, 2)
    packed = pack(alone, disk)
    signed = CourierDisk(disk).batch("ST-1", 1)
    batch = read_batch(signed, lambda _: alone.signer.verifier)
    assert [item.packet_id for item in batch.items] == packets
    assert (batch.station, batch.number, batch.disk) == ("ST-1", 1, packed.disk)
    assert json.loads((disk / FOLDER / "kurir.json").read_text()) == {"disk": packed.disk}


def test_nothing_about_a_person_is_readable_on_the_disk(alone, disk):
    record(alone, 1)
    pack(alone, disk)
    whole = b"".join(path.read_bytes() for path in disk.rglob("*") if path.is_file())
    one = resident(1)
    assert one.nik.encode() not in whole
    assert one.name.encode() not in whole


def test_the_door_of_the_centre_says_whether_a_body_was_new(office, station, disk):
    (packet,) = record(station, 1)
    pack(station, disk)
    deliver_disk(office.centre, disk)
    assert DeskDoor(office.centre).bring(packet, CourierDisk(disk).body_path("ST-1", packet)) is False
