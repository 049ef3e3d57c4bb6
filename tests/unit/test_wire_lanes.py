import threading
from pathlib import Path

import pytest

from rekam.edge.wire.lanes import Lanes
from rekam.edge.wire.outbox_port import HeldPacket
from rekam.edge.wire.tus.client import UploadReport
from rekam.edge.wire.tus.sending import SendingTurn
from rekam.problem import Problem

PACKETS = [HeldPacket(bytes([number]) * 32, number) for number in range(1, 7)]
REPORT = UploadReport(10, 10, 0, 0, 0.0)


class Way:
    """Remembers what it carried; may wait for another way, or fail on some packets."""

    def __init__(self, meeting=None, broken=()):
        self.carried = []
        self.meeting = meeting
        self.broken = broken
        self.threads = set()

    def upload(self, packet_id, body):
        self.threads.add(threading.current_thread())
        if self.meeting:
            self.meeting.wait(20)
        self.carried.append(packet_id)
        if packet_id in self.broken:
            raise Problem("delivery.line_broken")
        assert body == Path(packet_id.hex())
        return REPORT


def body_path(packet_id):
    return Path(packet_id.hex())


def test_one_way_carries_in_order_in_the_callers_thread():
    way = Way()
    results = list(Lanes([way], body_path).bring(PACKETS))

    assert results == [(packet, REPORT) for packet in PACKETS]
    assert way.carried == [packet.packet_id for packet in PACKETS]
    assert way.threads == {threading.current_thread()}


def test_two_ways_carry_at_the_same_time_and_each_packet_once():
    meeting = threading.Barrier(2)  # nobody passes alone
    ways = [Way(meeting), Way(meeting)]
    results = list(Lanes(ways, body_path).bring(PACKETS))

    assert sorted(packet.sequence for packet, _ in results) == [1, 2, 3, 4, 5, 6]
    assert sorted(ways[0].carried + ways[1].carried) == [packet.packet_id for packet in PACKETS]
    assert len(ways[0].carried) == len(ways[1].carried) == 3


@pytest.mark.parametrize("count", [1, 2])
def test_a_problem_of_one_packet_is_its_result_and_the_others_go_on(count):
    broken = (PACKETS[2].packet_id,)
    results = dict(Lanes([Way(broken=broken) for _ in range(count)], body_path).bring(PACKETS))

    assert results.pop(PACKETS[2]).code == "delivery.line_broken"
    assert set(results.values()) == {REPORT}


@pytest.mark.parametrize("count", [1, 2])
def test_after_a_problem_and_stop_what_is_under_way_ends_and_nothing_is_begun(count):
    ways = [Way(broken=[packet.packet_id for packet in PACKETS]) for _ in range(count)]
    lanes = Lanes(ways, body_path)
    told = []
    for packet, _ in lanes.bring(PACKETS):
        lanes.stop()
        told.append(packet.packet_id)

    assert sorted(told) == sorted(packet_id for way in ways for packet_id in way.carried)
    assert len(told) <= count


def test_a_missing_body_is_that_packets_problem():
    def missing(packet_id):
        raise Problem("delivery.body_missing", packet=packet_id.hex()[:12])

    ((_, problem),) = Lanes([Way()], missing).bring(PACKETS[:1])
    assert problem.code == "delivery.body_missing"


def test_the_turn_to_send_passes_on_before_the_answer():
    turn = SendingTurn()
    with turn.take() as first:
        first.give()
        with turn.take():  # would wait for ever if the first still had it
            first.give()  # a second time does nothing to the new holder
            assert not turn.free
    assert turn.free
