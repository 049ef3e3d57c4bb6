"""Whatever people try with a case: no cut without its letters, its time and two people; no damage below nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.operations.connection import (
    CUT_OFF,
    DAY_S,
    ENDED,
    CaseEvent,
    CaseState,
    Kind,
    Made,
    Outage,
    Stage,
    damage,
    fold,
    lost_office_seconds,
    next_state,
)
from rekam.problem import Problem

START = 1_500_000_000
PEOPLE = ("ani", "budi", "cici")
LIVE = [kind for kind in Kind if kind is not Kind.OPENED]

tries = st.lists(
    st.tuples(st.sampled_from(LIVE), st.sampled_from(PEOPLE), st.integers(0, 40), st.integers(0, 12)),
    max_size=60,
)


def details(kind, at, number):
    common = {"words": "x", "reason": "r" * 25, "evidence": "e" * 25, "condition": number}
    if kind is Kind.LETTER_SENT:
        return {**common, "number": f"n{at}", "deadline_at": at + number * DAY_S}
    if kind is Kind.EMERGENCY_CUT:
        return {**common, "ends_at": at + 3 * DAY_S}
    return common


def walk(steps):
    """Every try in turn; what the rules refuse leaves everything as it was."""
    state = next_state(CaseState(), CaseEvent(1, Kind.OPENED, START, "ani"))
    at = START
    for kind, who, days, number in steps:
        at += days * DAY_S
        try:
            state = next_state(state, CaseEvent(state.sequence + 1, kind, at, who, details(kind, at, number)))
        except Problem as problem:
            if not problem.code.startswith("connection."):
                raise
    return state


# An office that was cut in a quarter of the walks would be too rare for the two laws below: such walks are begun.
toward_cut = [
    (Kind.CONDITION_SET, "ani", 0, 0),
    (Kind.LETTER_SENT, "ani", 0, 5),
    (Kind.LETTER_SENT, "ani", 6, 5),
]


@settings(max_examples=100)
@given(st.booleans(), tries)
def test_a_cut_has_two_letters_that_ran_out_and_two_people(begun, steps):
    state = walk([*(toward_cut if begun else []), *steps])
    for place, event in enumerate(state.history):
        if event.kind is not Kind.CUT_CONFIRMED:
            continue
        before = state.history[:place]
        letters = [one for one in before if one.kind is Kind.LETTER_SENT]
        proposal = [one for one in before if one.kind is Kind.CUT_PROPOSED][-1]
        assert len(letters) >= 2
        assert all(one.details["deadline_at"] <= proposal.at for one in letters)
        assert all(one.details["deadline_at"] - one.at >= 3 * DAY_S for one in letters)
        assert proposal.actor != event.actor
        assert any(one.kind is Kind.CONDITION_SET for one in before)


@settings(max_examples=100)
@given(tries, tries)
def test_a_restoration_has_settled_conditions_and_two_people(middle, steps):
    cut = [(Kind.CUT_PROPOSED, "ani", 6, 0), (Kind.CUT_CONFIRMED, "budi", 0, 0)]
    settled = [(Kind.CONDITION_MET, "ani", 1, 2), (Kind.RESTORE_PROPOSED, "ani", 0, 0)]
    state = walk([*toward_cut, *middle[:5], *cut, *settled, *steps])
    for place, event in enumerate(state.history):
        if event.kind is Kind.RESTORE_CONFIRMED:
            proposals = [one for one in state.history[:place] if one.kind is Kind.RESTORE_PROPOSED]
            assert proposals[-1].actor != event.actor
            assert state.open_conditions == ()
            assert state.stage is Stage.RESTORED


@settings(max_examples=100)
@given(tries)
def test_an_office_is_cut_off_exactly_between_a_cut_and_its_end(steps):
    state = walk([*toward_cut, *steps])
    begins = {Kind.CUT_CONFIRMED, Kind.EMERGENCY_CUT}
    ends = {Kind.RESTORE_CONFIRMED, Kind.EMERGENCY_ENDED}
    told = [event.kind for event in state.history if event.kind in begins | ends]
    assert state.cut_off == bool(told and told[-1] in begins)
    assert (state.stage in CUT_OFF) == state.cut_off
    assert state.stage not in ENDED or state.due_at is None
    assert [event.kind for event in state.history].count(Kind.EMERGENCY_CUT) <= 1


@settings(max_examples=100)
@given(tries, st.randoms())
def test_the_fold_of_the_events_is_the_state_whatever_their_order(steps, chance):
    state = walk([*toward_cut, *steps])
    events = list(state.history)
    chance.shuffle(events)
    assert fold(events) == state


made = st.builds(Made, st.floats(0.01, 200), st.integers(0, 100_000))


@given(made, made, st.none() | made)
def test_damage_is_what_was_expected_and_not_made_and_catching_up_never_exceeds_it(before, during, since):
    found = damage(before, during, since)
    if before.recordings == 0:
        assert (found.expected, found.turned_away, found.caught_up, found.shift_days) == (None,) * 4
        return
    assert found.expected == round(before.recordings / before.days * during.days)
    assert found.turned_away == max(0, found.expected - during.recordings)
    assert (found.caught_up is None) == (since is None)
    assert 0 <= (found.caught_up or 0) <= found.turned_away
    left = found.turned_away - (found.caught_up or 0)
    assert (found.shift_days - 1) * before.recordings < left * before.days + 1e-6 * (left + 1)
    assert found.shift_days * before.recordings >= left * before.days - 1e-6 * (left + 1)


moments = st.integers(0, 3 * DAY_S)
outages = st.lists(
    st.tuples(moments, st.none() | st.integers(0, DAY_S)).map(
        lambda pair: Outage(pair[0], None if pair[1] is None else pair[0] + pair[1])
    ),
    max_size=8,
)


@given(outages, st.integers(0, 2), moments)
def test_lost_office_hours_are_the_minutes_of_the_day_without_a_line(found, day, now):
    # The same, minute by minute: 08.00 to 16.00 in Jakarta, seven hours ahead of Greenwich.
    found = [
        Outage(one.since // 60 * 60, one.until and max(one.since, one.until) // 60 * 60) for one in found
    ]
    now = now // 60 * 60
    opens = day * DAY_S + 3600
    counted = sum(
        60
        for minute in range(opens, opens + 8 * 3600, 60)
        if any(one.since <= minute < (now if one.until is None else one.until) for one in found)
    )
    assert lost_office_seconds(day, found, now) == counted
