"""Events to states: any walk along the table folds to one line, in any order it is read in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekam.operations.directive import BEGINNING, FINAL, NEXT, Event, EventKind, Step, after, fold
from rekam.problem import Problem


@st.composite
def walks(draw) -> list[Event]:
    """A legal walk; actors alternate where the same person may not act twice."""
    step, events = Step.UNSENT, []
    for number in range(1, draw(st.integers(1, 25)) + 1):
        if not NEXT[step]:
            break
        kind = draw(st.sampled_from(sorted(NEXT[step], key=lambda kind: kind.value)))
        actor = (
            "menteri"
            if kind is EventKind.REPLACEMENT_PERMITTED
            else draw(st.sampled_from(["prita", "pusat"]))
        )
        events.append(Event(number, kind, 1000 + number * draw(st.integers(1, 9)), actor))
        step = NEXT[step][kind]
    return events


@given(walks(), st.randoms(use_true_random=False))
def test_a_walk_folds_to_the_step_its_last_event_leads_to(walk, random):
    line = BEGINNING
    for event in walk:
        line = after(line, event)
    shuffled = list(walk)
    random.shuffle(shuffled)

    assert fold(shuffled) == line
    assert line.sequence == len(walk)
    assert line.open == (line.step not in FINAL)


@given(walks())
def test_reminders_and_acknowledgements_are_those_since_the_last_replacement(walk):
    line = fold(walk)
    replaced = max((event.sequence for event in walk if event.kind is EventKind.REPLACED), default=0)
    since = [event for event in walk if event.sequence > replaced]

    assert line.reminders == sum(event.kind is EventKind.REMINDED for event in since)
    heard = [event.at for event in since if event.kind is EventKind.ACKNOWLEDGED]
    assert line.acknowledged_at == (heard[-1] if heard else None)


@given(walks())
def test_nobody_is_replaced_without_refusal_or_two_warnings_and_the_ministers_word(walk):
    kinds = [event.kind for event in walk]
    for at, kind in enumerate(kinds):
        if kind is EventKind.REPLACED:
            before = kinds[:at]
            assert before[-1] is EventKind.REPLACEMENT_PERMITTED
            assert EventKind.WARNED in before
            assert EventKind.WARNED_AGAIN in before


@given(walks(), st.sampled_from(EventKind))
def test_what_the_table_does_not_allow_is_refused_and_changes_nothing(walk, kind):
    line = fold(walk)
    one = Event(line.sequence + 1, kind, 5000, "menteri")
    if kind in NEXT[line.step]:
        assert after(line, one).step is NEXT[line.step][kind]
        return
    with pytest.raises(Problem, match=r"^directive[.]not_next:"):
        after(line, one)


@given(walks(), st.data())
def test_a_missing_or_doubled_number_is_named(walk, data):
    at = data.draw(st.integers(0, len(walk) - 1))
    broken = [*walk[:at], *walk[at + 1 :]] if at < len(walk) - 1 else [*walk, walk[at]]
    with pytest.raises(Problem, match=r"^directive[.](gap|not_next):"):
        fold(broken)
