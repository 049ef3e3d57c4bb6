import dataclasses
import os
import threading
import time

import httpx
import pytest
from wire_bed import CENTRE_KEY, QUICK, Centre, Outbox, Station, uploader, ways

from rekam.edge.store.packet_files import PacketFiles
from rekam.edge.wire.delivery import deliver_round
from rekam.edge.wire.line import Line
from rekam.edge.wire.serving import Serving, bind, free_port
from rekam.packet import Connection, ExchangeAnswer, read_receipt, sign_receipt
from rekam.problem import Problem

SIZE = 200_000


@pytest.fixture
def centre(tmp_path):
    centre = Centre(tmp_path / "centre")
    yield centre
    centre.uploads.close()


@pytest.fixture
def served(centre):
    with Serving(centre.app(), grace_s=1) as serving:
        yield serving


@pytest.fixture
def line(served):
    with Line(served.port) as line:
        yield line


@pytest.fixture
def station(tmp_path, line):
    with Station(tmp_path / "station", line.url) as station:
        yield station


def record(station, count, size=SIZE):
    return [station.outbox.record(os.urandom(size)) for _ in range(count)]


def bodies_left(station):
    return list(station.outbox.files.ids())


def test_everything_recorded_is_delivered_receipted_and_then_deleted(centre, station):
    packets = record(station, 3)
    report = deliver_round(station.outbox, station.ways)

    assert (report.manifests, report.uploaded, report.receipts, report.stopped) == (3, 3, 3, None)
    assert [centre.files.test_read(packet) for packet in packets] == [2, 2, 2]
    assert station.outbox.sent == packets
    assert list(station.outbox.receipts) == packets
    assert bodies_left(station) == []
    assert station.outbox.roster == "2"
    assert set(station.outbox.statuses) == set(packets)
    assert station.outbox.line == [""]
    assert station.outbox.speeds[0] > 0


def test_two_ways_side_by_side_bring_everything_once(centre, station, line):
    packets = record(station, 7)
    with httpx_client() as http:
        both = dataclasses.replace(station.ways, second=uploader(http, line.url))
        report = deliver_round(station.outbox, both)

    assert (report.uploaded, report.receipts, report.stopped) == (7, 7, None)
    assert sorted(centre.completed) == sorted(packets)
    assert sorted(station.outbox.sent) == sorted(packets)
    assert report.sent_bytes == sum(len(station.outbox.sealed[packet].body) for packet in packets)
    assert report.resent_bytes == 0


def test_a_cut_under_two_ways_ends_the_round_with_its_name_and_keeps_every_body(centre, station, line):
    packets = record(station, 4, size=400_000)
    line.throttle(2_000)
    with httpx_client() as http:
        both = dataclasses.replace(station.ways, second=uploader(http, line.url))
        result = []
        thread = threading.Thread(target=lambda: result.append(deliver_round(station.outbox, both)))
        thread.start()
        while line.bytes_up < 100_000:
            time.sleep(0.02)
        line.cut()
        thread.join()
        assert result[0].stopped.code in {"delivery.line_refused", "delivery.line_broken"}
        assert set(bodies_left(station)) == set(packets) - set(station.outbox.receipts)

        line.restore()
        line.throttle(None)
        time.sleep(1.1)  # packets that met the cut wait their pause
        deliver_round(station.outbox, both)
    assert set(station.outbox.receipts) == set(packets)
    assert sorted(centre.completed) == sorted(packets)


def test_a_second_round_has_nothing_to_do(centre, station):
    packets = record(station, 1)
    deliver_round(station.outbox, station.ways)
    report = deliver_round(station.outbox, station.ways)

    assert (report.manifests, report.uploaded, report.sent_bytes) == (0, 0, 0)
    assert centre.completed == packets


def test_a_cut_line_stops_the_round_with_a_name_and_loses_nothing(station, line):
    packets = record(station, 2)
    line.cut()
    report = deliver_round(station.outbox, station.ways)

    assert report.stopped.code in {"delivery.line_refused", "delivery.line_broken"}
    assert station.outbox.line == [report.stopped.code]
    assert bodies_left(station) == sorted(packets)
    line.restore()
    assert deliver_round(station.outbox, station.ways).receipts == 2


def test_no_centre_at_all_is_refused_at_once(tmp_path):
    with Station(tmp_path / "station", f"http://127.0.0.1:{free_port()}") as station:
        record(station, 1)
        assert deliver_round(station.outbox, station.ways).stopped.code == "delivery.line_refused"


def test_a_line_that_breaks_inside_bodies_sends_little_again(centre, station, line):
    packets = record(station, 2, size=500_000)
    line.throttle(8_000)
    line.drop_after(*[120_000] * 5)
    station.http.close()
    before = line.bytes_up
    with httpx_client() as http:
        report = deliver_round(station.outbox, dataclasses.replace(ways(http, line.url), pace=QUICK))

    assert report.stopped is None
    assert report.receipts == 2
    assert [centre.files.test_read(packet) for packet in packets] == [2, 2]
    # What a dropped connection had in the machine's buffers is lost: at most a few blocks a time.
    assert line.bytes_up - before < 2 * 500_000 + 5 * 80_000


def httpx_client():
    from rekam.edge.wire.line_client import line_client

    return line_client(silence_s=3.0, connect_s=2.0)


def test_a_line_cut_in_the_middle_of_a_body_goes_on_after_restoration(centre, station, line):
    (packet,) = record(station, 1, size=600_000)
    line.throttle(2_000)
    result = []
    thread = threading.Thread(target=lambda: result.append(deliver_round(station.outbox, station.ways)))
    thread.start()
    while line.bytes_up < 250_000:
        time.sleep(0.02)
    line.cut()
    thread.join()
    assert result[0].stopped is not None
    assert bodies_left(station) == [packet]
    assert centre.uploads.find(packet).offset > 0

    line.restore()
    line.throttle(None)
    time.sleep(1.1)  # the packet that met the cut waits its pause
    report = deliver_round(station.outbox, station.ways)
    assert report.receipts == 1
    assert report.sent_bytes < 500_000


def test_a_bad_packet_in_the_middle_does_not_keep_the_others_waiting(centre, station):
    packets = record(station, 5)
    path = station.outbox.files.path(packets[2])
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    station.outbox.files.path(packets[3]).unlink()
    report = deliver_round(station.outbox, station.ways)

    assert report.stopped is None
    assert [code for code, _, _ in station.outbox.waiting.values()] == [
        "delivery.body_damaged",
        "delivery.body_missing",
    ]
    assert set(station.outbox.receipts) == {packets[0], packets[1], packets[4]}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_packet_over_which_the_centre_falls_does_not_keep_the_others_waiting(
    centre, tmp_path, line, caplog
):
    pace = dataclasses.replace(QUICK, tries=2)
    with Station(tmp_path / "station", line.url, pace=pace) as station:
        packets = record(station, 3)
        centre.break_on.add(packets[0])
        report = deliver_round(station.outbox, station.ways)

        assert report.stopped is None
        assert set(station.outbox.receipts) == set(packets[1:])
        assert station.outbox.waiting[packets[0]][0] == "delivery.centre_failed"

        centre.break_on.clear()
        time.sleep(1.1)
        assert deliver_round(station.outbox, station.ways).receipts >= 1
        assert set(station.outbox.receipts) == set(packets)


def test_the_answer_lost_after_the_last_byte_costs_nothing(centre, station, line):
    (packet,) = record(station, 1)
    lost = LostAnswer(station.ways.upload)
    report = deliver_round(station.outbox, dataclasses.replace(station.ways, upload=lost))
    assert report.uploaded == 0
    assert centre.completed == [packet]

    time.sleep(1.1)
    again = deliver_round(station.outbox, station.ways)
    assert (again.receipts, again.sent_bytes) == (1, 0)
    assert centre.completed == [packet]


class LostAnswer:
    """Everything arrives, and the sender never learns it."""

    def __init__(self, real):
        self.real = real

    def upload(self, packet_id, body):
        self.real.upload(packet_id, body)
        raise Problem("delivery.line_broken")


def test_two_senders_of_one_packet_end_with_one_packet(centre, tmp_path, line):
    with Station(tmp_path / "one", line.url) as one, Station(tmp_path / "two", line.url) as two:
        (packet,) = record(one, 1, size=1_000_000)
        two.outbox.sealed = dict(one.outbox.sealed)
        two.outbox.unacknowledged = list(one.outbox.unacknowledged)
        two.outbox.files.put(packet, one.outbox.sealed[packet].body)
        line.throttle(20_000)
        reports = []
        threads = [
            threading.Thread(target=lambda s=s: reports.append(deliver_round(s.outbox, s.ways)))
            for s in (one, two)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert [report.stopped for report in reports] == [None, None]
        assert centre.completed == [packet]
        assert centre.files.test_read(packet) == 2
        assert packet in one.outbox.receipts
        assert packet in two.outbox.receipts


def test_a_suspended_office_learns_why_and_goes_on_sending(centre, station):
    record(station, 1)
    centre.connection = Connection("suspended", 500, "surat teguran", "letter of warning", "470/1")
    report = deliver_round(station.outbox, station.ways)

    assert station.outbox.connection == centre.connection
    assert report.uploaded == 1


def test_many_manifests_go_in_several_exchanges(centre, tmp_path, line):
    pace = dataclasses.replace(QUICK, manifests_at_once=2)
    with Station(tmp_path / "station", line.url, pace=pace) as station:
        record(station, 5, size=100)
        assert deliver_round(station.outbox, station.ways).manifests == 5
        assert len(centre.manifests) == 5


class Forged:
    """An exchange whose answer brings a receipt that is not true."""

    def __init__(self, receipt):
        self.receipt = receipt

    def post(self, request):
        return ExchangeAnswer(
            station=request.station, nonce=request.nonce, answered_at=1, receipts=(self.receipt,), roster=None
        )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"copies": 1}, "packet.receipt_copies"),
        ({"test_read": False}, "packet.receipt_not_read"),
        ({"station": "st-2"}, "packet.receipt_other_station"),
        ({"packet_id": bytes(32)}, "packet.receipt_other_packet"),
        ({"sequence": 2}, "packet.receipt_other_sequence"),
        ({"log_root": bytes(32)}, "packet.receipt_not_in_log"),
    ],
)
def test_a_receipt_that_is_not_true_deletes_nothing(centre, station, change, code):
    (packet,) = record(station, 1, size=100)
    deliver_round(Outbox(PacketFiles(centre.files.folders[0].parent / "x")), station.ways)
    manifest = station.outbox.sealed[packet].manifest
    centre.manifests[packet] = dataclasses.replace(_read(manifest))
    centre.on_complete(packet, station.outbox.files.path(packet))
    true = read_receipt(centre.receipts[packet], CENTRE_KEY.verifier)
    false = sign_receipt(dataclasses.replace(true, **change), CENTRE_KEY)
    report = deliver_round(station.outbox, dataclasses.replace(station.ways, exchange=Forged(false)))

    assert [problem.code for problem in report.false_receipts] == [code]
    assert station.outbox.receipts == {}
    assert bodies_left(station) == [packet]


def _read(manifest):
    from wire_bed import STATION_KEY

    from rekam.packet import read_manifest

    return read_manifest(manifest, lambda _: STATION_KEY.verifier)


def test_a_sign_in_page_of_a_strange_network_is_not_taken_for_the_centre(tmp_path):
    from starlette.applications import Starlette
    from starlette.responses import HTMLResponse
    from starlette.routing import Route

    async def page(request):
        return HTMLResponse("<h1>Welcome, please sign in</h1>")

    app = Starlette(routes=[Route("/{rest:path}", page, methods=["GET", "POST", "HEAD", "PATCH"])])
    with Serving(app) as serving, Station(tmp_path / "station", serving.url) as station:
        packets = record(station, 1, size=100)
        report = deliver_round(station.outbox, station.ways)

        assert report.stopped.code == "delivery.answer_unreadable"
        assert bodies_left(station) == packets


def test_a_refusal_of_the_centre_reaches_the_station_by_its_name(served, tmp_path):
    with Station(tmp_path / "station", served.url) as station:
        station.outbox.station = "st-9"
        assert deliver_round(station.outbox, station.ways).stopped.code == "packet.station_unknown"


def test_a_port_in_use_is_named_and_a_stopped_server_frees_it(centre):
    with Serving(centre.app()) as serving:
        with pytest.raises(Problem) as caught:
            Serving(centre.app(), serving.port)
        assert caught.value.code == "command.port_in_use"
        assert httpx.get(f"{serving.url}/nothing").status_code == 404
    bind(serving.port).close()
