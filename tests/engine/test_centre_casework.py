"""What people do behind the search: opinions, cards, hand-over."""

import pytest
from centre_world import VILLAGE, excepted, one_way, resident, samples

from rekam.biometric import ExceptionReason, Eye, FingerPosition, MissingItem, Modality
from rekam.centre.adjudication import decide
from rekam.centre.printing import count_stock, hand_over, mark_printed
from rekam.problem import Problem
from rekam.registry import Verdict

REASON = "garis tangan berbeda jelas"


def doubtful(world):
    world.load(resident(1), resident(2))
    one_way(world, 1, "person:1")
    packet = one_way(world, 2, "person:1~")
    return packet, world.centre.store.cases.open("ani")[0].case_id


def test_two_experts_release_a_doubtful_recording_and_one_does_not(world):
    packet, case = doubtful(world)

    decide(world.centre, case, "ani", Verdict.DIFFERENT, REASON)
    assert world.status(packet) == "request_validation"
    assert world.centre.store.cases.open("ani") == []
    assert [one.case_id for one in world.centre.store.cases.open("budi")] == [case]
    with pytest.raises(Problem, match=r"registry\.same_person_twice"):
        decide(world.centre, case, "ani", Verdict.DIFFERENT, REASON)
    assert len(world.centre.store.cases.opinions(case)) == 1

    decide(world.centre, case, "budi", Verdict.DIFFERENT, REASON)
    assert world.status(packet) == "print_ready_record"
    assert world.centre.store.cases.case(case).outcome == "adjudicated_second"
    assert [line.actor for line in world.centre.store.audit.lines(act="adjudicate")] == ["budi", "ani"]


def test_one_expert_who_says_the_same_person_makes_a_duplicate(world):
    packet, case = doubtful(world)

    decide(world.centre, case, "ani", Verdict.SAME, REASON, [resident(1).nik])

    assert world.status(packet) == "duplicate_record"
    assert world.centre.store.coverage.of("15").duplicate == 1
    assert world.centre.store.coverage.of("15").unique == 1
    with pytest.raises(Problem, match=r"centre\.case_closed"):
        decide(world.centre, case, "budi", Verdict.DIFFERENT, REASON)


def test_an_unsure_expert_leaves_the_case_for_others(world):
    packet, case = doubtful(world)
    decide(world.centre, case, "ani", Verdict.UNSURE, REASON)

    assert world.status(packet) == "adjudicate_record"
    assert world.centre.store.cases.case(case).closed_at is None


@pytest.mark.parametrize(
    ("case", "reason", "same_as", "code"),
    [
        (1, "ya", (), "centre.reason_needed"),
        (99, REASON, (), "centre.case_unknown"),
        (1, REASON, ("1502010101900009",), "centre.not_a_candidate"),
    ],
)
def test_a_decision_that_cannot_be_is_named_and_changes_nothing(world, case, reason, same_as, code):
    packet, _ = doubtful(world)

    with pytest.raises(Problem) as caught:
        decide(world.centre, case, "ani", Verdict.SAME, reason, same_as)
    assert caught.value.code == code
    assert world.status(packet) == "adjudicate_record"
    assert world.centre.store.audit.lines(act="adjudicate") == []


def test_a_card_is_printed_once_handed_over_once_and_counted(world):
    world.load(resident(1))
    packet = one_way(world, 1, "person:1")
    count_stock(world.centre, "15.02.01", "blank", 2, actor="cetak")

    for _ in range(2):
        mark_printed(world.centre, packet.packet_id, actor="cetak")
    for _ in range(2):
        hand_over(world.centre, packet.packet_id, actor="siti", received_by="yang bersangkutan")

    assert world.status(packet) == "card_issued"
    assert world.centre.store.cards.stock("15")[0].quantity == 1
    counts = world.centre.store.coverage.of(VILLAGE)
    assert (counts.received, counts.unique, counts.printed, counts.handed_over) == (1, 1, 1, 1)
    assert world.centre.store.cards.to_hand_over("15") == []
    assert [line.act for line in world.centre.store.audit.lines(limit=2)] == ["hand_over_card", "print_card"]


def test_without_blanks_no_card_is_noted(world):
    world.load(resident(1))
    packet = one_way(world, 1, "person:1")
    count_stock(world.centre, "15.02.01", "blank", 0, actor="cetak")

    with pytest.raises(Problem, match=r"centre\.no_blanks"):
        mark_printed(world.centre, packet.packet_id, actor="cetak")
    assert world.status(packet) == "print_ready_record"
    assert world.centre.store.cards.card(packet.packet_id) is None


def test_nobody_is_printed_before_those_who_wait_longer(world):
    world.load(*(resident(number) for number in range(1, 5)))
    made = [one_way(world, number, f"person:{number}") for number in (3, 1, 4, 2)]

    assert [one.packet_id for one in world.centre.store.cards.queue("15.02.01")] == [
        p.packet_id for p in made
    ]
    assert world.centre.store.cards.queue_length("15.02").waiting == 4


def test_a_person_without_fingers_and_eyes_goes_before_two_experts(world):
    world.load(resident(1))
    nothing = (
        *excepted(*FingerPosition),
        *(MissingItem(Modality.IRIS, eye, ExceptionReason.BLIND) for eye in Eye),
    )
    packet = one_way(world, 1, "x", samples=samples("x")[12:], missing=nothing, supervisor="budi")
    assert world.status(packet) == "adjudicate_record"

    case = world.centre.store.cases.open("ani")[0]
    decide(world.centre, case.case_id, "ani", Verdict.DIFFERENT, REASON)
    decide(world.centre, case.case_id, "budi", Verdict.DIFFERENT, REASON)
    assert world.status(packet) == "print_ready_record"
