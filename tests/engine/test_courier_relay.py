"""A village kit without a line, an office station that carries for it, and the pages of both."""

import pytest
from courier_bed import arrivals, made_station, office_of, record

from rekam.centre.app import build_centre
from rekam.centre.courier import DeskDoor
from rekam.edge.packed import gazetteer
from rekam.edge.store.courier_disk import FOLDER, CourierDisk
from rekam.edge.wire.line_door import deliver_over_line
from rekam.edge.wire.serving import served
from rekam.station.courier import forward, forward_waiting, meet, pack, take_receipts, waiting


@pytest.fixture
def office(world, tmp_path):
    return office_of(world, tmp_path)


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


@pytest.fixture
def station(office, tmp_path):
    station = made_station(office, tmp_path, "ST-1")
    yield station
    station.close()


@pytest.fixture
def kit(office, tmp_path):
    kit = made_station(office, tmp_path, "KIT-1")
    yield kit
    kit.close()


@pytest.fixture
def line(office):
    app = build_centre(office.centre, office.folder, gazetteer(), session_key="s" * 40)
    with served(app) as url:
        yield url


def test_a_kit_delivers_through_an_office_that_cannot_open_what_it_carries(office, station, kit, disk):
    packets = record(kit, 1, 2)
    (own,) = record(station, 3)
    pack(kit, disk)
    met = meet(station, disk)
    assert (met.lists, met.bodies, met.absent, met.answers) == (["KIT-1/1"], 2, 0, [])
    assert waiting(station) == {"KIT-1": 2}
    sent = forward(station, DeskDoor(office.centre))
    assert (sent.taken, sent.sound) == (2, True)
    assert waiting(station) == {}
    assert [arrivals(office, packet) for packet in packets] == [1, 1]
    assert arrivals(office, own) == 0
    assert all(kit.store.files.get(packet) for packet in packets)
    second = meet(station, disk)
    assert second.answers == ["KIT-1/1"]
    home = take_receipts(kit, disk)
    assert (home.receipts, home.false) == (2, [])
    assert list(kit.store.files.ids()) == []
    meet(station, disk)
    assert CourierDisk(station.config.folder / "relay").batches("KIT-1") == []


def test_meeting_and_sending_again_changes_nothing(office, station, kit, disk):
    (packet,) = record(kit, 1)
    pack(kit, disk)
    meet(station, disk)
    assert meet(station, disk).bodies == 0
    forward(station, DeskDoor(office.centre))
    meet(station, disk)
    again = forward(station, DeskDoor(office.centre))
    assert (again.lists, again.taken, again.missing) == ([], 0, [])
    assert arrivals(office, packet) == 1


def test_a_disk_pulled_in_a_meeting_is_completed_at_the_next(office, station, kit, disk):
    first, second = record(kit, 1, 2)
    pack(kit, disk)
    path = CourierDisk(disk).body_path("KIT-1", second)
    body = path.read_bytes()
    path.unlink()
    assert (meet(station, disk).bodies, waiting(station)) == (1, {"KIT-1": 1})
    path.write_bytes(body)
    assert meet(station, disk).bodies == 1
    assert forward(station, DeskDoor(office.centre)).taken == 2
    assert [arrivals(office, packet) for packet in (first, second)] == [1, 1]


def test_a_list_altered_on_the_way_is_not_carried(station, kit, disk):
    record(kit, 1)
    pack(kit, disk)
    path = disk / FOLDER / "KIT-1" / "batch-000001.cose"
    signed = path.read_bytes()
    path.write_bytes(signed[:-1] + bytes([signed[-1] ^ 1]))
    met = meet(station, disk)
    assert met.unread == {"KIT-1/1": "packet.signature_bad"}
    assert waiting(station) == {}


def test_another_key_under_the_same_name_is_not_carried(office, station, kit, disk):
    record(kit, 1)
    pack(kit, disk)
    meet(station, disk)
    public = disk / FOLDER / "KIT-1" / "station.pub"
    public.write_bytes((disk / FOLDER / "KIT-1" / "centre.pub").read_bytes())
    assert meet(station, disk).unread == {"KIT-1": "packet.key_unknown"}
    assert forward(station, DeskDoor(office.centre)).taken == 1


def test_over_a_line_a_disk_and_a_kit_arrive_like_everything_else(office, station, kit, disk, line):
    (packet,) = record(kit, 1)
    pack(kit, disk)
    first = deliver_over_line(disk, line)
    assert (first.taken, first.already, first.sound) == (1, 0, True)
    again = deliver_over_line(disk, line)
    assert (again.taken, again.already) == (0, 1)
    assert arrivals(office, packet) == 1
    (later,) = record(kit, 2)
    pack(kit, disk)
    meet(station, disk)
    object.__setattr__(station.config, "centre_url", line)
    assert forward_waiting(station).taken == 1
    assert forward_waiting(station) is None
    meet(station, disk)
    assert take_receipts(kit, disk).receipts == 2
    assert arrivals(office, later) == 1


def test_a_line_that_is_gone_leaves_everything_where_it_is(station, kit, disk):
    record(kit, 1)
    pack(kit, disk)
    stopped = deliver_over_line(disk, "http://127.0.0.1:9").stopped
    assert stopped.code == "delivery.line_refused"
    meet(station, disk)
    object.__setattr__(station.config, "centre_url", "http://127.0.0.1:9")
    assert forward(station).stopped.code == "delivery.line_refused"
    assert waiting(station) == {"KIT-1": 1}
