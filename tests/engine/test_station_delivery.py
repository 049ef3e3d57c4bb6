"""A station's outbox on its way: a real centre over HTTP, a line that is gone, receipts, a crash in between."""

from contextlib import closing

import httpx
import pytest
import wire_bed
from station_counter import make_counter, resident

from rekam.biometric.drawn import signature
from rekam.edge.key import export_public
from rekam.edge.store.station import RosterDelta, encode_roster_delta
from rekam.edge.wire.serving import Serving
from rekam.packet import Connection, PacketStatus, read_receipt
from rekam.problem import Problem
from rekam.station.use.overview import waiting_packets


@pytest.fixture
def centre(tmp_path):
    return wire_bed.Centre(tmp_path / "centre")


@pytest.fixture
def served(centre):
    with Serving(centre.app()) as serving:
        yield serving


@pytest.fixture
def counter(tmp_path, served):
    return make_counter(
        tmp_path, centre_url=served.url, centre_key=export_public(wire_bed.CENTRE_KEY.verifier)
    )


@pytest.fixture
def opened(counter, monkeypatch):
    """The station, again and again: the one before has to be closed."""

    def open_it():
        station = counter.open()
        monkeypatch.setattr(wire_bed, "STATION", station.papers.station)
        monkeypatch.setattr(wire_bed, "STATION_KEY", station.signer)
        return closing(station)

    return open_it


@pytest.fixture
def station(opened):
    with opened() as station:
        yield station


def record(counter, station, number=1):
    return counter.operator(station).record(resident(number).nik, signature(number, "SULASTRI")).packet_id


def test_a_recording_leaves_the_disk_only_with_its_receipt(counter, station, centre):
    packets = [record(counter, station, number) for number in (1, 2)]
    assert waiting_packets(station).packets == 2
    report = station.deliverer().round()
    assert (report.manifests, report.uploaded, report.receipts) == (2, 2, 2)
    assert sorted(centre.completed) == sorted(packets)
    assert list(station.store.files.ids()) == []
    lines = station.store.outbox.latest(10)
    assert {line.state for line in lines} == {"receipted"}
    assert all(not line.body_kept and line.status.status == "received_at_central" for line in lines)
    assert read_receipt(lines[0].receipt, station.centre).packet_id == lines[0].packet_id
    assert waiting_packets(station).packets == 0


def test_a_second_round_sends_nothing_again(counter, station, centre):
    record(counter, station)
    station.deliverer().round()
    again = station.deliverer().round()
    assert (again.manifests, again.uploaded, again.sent_bytes) == (0, 0, 0)
    assert len(centre.completed) == 1


def test_a_line_that_is_gone_is_named_with_its_beginning(tmp_path):
    counter = make_counter(tmp_path, centre_url="http://127.0.0.1:9")
    station = counter.open()
    packet = record(counter, station)
    report = station.deliverer().round()
    assert report.stopped == Problem("delivery.line_refused")
    state = station.port.line()
    since = state.since
    assert state.problem == Problem("delivery.line_refused")
    station.deliverer().round()
    assert station.port.line().since == since
    assert station.store.outbox.line(packet).state == "sealed"
    assert station.store.files.size(packet) is not None
    assert [line.act for line in station.store.journal.of("line_lost")] == ["line_lost"]
    station.close()


def test_a_receipt_that_was_stored_before_a_crash_deletes_the_body_at_the_next_start(
    counter, station, monkeypatch
):
    packet = record(counter, station)

    def pulled(_receipt):
        raise KeyboardInterrupt

    monkeypatch.setattr(station.port, "delete_body", pulled)
    with pytest.raises(KeyboardInterrupt):
        station.deliverer().round()
    assert station.store.outbox.line(packet).state == "receipted"
    assert station.store.files.size(packet) is not None
    station.store.close()
    again = counter.open()
    assert again.store.files.size(packet) is None
    assert not again.store.outbox.line(packet).body_kept
    again.close()
    station.store.database = again.store.database
    monkeypatch.undo()
    station.close = lambda: None


def test_a_number_the_centre_never_saw_is_told_again(counter, station):
    record(counter, station)
    station.deliverer().round()
    assert station.port.manifests_unacknowledged(10) == []
    station.port.note_missing([1])
    assert len(station.port.manifests_unacknowledged(10)) == 1


def test_a_refused_packet_stays_with_its_reason(counter, station):
    packet = record(counter, station)
    station.port.note_refused(packet, "packet.signature_bad", {"key": "ab"})
    line = station.store.outbox.line(packet)
    assert (line.state, line.waiting) == ("refused", Problem("packet.signature_bad", key="ab"))
    station.port.note_refused(packet, "packet.signature_bad", {})
    assert station.store.outbox.line(packet).waiting == Problem(
        "delivery.centre_refused", reason="packet.signature_bad"
    )
    station.port.note_refused(packet, "later.code", {"x": 1})
    assert station.store.outbox.line(packet).waiting.code == "delivery.centre_refused"


def test_a_packet_that_waits_says_why_and_until_when(counter, station):
    packet = record(counter, station)
    station.port.note_waiting(packet, "delivery.upload_busy", {}, 2_000_000_000)
    held = station.port.held()[0]
    assert (held.attempts, held.next_try) == (1, 2_000_000_000)
    assert station.store.outbox.line(packet).waiting == Problem("delivery.upload_busy")
    station.store.outbox.try_now()
    assert station.port.held()[0].next_try == 0


def test_nothing_leads_back_from_a_receipt(counter, station):
    packet = record(counter, station)
    station.deliverer().round()
    station.port.note_waiting(packet, "delivery.upload_busy", {}, 9)
    station.port.note_refused(packet, "packet.signature_bad", {})
    station.port.note_sent(packet)
    line = station.store.outbox.line(packet)
    assert (line.state, line.waiting) == ("receipted", None)


def test_the_roster_grows_by_delta_and_an_unreadable_one_stops_nothing(station):
    station.port.apply_roster(encode_roster_delta(RosterDelta("2", (resident(30),), (resident(2).nik,))))
    assert station.port.roster_version() == "2"
    assert station.store.roster.resident(resident(30).nik) is not None
    assert station.store.roster.resident(resident(2).nik) is None
    station.port.apply_roster(b"not a roster")
    station.port.apply_roster(b"not a roster")
    assert station.port.roster_version() == "2"
    assert len(station.store.journal.of("station.roster_unreadable")) == 1


def test_the_journal_of_the_station_is_delivered_once(station):
    waiting = station.port.journal_waiting(100)
    assert waiting
    station.port.note_journal_known(waiting[:1])
    assert station.port.journal_waiting(100) == waiting[1:]
    station.port.note_journal_known(waiting)
    assert station.port.journal_waiting(100) == []


def test_a_suspension_is_kept_and_told(station, centre, counter):
    centre.connection = Connection("suspended", 1_508_000_000, "Surat 470/12", "Letter 470/12", "470/12")
    record(counter, station)
    station.deliverer().round()
    assert station.port.connection() == centre.connection
    assert station.store.outbox.latest(1)[0].state == "receipted"


def test_a_status_of_the_centre_stands_on_the_line(counter, station):
    packet = record(counter, station)
    status = PacketStatus(packet, "print_ready_record", 5, "Siap cetak", "Ready to print", "kabupaten", 9)
    station.port.note_statuses([status], b"")
    assert station.store.outbox.line(packet).status == status


def test_the_bookmark_of_the_statuses_outlives_the_program(counter, opened):
    with opened() as station:
        record(counter, station)
        station.deliverer().round()
    with opened() as station:
        assert station.port.statuses_after() == b"as far as 1"


def test_the_thread_delivers_by_itself(counter, station):
    delivery = station.deliverer()
    record(counter, station)
    delivery.start()
    delivery.ask()
    for _ in range(200):
        if waiting_packets(station).packets == 0:
            break
        httpx.get(delivery._url + "/nowhere")  # takes a moment, and the centre stays awake
    assert waiting_packets(station).packets == 0
    delivery.stop()
