"""Whatever is done with components, in whatever order: nothing is in two places, nothing disappears from the sums."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.operations.fleet import (
    FINAL,
    MINISTRY,
    NEXT,
    OPEN,
    Condition,
    Holder,
    HolderKind,
    LifeEvent,
    Stage,
    Step,
    after,
    born,
    duty,
    fold,
    is_exception,
    next_steps,
)
from rekam.problem import Problem

PLACES = ("15.02.01", "15.02.02", "15.03.01")
RECEIVERS = (
    MINISTRY,
    Holder(HolderKind.DEPOT, "15"),
    *(Holder(HolderKind.OFFICE, place) for place in PLACES),
)
REFUSALS = {"fleet.not_next", "fleet.addressee_needed", "fleet.lent_already", "fleet.not_lent"}


@st.composite
def walks(draw, longest=40):
    """Events that the table allows, with where they lead."""
    event = LifeEvent(
        sequence=1,
        step=Step.REGISTER,
        at=0,
        set_id="A",
        place=PLACES[0],
        condition=draw(st.sampled_from(Condition)),
    )
    events, lives = [event], [born(event)]
    for number in range(2, draw(st.integers(2, longest)) + 1):
        possible = next_steps(lives[-1])
        if not possible:
            break
        event = LifeEvent(
            sequence=len(events) + 1, step=draw(st.sampled_from(possible)), at=number,
            set_id=draw(st.sampled_from("AB")), place=draw(st.sampled_from(PLACES)),
            to=draw(st.sampled_from(RECEIVERS)),
        )  # fmt: skip
        try:
            lives.append(after(lives[-1], event))
        except Problem as problem:
            assert problem.code in REFUSALS  # noqa: PT017 - the only refusals there are
            continue
        events.append(event)
    return events, lives


@given(walks())
def test_any_legal_walk_folds_to_one_state(walk):
    events, lives = walk

    assert fold(reversed(events)) == lives[-1]


@given(walks())
def test_a_component_is_with_exactly_one_holder_and_what_left_one_is_bound_for_another(walk):
    events, lives = walk
    for event, before, life in zip(events[1:], lives, lives[1:], strict=False):
        assert (life.holder.kind is HolderKind.TRANSIT) == (life.bound is not None)
        if life.holder != before.holder and event.step in {Step.RECEIVE, Step.ARRIVE}:
            assert life.holder == before.bound
        if life.bound is not None:
            assert life.bound.kind in {HolderKind.MINISTRY, HolderKind.DEPOT, HolderKind.OFFICE}
        assert (life.holder.kind is HolderKind.RETIRED) == (life.stage in FINAL)
        assert (life.holder.kind is HolderKind.NOBODY) == (life.stage is Stage.MISSING)


@given(walks())
def test_what_is_in_service_is_good_and_at_an_office_and_what_is_not_is_somebodys_turn(walk):
    for life in walk[1]:
        if life.stage in {Stage.IN_SERVICE, Stage.READY}:
            assert life.condition is Condition.GOOD
            assert life.holder.kind is HolderKind.OFFICE
        assert (duty(life) is not None) == (life.stage in OPEN)
        assert (life.condition in {Condition.LOST, Condition.STOLEN}) <= (
            life.stage in {Stage.MISSING, *FINAL}
        )


@given(walks(), st.sampled_from(Step))
def test_what_the_table_does_not_allow_is_refused_by_name(walk, step):
    life = walk[1][-1]
    if step not in NEXT[life.stage]:
        with pytest.raises(Problem, match=r"fleet\.not_next"):
            after(life, LifeEvent(sequence=life.sequence + 1, step=step, at=99))


@given(st.lists(walks(longest=15), min_size=1, max_size=8))
@settings(max_examples=40)
def test_components_sum_to_the_register_whatever_happened(walked):
    lives = [lives[-1] for _, lives in walked]
    kept = [life for life in lives if life.holder.kind is not HolderKind.RETIRED]

    by_condition = {condition: sum(life.condition is condition for life in kept) for condition in Condition}
    assert sum(by_condition.values()) == len(kept)
    assert len(kept) + sum(life.stage in FINAL for life in lives) == len(lives)


@given(st.permutations(range(4)), st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=8))
def test_swaps_keep_the_count_of_every_set_and_a_part_taken_moves_one(order, swaps):
    """Four cameras in two sets; a swap exchanges the sets of two."""
    sets = ["AABB"[number] for number in order]
    lives = [
        born(LifeEvent(sequence=1, step=Step.REGISTER, at=0, set_id=name, place=PLACES[name == "B"]))
        for name in sets
    ]
    before = sorted(life.set_id for life in lives)
    for one, other in swaps:
        first, second = lives[one], lives[other]
        for number, target in ((one, second), (other, first)):
            event = LifeEvent(
                sequence=lives[number].sequence + 1,
                step=Step.MOVE,
                at=1,
                set_id=target.set_id,
                place=target.home,
            )
            lives[number] = after(lives[number], event)
    assert sorted(life.set_id for life in lives) == before
    assert all(life.home == PLACES[life.set_id == "B"] for life in lives)

    donor = next(life for life in lives if life.set_id == "A")
    taken = after(donor, LifeEvent(sequence=99, step=Step.MOVE, at=2, set_id="B", place=PLACES[1]))
    assert (taken.set_id, taken.home, taken.holder) == ("B", PLACES[1], Holder(HolderKind.OFFICE, PLACES[1]))


@given(walks())
def test_the_policy_is_asked_again_for_every_new_repair(walk):
    for life in walk[1]:
        if life.stage is Stage.IN_SERVICE:
            assert not life.excepted
        if life.condition is Condition.LIGHT and not life.excepted:
            assert is_exception(life, Step.REPLACE)
        assert not is_exception(life, Step.SHIP)


def test_a_gap_in_the_numbers_is_named():
    first = LifeEvent(sequence=1, step=Step.REGISTER, at=0, set_id="A", place=PLACES[0])
    for events in ([], [first, first], [LifeEvent(sequence=2, step=Step.REGISTER, at=0)]):
        with pytest.raises(Problem, match=r"fleet\.gap"):
            fold(events)


def test_every_stage_can_be_reached_and_only_two_are_ends():
    reached, waiting = set(), [Stage.IN_SERVICE]
    while waiting:
        stage = waiting.pop()
        if stage not in reached:
            reached.add(stage)
            waiting += NEXT[stage].values()

    assert reached == set(Stage)
    assert {stage for stage in Stage if not NEXT[stage]} == FINAL
