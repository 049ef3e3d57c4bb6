from dataclasses import replace
from datetime import date
from threading import Barrier, Thread

import pytest
from centre_world import (
    OTHER_VILLAGE,
    VILLAGE,
    NameEngine,
    excepted,
    known_region,
    one_way,
    resident,
    samples,
)

from rekam.biometric import FingerPosition, Modality
from rekam.centre.pipeline.gallery import GalleryMirror
from rekam.centre.pipeline.identify import identify, search_again
from rekam.centre.pipeline.prepare import prepare
from rekam.centre.printing import mark_printed
from rekam.centre.worker import stages
from rekam.problem import Problem
from rekam.registry import EventKind as Kind
from rekam.registry import Owner, Status

LEFT_HAND = (
    FingerPosition.LEFT_THUMB, FingerPosition.LEFT_INDEX, FingerPosition.LEFT_MIDDLE,
    FingerPosition.LEFT_RING, FingerPosition.LEFT_LITTLE,
)  # fmt: skip


def test_a_unique_person_becomes_print_ready(world):
    world.load(resident(1))
    packet = one_way(world, 1, "person:1")

    row = world.centre.store.ledger.recording(packet.packet_id)
    assert row.status is Status.PRINT_READY_RECORD
    assert (row.nik, row.village, row.owner) == (resident(1).nik, VILLAGE, Owner.PRINTER)
    kinds = [event.kind for event in world.centre.store.ledger.history(packet.packet_id)]
    assert kinds[3:] == [Kind.RECEIVED, Kind.EXTRACTED, Kind.FOUND_UNIQUE]
    assert len(world.centre.store.contents.samples(packet.packet_id)) == 14
    assert len(world.centre.store.contents.samples(packet.packet_id, Modality.IRIS)) == 2
    assert world.centre.store.contents.content(packet.packet_id).biodata == resident(1)


def test_a_person_under_another_nik_goes_before_an_expert_and_is_not_printed(world):
    world.load(resident(1), resident(2))
    first = one_way(world, 1, "person:1")
    second = one_way(world, 2, "person:1")

    assert world.status(first) == "print_ready_record"
    assert world.status(second) == "adjudicate_record"
    case = world.centre.store.cases.open("ani")[0]
    candidate = world.centre.store.cases.candidates(case.case_id)[0]
    assert (candidate.packet_id, candidate.zone, candidate.score) == (first.packet_id, "duplicate", 1.0)
    assert [one.packet_id for one in world.centre.store.cards.queue("15")] == [first.packet_id]
    with pytest.raises(Problem, match=r"registry\.not_next"):
        mark_printed(world.centre, second.packet_id, actor="cetak")


def test_two_recordings_of_one_person_searched_at_the_same_time_cannot_both_be_unique(world):
    """Both searches end before either decides: only the look under the lock can see the other."""
    world.load(resident(1), resident(2))
    station = world.station()
    packets = [station.record(resident(1), "person:1"), station.record(resident(2), "person:1")]
    world.deliver(station)
    for packet in packets:
        prepare(world.centre, world.engine, packet.packet_id, known_region=known_region)
    both_searched = Barrier(2)

    class MeetingMirror(GalleryMirror):
        def search(self, content, *, limit):
            search = super().search(content, limit=limit)
            both_searched.wait(10)
            return search

    mirrors = [MeetingMirror(NameEngine(), world.centre.store.templates) for _ in packets]
    threads = [
        Thread(target=identify, args=(world.centre, mirror, packet.packet_id))
        for mirror, packet in zip(mirrors, packets, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(world.status(packet) for packet in packets) == ["adjudicate_record", "print_ready_record"]


def test_the_doubtful_stay_in_the_gallery_for_the_next_recording_of_either(world):
    world.load(*(resident(number) for number in range(1, 4)))
    one_way(world, 1, "person:1")
    second = one_way(world, 2, "person:1~")
    third = one_way(world, 3, "person:1~")

    assert world.status(second) == "adjudicate_record"
    case = next(one for one in world.centre.store.cases.open("ani") if one.packet_id == third.packet_id)
    best = world.centre.store.cases.candidates(case.case_id)[0]
    assert (best.packet_id, best.zone) == (second.packet_id, "duplicate")


def test_the_centre_says_when_it_already_holds_a_nik(world):
    world.load(resident(1), resident(2), recorded=[resident(2).nik])
    one_way(world, 1, "person:1")
    again = one_way(world, 1, "person:9")
    before = one_way(world, 2, "person:2")

    assert world.status(again) == "at_centre_already"
    assert world.status(before) == "at_centre_already"
    assert world.centre.store.coverage.of("15").recorded == 2
    assert world.centre.store.coverage.differences() == []


def test_one_nik_in_two_packets_at_once_counts_once(world):
    world.load(resident(1))
    station = world.station()
    packets = [
        station.record(resident(1), "person:1"),
        station.record(resident(1), "person:1", notes=("again",)),
    ]
    world.deliver(station)
    threads = [
        Thread(
            target=prepare,
            args=(world.centre, world.engine, packet.packet_id),
            kwargs={"known_region": known_region},
        )
        for packet in packets
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(world.status(packet) for packet in packets) == ["at_centre_already", "received_at_central"]


def test_a_nik_nobody_registered_fails_by_name(world):
    packet = one_way(world, 1, "person:1")

    row = world.centre.store.ledger.recording(packet.packet_id)
    assert (row.status, row.problem) == (Status.ENROLL_FAILURE_AT_CENTRAL, "centre.nik_not_in_register")
    assert row.owner is Owner.STATION


def test_a_nik_that_does_not_fit_the_birth_date_fails_by_name_and_the_station_hears_it(world):
    wrong = replace(resident(1), birth_date=date(1990, 8, 18))
    world.load(wrong)
    station = world.station()
    packet = station.record(wrong, "person:1")
    world.deliver(station)
    world.work()

    assert world.centre.store.ledger.recording(packet.packet_id).problem.startswith("person.nik")
    status = world.exchange(station).statuses[0]
    assert status.status == "enroll_failure_at_central"
    assert "direkam ulang" in status.words_id
    assert status.words_id != "Gagal di pusat, perlu direkam ulang"


def test_a_hand_without_fingers_is_a_normal_way_when_it_was_excepted(world):
    world.load(resident(1))
    right = [finger for finger in FingerPosition if finger not in LEFT_HAND]
    packet = one_way(
        world,
        1,
        "x",
        samples=samples("person:1", fingers=right),
        missing=excepted(*LEFT_HAND),
        supervisor="budi",
    )

    assert world.status(packet) == "print_ready_record"
    content = world.centre.store.contents.content(packet.packet_id)
    assert content.missing == excepted(*LEFT_HAND)
    assert content.supervisor == "budi"


def test_fingers_left_out_without_a_reason_fail_by_name(world):
    world.load(resident(1))
    right = [finger for finger in FingerPosition if finger not in LEFT_HAND]
    packet = one_way(world, 1, "x", samples=samples("person:1", fingers=right))

    row = world.centre.store.ledger.recording(packet.packet_id)
    assert row.problem == "centre.items_missing"
    assert row.problem_details == {"items": "finger 6, finger 7, finger 8, finger 9, finger 10"}


def test_prints_that_nobody_can_read_fail_by_name_and_the_next_recording_is_taken(world):
    world.load(resident(1))
    packet = one_way(world, 1, "noise")
    assert world.centre.store.ledger.recording(packet.packet_id).problem == "centre.no_usable_biometrics"
    assert world.centre.store.people.resident(resident(1).nik).recorded is False

    assert world.status(one_way(world, 1, "person:1")) == "print_ready_record"


def test_some_unreadable_prints_are_noted_and_the_rest_is_searched(world):
    world.load(resident(1))
    mixed = (replace(samples("x")[0], content=b"noise"), *samples("person:1")[1:])
    packet = one_way(world, 1, "x", samples=mixed)

    assert world.status(packet) == "print_ready_record"
    extracted = next(
        e for e in world.centre.store.ledger.history(packet.packet_id) if e.kind is Kind.EXTRACTED
    )
    assert extracted.details["unreadable"] == "finger 1"


def test_every_figure_has_its_people_behind_it(world):
    people = [resident(1), resident(2, village=OTHER_VILLAGE), resident(3), resident(4)]
    world.load(*people, recorded=[resident(3).nik], young=[resident(4).nik])
    one_way(world, 1, "person:1")
    one_way(world, 4, "person:4")

    rows = {row.territory: row for row in world.centre.store.coverage.within("15.02", 13)}
    assert (rows[VILLAGE].obliged, rows[VILLAGE].recorded, rows[VILLAGE].early) == (2, 2, 1)
    assert (rows[OTHER_VILLAGE].obliged, rows[OTHER_VILLAGE].missing) == (1, 1)
    assert [one.biodata.nik for one in world.centre.store.people.missing("15")] == [people[1].nik]
    assert world.centre.store.people.missing_count("15") == world.centre.store.coverage.of("15").missing == 1
    assert world.centre.store.coverage.differences() == []
    assert world.centre.store.people.cut().name == "DKB Semester I 2017"


def test_a_new_cut_renews_the_denominator_and_counts_nobody_twice(world):
    world.load(resident(1), resident(2))
    one_way(world, 1, "person:1")

    world.load(resident(1), resident(3), resident(4), recorded=[resident(1).nik])

    counts = world.centre.store.coverage.of("15")
    assert (counts.obliged, counts.recorded_before, counts.received, counts.missing) == (3, 0, 1, 2)
    assert world.centre.store.coverage.differences() == []


def test_a_search_that_fails_every_time_is_a_status_and_can_be_repeated(world):
    world.load(resident(1))
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.deliver(station)
    prepare(world.centre, world.engine, packet.packet_id, known_region=known_region)

    class BrokenMirror(GalleryMirror):
        def search(self, content, *, limit):
            raise MemoryError

    broken = stages(
        world.centre, world.engine, BrokenMirror(world.engine, world.centre.store.templates), known_region
    )
    with pytest.raises(MemoryError):
        broken["identify"](packet.packet_id, False)
    assert world.status(packet) == "received_at_central"
    with pytest.raises(MemoryError):
        broken["identify"](packet.packet_id, True)
    assert world.status(packet) == "search_failure_at_central"

    assert search_again(world.centre) == 1
    world.work()
    assert world.status(packet) == "print_ready_record"


def test_every_stage_done_twice_has_one_effect(world):
    world.load(resident(1))
    packet = one_way(world, 1, "person:1")
    events = len(world.centre.store.ledger.history(packet.packet_id))

    for _ in range(2):
        prepare(world.centre, world.engine, packet.packet_id, known_region=known_region)
        identify(world.centre, world.mirror, packet.packet_id)

    assert len(world.centre.store.ledger.history(packet.packet_id)) == events
    assert world.centre.store.templates.size() == 1


def test_a_worker_that_starts_later_knows_everybody(world):
    world.load(resident(1), resident(2))
    one_way(world, 1, "person:1")
    world.mirror = GalleryMirror(world.engine, world.centre.store.templates)

    assert world.mirror.catch_up() == 1
    assert world.status(one_way(world, 2, "person:1")) == "adjudicate_record"
