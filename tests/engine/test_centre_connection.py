import pytest
from centre_world import resident

from rekam.centre.connection import release_disputed, restore, suspend
from rekam.problem import Problem

LETTER = {
    "cause": "pelanggaran penempatan pejabat", "letter": "471/9/2017", "condition": "pejabat lama dikembalikan",
    "actor": "pusat",
}  # fmt: skip


def test_a_suspended_office_goes_on_recording_and_its_packets_wait_safely(world):
    world.load(resident(1))
    station = world.station()
    suspend(world.centre, "15.02", **LETTER)
    packet = station.record(resident(1), "person:1")
    world.deliver(station)
    world.work()

    assert world.status(packet) == "quarantined"
    answer = world.exchange(station)
    assert (answer.connection.state, answer.connection.letter) == ("suspended", "471/9/2017")
    assert len(answer.receipts) == 1


def test_restoring_lets_everything_go_on(world):
    world.load(resident(1), resident(2))
    station = world.station()
    number = suspend(world.centre, "15.02", **LETTER)
    packets = [station.record(resident(n), f"person:{n}") for n in (1, 2)]
    world.deliver(station)

    assert restore(world.centre, number, note="syarat dipenuhi", actor="pusat") == 2
    world.work()

    assert [world.status(packet) for packet in packets] == ["print_ready_record"] * 2
    assert world.exchange(station).connection.state == "open"
    acts = [line.act for line in world.centre.store.audit.lines(actor="pusat")]
    assert acts[:2] == ["restore_connection", "suspend_connection"]
    with pytest.raises(Problem, match=r"centre\.restored_already"):
        restore(world.centre, number, note="", actor="pusat")


def test_a_second_suspension_keeps_the_packets_where_they_are(world):
    world.load(resident(1))
    station = world.station()
    first = suspend(world.centre, "15.02", **LETTER)
    suspend(world.centre, "15", **LETTER)
    packet = station.record(resident(1), "person:1")
    world.deliver(station)

    assert restore(world.centre, first, note="", actor="pusat") == 0
    assert world.status(packet) == "quarantined"


@pytest.mark.parametrize(
    ("territory", "station", "state"),
    [
        ("", None, "suspended"),
        ("15", None, "suspended"),
        ("15.02.01", None, "suspended"),
        ("15.02.01", "ST-1", "suspended"),
        ("15.03", None, "open"),
        ("15.02.01", "ST-2", "open"),
        ("1", None, "open"),
    ],
)
def test_a_suspension_reaches_its_territory_and_nobody_else(world, territory, station, state):
    one = world.station("ST-1")
    world.station("ST-2")
    suspend(world.centre, territory, station_id=station, **LETTER)

    assert world.exchange(one).connection.state == state


@pytest.mark.parametrize("left_out", ["cause", "letter", "condition"])
def test_nobody_is_cut_off_without_cause_letter_and_condition(world, left_out):
    with pytest.raises(Problem, match=r"centre\.cause_needed"):
        suspend(world.centre, "15.02", **{**LETTER, left_out: "  "})


def test_a_disputed_packet_goes_on_when_somebody_has_looked(world):
    world.load(resident(1), resident(2))
    station = world.station()
    station.record(resident(1), "person:1")
    world.deliver(station)
    station.sequence, station.previous = 0, bytes(32)
    packet = station.record(resident(2), "person:2", notes=("after the restore",))
    world.deliver(station)

    release_disputed(world.centre, packet.packet_id, reason="laptop dipulihkan dari cadangan", actor="pusat")
    world.work()

    assert world.status(packet) == "print_ready_record"
    assert world.centre.store.audit.lines(act="release_disputed")[0].actor == "pusat"


def test_restoring_an_office_does_not_release_what_is_disputed(world):
    world.load(resident(1), resident(2))
    station = world.station()
    station.record(resident(1), "person:1")
    world.deliver(station)
    number = suspend(world.centre, "15.02", **LETTER)
    station.sequence, station.previous = 0, bytes(32)
    packet = station.record(resident(2), "person:2", notes=("after the restore",))
    world.deliver(station)

    assert restore(world.centre, number, note="", actor="pusat") == 0
    assert world.status(packet) == "quarantined"
