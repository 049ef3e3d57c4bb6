import itertools

import pytest

from rekam.problem import Problem
from rekam.registry import (
    CARDS,
    DUTY,
    FINAL,
    NEXT,
    OWNER_WORDS,
    REACHED,
    STATUS_WORDS,
    CoverageStep,
    EventKind,
    Owner,
    Status,
    changes,
    next_events,
    owner_of,
    status_after,
)

EXPECTED = """
unregistered -captured-> bio_captured
bio_captured -sealed-> processing
bio_captured -withdrawn-> unregistered
processing -announced-> sent_for_enrollment
processing -taken_by_courier-> in_courier_transit
processing -failed_at_regional-> enroll_failure_at_regional
sent_for_enrollment -received-> received_at_central
sent_for_enrollment -put_in_quarantine-> quarantined
sent_for_enrollment -turned_away-> refused
sent_for_enrollment -taken_by_courier-> in_courier_transit
sent_for_enrollment -set_back-> bio_captured
in_courier_transit -received-> received_at_central
in_courier_transit -put_in_quarantine-> quarantined
in_courier_transit -turned_away-> refused
in_courier_transit -announced-> sent_for_enrollment
in_courier_transit -set_back-> bio_captured
quarantined -released-> received_at_central
quarantined -turned_away-> refused
received_at_central -extracted-> received_at_central
received_at_central -doubted-> quarantined
received_at_central -failed_at_centre-> enroll_failure_at_central
received_at_central -already_held-> at_centre_already
received_at_central -search_failed-> search_failure_at_central
received_at_central -found_unique-> print_ready_record
received_at_central -found_candidates-> adjudicate_record
received_at_central -sent_to_expert-> adjudicate_record
received_at_central -turned_away-> refused
enroll_failure_at_regional -set_back-> bio_captured
enroll_failure_at_regional -withdrawn-> unregistered
enroll_failure_at_central -set_back-> bio_captured
enroll_failure_at_central -withdrawn-> unregistered
refused -set_back-> bio_captured
refused -withdrawn-> unregistered
search_failure_at_central -search_retried-> received_at_central
adjudicate_record -judged_duplicate-> duplicate_record
adjudicate_record -judged_one_to_one-> duplicate_one_to_one
adjudicate_record -judged_one_to_many-> duplicate_one_to_many
adjudicate_record -left_open-> adjudicate_record
adjudicate_record -adjudicated_first-> request_validation
request_validation -judged_duplicate-> duplicate_record
request_validation -judged_one_to_one-> duplicate_one_to_one
request_validation -judged_one_to_many-> duplicate_one_to_many
request_validation -left_open-> adjudicate_record
request_validation -adjudicated_second-> print_ready_record
duplicate_record -kept_by_resident-> adjudicate_record
duplicate_record -withdrawn-> unregistered
duplicate_one_to_one -kept_by_resident-> adjudicate_record
duplicate_one_to_one -withdrawn-> unregistered
duplicate_one_to_many -kept_by_resident-> adjudicate_record
duplicate_one_to_many -withdrawn-> unregistered
print_ready_record -sent_to_print-> sent_for_card_printing
print_ready_record -printed-> card_printed
sent_for_card_printing -printed-> card_printed
sent_for_card_printing -print_failed-> print_ready_record
card_printed -shipped-> card_shipped
card_printed -handed_over-> card_issued
card_printed -print_failed-> print_ready_record
card_shipped -handed_over-> card_issued
card_issued -replacement_ordered-> sent_for_card_printing
"""


def test_every_pair_of_status_and_event_is_decided_and_only_these_are_allowed():
    allowed = set(EXPECTED.split("\n")) - {""}
    found = set()
    for status, kind in itertools.product(Status, EventKind):
        try:
            found.add(f"{status.value} -{kind.value}-> {status_after(status, kind).value}")
        except Problem as problem:
            assert problem.code == "registry.not_next"  # noqa: PT017 - most pairs are refused

    assert found == allowed


def test_the_eighteen_statuses_of_dukcapil_and_four_answers_are_there():
    assert len(Status) == 22
    assert set(NEXT) == set(Status)


def test_every_event_has_a_place_in_the_table():
    assert {kind for moves in NEXT.values() for kind in moves} == set(EventKind)


def test_every_status_can_be_reached_from_the_beginning():
    reached, waiting = {Status.UNREGISTERED}, [Status.UNREGISTERED]
    while waiting:
        for status in NEXT[waiting.pop()].values():
            if status not in reached:
                reached.add(status)
                waiting.append(status)

    assert reached == set(Status)


def test_every_status_that_is_not_final_is_somebodys_turn_with_a_time_and_an_escalation():
    assert set(DUTY) == set(Status) - FINAL
    for duty in DUTY.values():
        assert duty.hours > 0
        assert duty.escalation is not duty.owner


@pytest.mark.parametrize(
    ("status", "owner"),
    [
        (Status.SENT_FOR_ENROLLMENT, Owner.STATION),
        (Status.RECEIVED_AT_CENTRAL, Owner.CENTRE),
        (Status.ADJUDICATE_RECORD, Owner.ADJUDICATOR),
        (Status.DUPLICATE_RECORD, Owner.RESIDENT),
        (Status.PRINT_READY_RECORD, Owner.PRINTER),
        (Status.CARD_ISSUED, None),
    ],
)
def test_the_turn_is_that_of_the_one_who_can_act(status, owner):
    assert owner_of(status) is owner


def test_every_status_and_owner_has_plain_words_in_both_languages():
    assert set(STATUS_WORDS) == set(Status)
    assert set(OWNER_WORDS) == set(Owner)
    for words in (*STATUS_WORDS.values(), *OWNER_WORDS.values()):
        assert words.id != words.en
        assert "_" not in words.id + words.en


def test_two_statuses_never_have_the_same_words():
    assert len({words.id for words in STATUS_WORDS.values()}) == len(Status)


def test_pages_get_the_possible_events_in_the_order_of_the_table():
    assert next_events(Status.PRINT_READY_RECORD) == (EventKind.SENT_TO_PRINT, EventKind.PRINTED)
    assert next_events(Status.AT_CENTRE_ALREADY) == ()


def test_a_card_is_counted_only_behind_unique():
    for status in Status:
        assert (CoverageStep.UNIQUE in REACHED[status]) == (status in CARDS)
        if CoverageStep.HANDED_OVER in REACHED[status]:
            assert CoverageStep.PRINTED in REACHED[status]
        if REACHED[status]:
            assert CoverageStep.RECEIVED in REACHED[status]


def test_a_failed_recording_is_taken_back_out_of_the_count():
    assert changes(Status.RECEIVED_AT_CENTRAL, Status.ENROLL_FAILURE_AT_CENTRAL) == {
        CoverageStep.RECEIVED: -1
    }


def test_a_new_person_is_counted_once():
    assert changes(None, Status.RECEIVED_AT_CENTRAL) == {CoverageStep.RECEIVED: 1}
    assert changes(Status.RECEIVED_AT_CENTRAL, Status.RECEIVED_AT_CENTRAL) == {}
