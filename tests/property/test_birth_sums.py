"""Sums of children over places and time."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rekam.operations.birth import (
    BirthCount,
    Born,
    Turning,
    birthday,
    by_month,
    check_card,
    count_children,
    is_child,
    leaves_on,
    needs_card_on,
    newest_birth,
    still_needed,
    summed,
    turned,
    turning_until,
    valid_until,
)
from rekam.person import age, obliged

DAYS = st.dates(date(1995, 1, 1), date(2030, 12, 31))
PEOPLE = st.lists(st.tuples(DAYS, st.sampled_from("1234"), st.booleans()), max_size=40)
COUNTS = st.builds(
    BirthCount, *[st.integers(0, 10**7)] * 5,
)  # fmt: skip
BORN = st.lists(
    st.builds(
        lambda place, birth, people, part: Born(place, birth, people, round(people * part)),
        st.sampled_from(["15.02.01", "15.02.02", "15.03.01"]), st.dates(date(1999, 6, 1), date(2002, 12, 31)),
        st.integers(0, 500), st.floats(0, 1),
    ),
    max_size=30,
)  # fmt: skip


@given(st.lists(COUNTS, max_size=30))
def test_the_parts_of_a_place_add_up_in_any_order(parts):
    assert summed(parts) == summed(reversed(parts))
    assert summed(parts).children == sum(one.children for one in parts)
    assert summed(parts).missing == sum(one.missing for one in parts)


@given(PEOPLE, PEOPLE, DAYS)
def test_two_villages_counted_together_are_their_sum(one, other, on):
    assert count_children(one + other, on) == count_children(one, on) + count_children(other, on)


@given(PEOPLE, DAYS)
def test_no_more_papers_than_children_and_no_more_cards_than_children(people, on):
    count = count_children(people, on)

    assert 0 <= count.certified <= count.children <= len(people)
    assert 0 <= count.card_base <= count.children


@given(DAYS, DAYS)
def test_a_child_leaves_on_the_18th_birthday_and_never_comes_back(birth, on):
    assert is_child(birth, on) == (birth <= on < leaves_on(birth))


@given(DAYS, DAYS)
def test_the_day_of_the_17th_birthday_is_the_first_day_of_the_obligation(birth, on):
    assert obliged(birth, "1", on) == (on >= needs_card_on(birth))


@given(DAYS, DAYS, st.integers(0, 18))
def test_the_limit_of_a_query_takes_in_exactly_those_who_are_that_old(birth, on, years):
    """The store asks for dates of birth; the rule asks for ages."""
    assert (birth <= newest_birth(on, years)) == (age(birth, on) >= years)


@given(DAYS, DAYS, st.sampled_from("12"))
def test_a_card_that_may_be_noted_is_valid_when_issued_and_ends_before_a_birthday(birth, issued, marital):
    if check_card(birth, marital, issued, today=date(2031, 1, 1)):
        return
    until = valid_until(birth, issued)

    assert issued <= until
    assert until + timedelta(days=1) in {birthday(birth, 5), birthday(birth, 17)}
    assert (age(birth, issued) < 5) == (until < birthday(birth, 5))


@given(BORN, st.dates(date(2017, 1, 1), date(2018, 12, 31)))
def test_months_of_all_places_hold_everybody_who_turns_17_in_them_once(born, today):
    table = by_month(born, today=today, months=12)
    first = today.replace(day=1)
    last = first.replace(year=first.year + 1) - timedelta(days=1)
    whole = sum((who for row in table.values() for who in row.values()), Turning())

    assert whole == turning_until(born, today=first, until=last)
    assert whole.people + turned(born, before=first).people <= sum(one.people for one in born)


@given(BORN, st.dates(date(2017, 1, 1), date(2018, 12, 31)), st.integers(1, 400), st.integers(1, 400))
def test_a_longer_window_holds_the_shorter_one(born, today, one, more):
    short = turning_until(born, today=today, until=today + timedelta(days=one))
    long = turning_until(born, today=today, until=today + timedelta(days=one + more))

    assert short.people <= long.people
    assert short.missing <= long.missing


@given(st.integers(0, 10**8), st.integers(0, 10**8), st.sampled_from([0.75, 0.775, 0.8, 0.825, 0.85]))
def test_with_what_is_needed_the_target_is_reached_and_with_one_less_it_is_not(children, certified, share):
    count = BirthCount(children, min(certified, children))
    needed = still_needed(count, share)
    per_mille = round(1000 * share)

    assert 1000 * (count.certified + needed) >= per_mille * children
    assert needed == 0 or 1000 * (count.certified + needed - 1) < per_mille * children
