"""Whatever the table allows, the fold, the counters and the claims stay those of the events."""

import random

import pytest
from centre_world import NOON, known_region, resident

from rekam.centre.pipeline.prepare import prepare
from rekam.edge.store.centre import ledger
from rekam.problem import Problem
from rekam.registry import REACHED, CoverageStep, Status, fold, next_events
from rekam.registry import EventKind as Kind

WALKERS, STEPS = 12, 25


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_walks_over_the_table_keep_fold_counters_and_claims_true(world, seed):
    chance = random.Random(seed)
    people = [resident(number) for number in range(1, WALKERS + 1)]
    world.load(*people, young=[one.nik for one in people[::4]])
    station = world.station()
    packets = [station.record(one, f"person:{number}") for number, one in enumerate(people)]
    world.deliver(station)
    store = world.centre.store
    for packet in packets:
        prepare(world.centre, world.engine, packet.packet_id, known_region=known_region)

    for _ in range(WALKERS * STEPS):
        packet = chance.choice(packets)
        row = store.ledger.recording(packet.packet_id)
        possible = next_events(row.status)
        if possible:
            kind = chance.choice(possible)
            with store.database.transaction() as connection:
                # What prepare does: a recording counts when its features are known.
                counts = kind is Kind.EXTRACTED
                ledger.append(
                    connection,
                    packet.packet_id,
                    kind,
                    at=NOON,
                    actor=f"a{chance.randint(0, 9**6)}",
                    counts=counts,
                )

    assert store.coverage.differences() == []
    assert store.ledger.differing_folds() == 0
    for one, packet in zip(people, packets, strict=True):
        row = store.ledger.recording(packet.packet_id)
        state = fold(store.ledger.history(packet.packet_id))
        assert (row.status, row.since, row.owner, row.due_at) == (
            state.status, state.since, state.owner, state.due_at,
        )  # fmt: skip
        assert row.counted <= (CoverageStep.RECEIVED in REACHED[row.status])
        assert store.people.resident(one.nik).recorded == row.counted
    counts = store.coverage.of("15")
    assert counts.missing == store.people.missing_count("15")


def test_a_recording_set_back_and_sent_again_is_prepared_again_and_counted_once(world):
    world.load(resident(1))
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.deliver(station)
    prepare(world.centre, world.engine, packet.packet_id, known_region=known_region)
    store = world.centre.store
    for kind in (
        Kind.FAILED_AT_CENTRE, Kind.SET_BACK, Kind.SEALED, Kind.ANNOUNCED, Kind.RECEIVED,
    ):  # fmt: skip
        with store.database.transaction() as connection:
            ledger.append(connection, packet.packet_id, kind, at=NOON, actor="centre")
        assert store.coverage.of("15").received == 0
        assert store.people.missing_count("15") == 1
    for _ in range(2):
        prepare(world.centre, world.engine, packet.packet_id, known_region=known_region)
    world.work()

    assert world.status(packet) == "print_ready_record"
    assert store.coverage.of("15").received == 1
    assert store.coverage.differences() == []


def test_an_event_that_the_table_does_not_allow_leaves_nothing(world):
    world.load(resident(1))
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)
    store = world.centre.store

    with pytest.raises(Problem, match=r"registry\.not_next"), store.database.transaction() as connection:
        ledger.append(connection, packet.packet_id, Kind.PRINTED, at=NOON, actor="x")
    with (
        pytest.raises(Problem, match=r"centre\.recording_unknown"),
        store.database.transaction() as connection,
    ):
        ledger.append(connection, bytes(32), Kind.PRINTED, at=NOON, actor="x")

    assert [event.kind for event in store.ledger.history(packet.packet_id)][-1] is Kind.ANNOUNCED


def test_what_is_overdue_comes_first_and_names_whose_turn_it_is(world):
    world.load(resident(1), resident(2))
    station = world.station()
    waiting = station.record(resident(1), "person:1")
    world.exchange(station)
    journey = world.centre.store.journey
    due = world.centre.store.ledger.recording(waiting.packet_id).due_at

    assert journey.overdue("15", now=due) == []
    late = journey.overdue("15.02", now=due + 1)
    assert [(one.packet_id, one.owner.value) for one in late] == [(waiting.packet_id, "station")]
    assert journey.overdue("15.03", now=due + 1) == []
    counts = journey.waiting("", now=due + 1)
    assert counts[Status.SENT_FOR_ENROLLMENT].recordings == counts[Status.SENT_FOR_ENROLLMENT].overdue == 1
    assert counts[Status.CARD_ISSUED].recordings == 0


def test_a_resident_finds_the_recording_by_the_code_on_the_receipt(world):
    from rekam.registry import read_receipt_code, receipt_code

    world.load(resident(1))
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)
    typed = receipt_code(packet.packet_id).lower().replace("-", " ")

    assert world.centre.store.ledger.by_code(read_receipt_code(typed)).packet_id == packet.packet_id
    assert world.centre.store.ledger.by_code("00000-00000") is None
    world.deliver(station)
    world.work()
    assert [row.packet_id for row in world.centre.store.ledger.by_nik(resident(1).nik)] == [packet.packet_id]
