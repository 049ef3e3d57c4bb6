"""Copies are read again: rotten ones are mended, what no copy holds is named, a disk that is away is not filled up."""

import json
import os
import shutil
import subprocess
import sys

import pytest
from centre_world import resident

from rekam.centre import parameters
from rekam.centre.scrub import Scrubbed, scrub, scrub_share
from rekam.problem import Problem


def copies(world, packet):
    return sorted((world.folder / "centre").glob(f"*/??/{packet.packet_id.hex()}.body"))


def received(world, *numbers):
    world.stations.append(station := world.station())
    packets = [station.record(resident(number), f"person:{number}") for number in numbers]
    world.exchange(station)
    for packet in packets:
        world.upload(packet)
    return packets


def spoil(world, packet):
    for copy in copies(world, packet):
        copy.write_bytes(b"dust")


def gone(world):
    return [one.packet_id for one in world.centre.store.bodies.gone("", limit=100)]


def acts(world):
    found = world.centre.store.database.value(b"SELECT array_agg(act ORDER BY audit_id) FROM audit")
    return [act for act in found if act.startswith("body_")]


def test_a_rotten_copy_and_a_missing_one_are_written_anew_from_the_other(world):
    rotten, gone, sound = received(world, 1, 2, 3)
    first = copies(world, rotten)[0]
    first.write_bytes(b"\x00" + first.read_bytes()[1:])
    copies(world, gone)[1].unlink()

    assert scrub(world.centre) == Scrubbed(read=3, mended=2)
    for packet in (rotten, gone, sound):
        assert [copy.read_bytes() for copy in copies(world, packet)] == [packet.body, packet.body]
    assert acts(world) == ["body_mended", "body_mended"]
    assert scrub(world.centre) == Scrubbed(read=3)


def test_a_body_without_a_good_copy_is_named_and_the_others_are_still_mended(world):
    lost, rotten = received(world, 1, 2)
    for copy in copies(world, lost):
        copy.write_bytes(b"dust")
    copies(world, rotten)[1].write_bytes(b"dust")

    assert scrub(world.centre) == Scrubbed(read=2, mended=1, lost=1)
    assert sorted(acts(world)) == ["body_lost", "body_mended"]
    assert [copy.read_bytes() for copy in copies(world, lost)] == [b"dust", b"dust"]


def test_a_lost_body_is_named_once_however_often_it_is_looked_for(world):
    (lost,) = received(world, 1)
    spoil(world, lost)

    for _ in range(2):
        assert scrub(world.centre) == Scrubbed(read=1, lost=1)
        scrub_share(world.centre)
    assert acts(world) == ["body_lost"]
    (named,) = world.centre.store.bodies.gone("15.02", limit=100)
    assert (named.packet_id, named.station_id, named.sequence, named.operator) == (
        lost.packet_id, "ST-1", 1, "siti",
    )  # fmt: skip
    assert (named.problem, named.opened) == ("delivery.body_damaged", False)
    assert world.centre.store.bodies.gone("15.03", limit=100) == []


def test_what_is_gone_is_wanted_from_the_station_that_still_has_it_and_no_receipt_lets_it_delete(world):
    lost, kept = received(world, 1, 2)
    spoil(world, lost)
    scrub(world.centre)

    answer = world.exchange(world.stations[0])

    assert answer.wanted == (lost.packet_id,)
    assert len(answer.receipts) == 1
    assert world.centre.store.log.receipts("ST-1", [kept.packet_id], limit=9) == list(answer.receipts)


def test_a_lost_body_that_is_brought_again_is_whole_again_and_counts_once(world):
    lost, _ = received(world, 1, 2)
    first = world.centre.store.packets.arriving([lost.packet_id])[lost.packet_id].receipt
    assert world.intake.holds(lost.packet_id) == len(lost.body)
    spoil(world, lost)
    scrub(world.centre)
    assert world.intake.holds(lost.packet_id) is None

    assert world.upload(lost) == first
    assert [copy.read_bytes() for copy in copies(world, lost)] == [lost.body, lost.body]
    assert gone(world) == []
    assert acts(world) == ["body_lost", "body_found"]
    answer = world.exchange(world.stations[0])
    assert answer.wanted == ()
    assert len(answer.receipts) == 2
    assert world.work() == 2  # each packet is prepared once


def test_a_foreign_body_does_not_take_the_place_of_a_lost_one(world):
    lost, kept = received(world, 1, 2)
    spoil(world, lost)
    scrub(world.centre)
    path = world.folder / "foreign"
    path.write_bytes(kept.body)

    with pytest.raises(Problem, match=r"delivery\.body_hash"):
        world.intake.body_complete(lost.packet_id, path)
    assert gone(world) == [lost.packet_id]


def test_a_copy_that_comes_back_to_its_folder_is_found_by_the_next_share(world):
    (lost,) = received(world, 1)
    away = world.folder / "away"
    for copy in copies(world, lost)[1:]:
        shutil.move(copy, away)
    copies(world, lost)[0].unlink()
    assert scrub(world.centre).lost == 1

    shutil.move(
        away, world.folder / "centre" / "second" / lost.packet_id.hex()[:2] / f"{lost.packet_id.hex()}.body"
    )
    scrub_share(world.centre)
    assert gone(world) == []
    assert [copy.read_bytes() for copy in copies(world, lost)] == [lost.body, lost.body]


def test_a_round_reads_each_body_once_in_as_many_shares_as_it_has_nights(world, monkeypatch):
    monkeypatch.setattr(parameters, "SCRUB_NIGHTS", 3)
    monkeypatch.setattr(parameters, "SCRUB_PAGE", 2)
    packets = received(world, *range(1, 8))
    verified = []
    verify = world.centre.files.verify
    monkeypatch.setattr(world.centre.files, "verify", lambda one: verified.append(one) or verify(one))

    assert [scrub_share(world.centre).read for _ in range(3)] == [3, 3, 1]
    assert sorted(verified) == sorted(packet.packet_id for packet in packets)
    assert world.centre.store.scrub_rounds.under_way() is None
    last = world.centre.store.scrub_rounds.last()
    assert (last.bodies, last.mended, last.lost) == (7, 0, 0)
    assert last.ended_at > last.began_at
    assert scrub_share(world.centre).read == 3


def test_a_share_that_is_to_end_goes_on_next_time_where_it_was(world, monkeypatch):
    monkeypatch.setattr(parameters, "SCRUB_NIGHTS", 1)
    monkeypatch.setattr(parameters, "SCRUB_PAGE", 2)
    received(world, *range(1, 6))
    looks = iter((False, True))

    assert scrub_share(world.centre, ending=lambda: next(looks)).read == 2
    assert scrub_share(world.centre).read == 3
    assert world.centre.store.scrub_rounds.last().bodies == 5


def test_of_two_that_go_on_from_one_place_the_later_leaves_it_to_the_other(world, monkeypatch):
    monkeypatch.setattr(parameters, "SCRUB_NIGHTS", 1)
    monkeypatch.setattr(parameters, "SCRUB_PAGE", 2)
    received(world, *range(1, 6))
    verify, inside = world.centre.files.verify, []

    def meanwhile(packet_id):
        if not inside:
            inside.append(True)
            assert scrub_share(world.centre).read == 5
        return verify(packet_id)

    monkeypatch.setattr(world.centre.files, "verify", meanwhile)

    assert scrub_share(world.centre).read == 0
    assert world.centre.store.scrub_rounds.last().bodies == 5
    assert world.centre.store.scrub_rounds.under_way() is None


def test_a_disk_that_is_away_is_named_and_nothing_is_written_in_its_place(world, monkeypatch):
    monkeypatch.setattr(parameters, "SCRUB_NIGHTS", 1)
    packets = received(world, *range(1, 12))
    second = world.folder / "centre" / "second"
    shutil.move(second, world.folder / "unplugged")
    for packet in packets:
        (second / packet.packet_id.hex()[:2]).mkdir(parents=True, exist_ok=True)

    with pytest.raises(Problem) as told:
        scrub_share(world.centre)
    assert told.value.code == "centre.copies_missing"
    assert str(second) in told.value.say("id")
    assert "11" in told.value.say("en")
    assert not list(second.glob("*/*"))
    assert gone(world) == []
    assert acts(world) == []
    stopped = world.centre.store.scrub_rounds.under_way()
    assert (stopped.problem, stopped.bodies) == ("centre.copies_missing", 0)

    shutil.rmtree(second)
    shutil.move(world.folder / "unplugged", second)
    assert scrub_share(world.centre) == Scrubbed(read=11)
    assert world.centre.store.scrub_rounds.last().problem is None


def test_the_command_founds_no_centre_in_a_mistyped_folder(tmp_path):
    (tmp_path / "station").mkdir()
    (tmp_path / "station" / "station.db").touch()
    before = sorted(tmp_path.rglob("*"))

    for folder in (tmp_path / "none", tmp_path / "station", tmp_path):
        answer = subprocess.run(
            [sys.executable, "-m", "rekam.command", "audit", "copies", "--folder", folder],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert (answer.returncode, answer.stdout) == (2, "")
        assert "courier.nothing_to_audit" in answer.stderr or "centre.not_here" in answer.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_a_new_disk_is_filled_when_asked(world):
    packets = received(world, *range(1, 12))
    for packet in packets:
        copies(world, packet)[1].unlink()
    told = []

    with pytest.raises(Problem, match=r"centre\.copies_missing"):
        scrub(world.centre)
    assert scrub(world.centre, refill=True, told=told.append) == Scrubbed(read=11, mended=11)
    assert all([copy.read_bytes() for copy in copies(world, one)] == [one.body, one.body] for one in packets)
    assert told == [Scrubbed(read=11, mended=11)]


def test_the_command_reads_beside_a_running_centre_tells_how_far_and_fails_when_something_is_lost(world):
    rotten, lost = received(world, 1, 2)
    copies(world, rotten)[0].write_bytes(b"dust")
    spoil(world, lost)

    answer = subprocess.run(
        [sys.executable, "-m", "rekam.command", "audit", "copies", "--folder", world.folder / "centre", "--json"],
        capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "REKAM_DATABASE": world.centre.store.database.url},
    )  # fmt: skip

    assert answer.returncode == 1, answer.stderr
    assert json.loads(answer.stdout) == {"read": 2, "mended": 1, "lost": 1}
    assert "2 …" in answer.stderr
    assert gone(world) == [lost.packet_id]
