"""Statuses on their way to a station: each settled one once, all of them, the young ones until they settle."""

from itertools import chain

import pytest
from centre_world import resident

from rekam.centre import parameters


@pytest.fixture
def settled(monkeypatch):
    """Every status is settled one second later; two of them fit into an answer."""
    monkeypatch.setattr(parameters, "STATUSES_SETTLE_S", 0)
    monkeypatch.setattr(parameters, "STATUSES_MOST", 2)


def listen(world, station, bookmark=b"", rounds=4):
    """What the answers tell, round after round, and the last bookmark."""
    told = []
    for _ in range(rounds):
        answer = world.exchange(station, statuses_after=bookmark)
        told.append([one.packet_id for one in answer.statuses])
        bookmark = answer.statuses_until
    return told, bookmark


def test_a_backlog_larger_than_an_answer_is_told_whole_and_once(world, settled):
    station = world.station()
    packets = [station.record(resident(number), f"person:{number}") for number in range(1, 6)]
    world.exchange(station)

    told, _ = listen(world, station)

    assert [len(one) for one in told] == [2, 2, 1, 0]
    assert sorted(chain(*told)) == sorted(packet.packet_id for packet in packets)


def test_what_changes_after_it_was_told_is_told_again(world, settled):
    station = world.station()
    packet, _other = (station.record(resident(number), f"person:{number}") for number in (1, 2))
    world.exchange(station)
    _, bookmark = listen(world, station)

    world.upload(packet)
    told, _ = listen(world, station, bookmark, rounds=2)

    assert told == [[packet.packet_id], []]


def test_a_young_status_is_told_with_every_answer_until_it_settles(world, monkeypatch):
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)

    young, bookmark = listen(world, station, rounds=3)
    monkeypatch.setattr(parameters, "STATUSES_SETTLE_S", 0)
    old, _ = listen(world, station, bookmark, rounds=2)

    assert young == [[packet.packet_id]] * 3
    assert old == [[packet.packet_id], []]


@pytest.mark.parametrize("bookmark", [b"", b"of another form", (1 << 62).to_bytes(8, "big") + bytes(32)])
def test_a_bookmark_that_says_nothing_begins_anew(world, settled, bookmark):
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)
    listen(world, station)

    told, _ = listen(world, station, bookmark, rounds=1)

    assert told == [[packet.packet_id]]


def test_a_station_that_knows_more_than_the_centre_hears_everything_again(world, settled):
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)
    _, bookmark = listen(world, station)

    answer = world.exchange(station, statuses_after=bookmark, manifests=(), receipts_known=3)

    assert answer.missing_sequences
    assert [one.packet_id for one in answer.statuses] == [packet.packet_id]
