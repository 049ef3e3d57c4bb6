import pytest

from rekam.problem import Problem
from rekam.registry import BEGINNING, Event, Owner, Status, Verdict, fold, verdict_event
from rekam.registry import EventKind as Kind

NOON = 1_507_600_800


def events(*kinds, actors=None):
    actors = actors or {}
    return [
        Event(number, kind, NOON + 60 * number, actors.get(kind, "siti"))
        for number, kind in enumerate(kinds, start=1)
    ]


TO_CENTRE = (Kind.CAPTURED, Kind.SEALED, Kind.ANNOUNCED, Kind.RECEIVED)
TO_EXPERT = (*TO_CENTRE, Kind.FOUND_CANDIDATES)


def test_nothing_has_happened_to_a_resident_who_was_never_recorded():
    assert fold([]) == BEGINNING
    assert BEGINNING.status is Status.UNREGISTERED


def test_a_recording_at_the_centre_is_the_centres_turn_for_a_day():
    state = fold(events(*TO_CENTRE))

    assert state.status is Status.RECEIVED_AT_CENTRAL
    assert state.owner is Owner.CENTRE
    assert state.since == NOON + 240
    assert state.due_at == NOON + 240 + 86_400


def test_extraction_does_not_restart_the_clock():
    assert fold(events(*TO_CENTRE, Kind.EXTRACTED)).since == NOON + 240


def test_the_order_is_that_of_the_numbers_not_of_the_clocks():
    late_clock = [
        Event(1, Kind.CAPTURED, NOON + 9_000, "siti"),
        Event(2, Kind.SEALED, NOON + 5, "siti"),
        Event(3, Kind.ANNOUNCED, NOON, "siti"),
    ]

    assert fold(reversed(late_clock)).status is Status.SENT_FOR_ENROLLMENT
    assert fold(late_clock).since == NOON


def test_a_missing_number_is_named():
    with pytest.raises(Problem) as caught:
        fold([event for event in events(*TO_CENTRE) if event.sequence != 2])

    assert caught.value == Problem("registry.gap", expected=2, found=3)


def test_a_number_used_twice_is_named():
    doubled = [*events(Kind.CAPTURED), Event(1, Kind.SEALED, NOON, "siti")]

    with pytest.raises(Problem, match=r"registry\.gap"):
        fold(doubled)


def test_a_sealed_recording_cannot_be_printed():
    with pytest.raises(Problem) as caught:
        fold(events(Kind.CAPTURED, Kind.SEALED, Kind.PRINTED))

    assert caught.value == Problem("registry.not_next", status="processing", event="printed")


def test_two_experts_make_a_doubtful_recording_print_ready():
    kinds = (*TO_EXPERT, Kind.ADJUDICATED_FIRST, Kind.ADJUDICATED_SECOND)
    actors = {Kind.ADJUDICATED_FIRST: "ani", Kind.ADJUDICATED_SECOND: "budi"}

    assert fold(events(*kinds, actors=actors)).status is Status.PRINT_READY_RECORD


def test_one_expert_twice_does_not():
    kinds = (*TO_EXPERT, Kind.ADJUDICATED_FIRST, Kind.ADJUDICATED_SECOND)
    actors = {Kind.ADJUDICATED_FIRST: "ani", Kind.ADJUDICATED_SECOND: "ani"}

    with pytest.raises(Problem, match=r"registry\.same_person_twice"):
        fold(events(*kinds, actors=actors))


@pytest.mark.parametrize(
    ("status", "verdict", "same_as", "expected"),
    [
        (Status.ADJUDICATE_RECORD, Verdict.DIFFERENT, [], Kind.ADJUDICATED_FIRST),
        (Status.REQUEST_VALIDATION, Verdict.DIFFERENT, [], Kind.ADJUDICATED_SECOND),
        (Status.ADJUDICATE_RECORD, Verdict.UNSURE, [], Kind.LEFT_OPEN),
        (Status.REQUEST_VALIDATION, Verdict.UNSURE, [], Kind.LEFT_OPEN),
        (Status.ADJUDICATE_RECORD, Verdict.SAME, ["2"], Kind.JUDGED_DUPLICATE),
        (Status.REQUEST_VALIDATION, Verdict.SAME, ["2"], Kind.JUDGED_DUPLICATE),
        (Status.ADJUDICATE_RECORD, Verdict.SAME, ["1"], Kind.JUDGED_ONE_TO_ONE),
        (Status.ADJUDICATE_RECORD, Verdict.SAME, ["2", "3"], Kind.JUDGED_ONE_TO_MANY),
    ],
)
def test_an_answer_becomes_the_event_of_the_table(status, verdict, same_as, expected):
    assert verdict_event(status, verdict, "1", same_as) is expected


def test_the_same_person_as_whom_must_be_said():
    with pytest.raises(Problem, match=r"registry\.same_as_whom"):
        verdict_event(Status.ADJUDICATE_RECORD, Verdict.SAME, "1", [])


def test_no_answer_moves_a_recording_that_is_not_before_an_expert():
    for status in set(Status) - {Status.ADJUDICATE_RECORD, Status.REQUEST_VALIDATION}:
        with pytest.raises(Problem, match=r"registry\.not_in_adjudication"):
            verdict_event(status, Verdict.DIFFERENT, "1", [])
