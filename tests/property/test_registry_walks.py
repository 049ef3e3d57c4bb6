"""Whatever happens, in whatever order: what a card needs, nobody can skip."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.problem import Problem
from rekam.registry import (
    BEGINNING,
    CARDS,
    DUPLICATES,
    REACHED,
    CoverageStep,
    Event,
    Status,
    after,
    changes,
    fold,
    next_events,
    owner_of,
    read_receipt_code,
    receipt_code,
)
from rekam.registry import (
    EventKind as Kind,
)

ACTORS = ("ani", "budi", "citra")


@st.composite
def walks(draw, longest=60):
    """A list of events that the table allows, by three people."""
    state, events = BEGINNING, []
    for number in range(1, draw(st.integers(1, longest)) + 1):
        possible = next_events(state.status)
        if not possible:
            break
        event = Event(
            number,
            draw(st.sampled_from(possible)),
            draw(st.integers(0, 10**9)),
            draw(st.sampled_from(ACTORS)),
        )
        try:
            state = after(state, event)
        except Problem as problem:
            assert problem.code == "registry.same_person_twice"  # noqa: PT017 - the only other refusal
            break
        events.append(event)
    return events


def statuses(events):
    state = BEGINNING
    for event in events:
        state = after(state, event)
        yield event, state.status


@given(walks())
def test_no_card_without_unique_or_two_different_experts(events):
    open_doubt, first = False, None
    for event, status in statuses(events):
        if event.kind in {Kind.FOUND_CANDIDATES, Kind.SENT_TO_EXPERT, Kind.KEPT_BY_RESIDENT}:
            open_doubt = True
        if event.kind is Kind.ADJUDICATED_FIRST:
            first = event.actor
        if event.kind is Kind.ADJUDICATED_SECOND:
            assert first is not None
            assert event.actor != first
            open_doubt = False
        if event.kind in {Kind.WITHDRAWN, Kind.SET_BACK}:
            open_doubt = False
        if status in CARDS:
            assert not open_doubt


@given(walks())
def test_a_duplicate_never_reaches_a_card_without_an_adjudication_afterwards(events):
    judged = False
    for event, status in statuses(events):
        if status in DUPLICATES:
            judged = True
        if event.kind in {Kind.ADJUDICATED_SECOND, Kind.WITHDRAWN}:
            judged = False
        assert not (judged and status in CARDS)


@given(walks())
def test_folding_all_at_once_is_folding_one_by_one(events):
    state = BEGINNING
    for event in events:
        state = after(state, event)

    assert fold(reversed(events)) == state
    assert state.owner is owner_of(state.status)
    assert (state.due_at is None) == (state.owner is None or not events)


@given(walks())
def test_counters_kept_event_by_event_are_those_of_the_last_status(events):
    counters, before = dict.fromkeys(CoverageStep, 0), Status.UNREGISTERED
    for _, status in statuses(events):
        for step, change in changes(before, status).items():
            counters[step] += change
        before = status

    assert counters == {step: int(step in REACHED[before]) for step in CoverageStep}


@given(st.binary(min_size=32, max_size=32))
@settings(max_examples=300)
def test_a_receipt_code_is_read_as_it_was_written(packet_id):
    code = receipt_code(packet_id)

    assert read_receipt_code(code) == code
    assert read_receipt_code(code.lower().replace("-", "")) == code
    assert code[0] == "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[packet_id[0] >> 3]
