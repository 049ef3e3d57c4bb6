"""Sums and rules of coverage hold for every number."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekam.operations.coverage import (
    Demand,
    Move,
    Point,
    Renewal,
    Standing,
    demand,
    printed_pace,
    renewed,
    shared_out,
    short_of,
    standing,
)
from rekam.problem import Problem

people = st.integers(0, 300_000_000)
weights = st.lists(people, max_size=60)
TODAY = date(2017, 10, 9)


@given(people, weights)
def test_parts_sum_to_the_whole(total, weighed):
    parts = shared_out(total, weighed)

    assert len(parts) == len(weighed)
    assert sum(parts) == (total if sum(weighed) else 0)


@given(people, weights.filter(sum))
def test_each_part_is_its_exact_share_rounded_up_or_down(total, weighed):
    for part, weight in zip(shared_out(total, weighed), weighed, strict=True):
        assert abs(part - Fraction(total * weight, sum(weighed))) < 1
        assert weight or not part


@given(people, weights)
def test_who_weighs_more_never_gets_less(total, weighed):
    ranked = sorted(zip(weighed, shared_out(total, weighed), strict=True))

    assert [part for _, part in ranked] == sorted(part for _, part in ranked)


def test_largest_remainders_win():
    # 10 : 3 : 3 of 7 are 4.375, 1.3125, 1.3125: the first remainder is the largest.
    assert shared_out(7, [10, 3, 3]) == [5, 1, 1]
    assert shared_out(1, [1, 1]) == [1, 0]


def test_jambi_asked_for_3_360_a_day_and_its_kecamatan_for_24():
    """Domain report 2.2: 88.5 % of 2,454,206 on 9 October 2017, 84 days, 141 kecamatan."""
    asked = demand(round(0.885 * 2_454_206), 2_454_206, 1.0, date(2017, 12, 31), TODAY)

    assert (asked.left, asked.days_left) == (282_234, 84)
    assert asked.per_day == pytest.approx(3_360, abs=1)
    assert sum(shared_out(asked.per_day, [1] * 141)) == asked.per_day
    assert {23, 24} >= set(shared_out(asked.per_day, [1] * 141))


@given(people, people, st.floats(0.01, 1.0), st.integers(-400, 400))
def test_who_keeps_to_the_needed_pace_arrives_in_time(numerator, denominator, fraction, days):
    asked = demand(numerator, denominator, fraction, TODAY + timedelta(days=days), TODAY)

    if asked.per_day is None:
        assert asked.days_left == 0
        assert asked.left > 0
    else:
        assert numerator + asked.per_day * asked.days_left >= denominator * fraction - 1 or not asked.left
        assert short_of(asked, asked.per_day) == 0
        assert standing(asked, asked.per_day) in {Standing.REACHED, Standing.ON_TRACK}
        # One less a day is late, but where rounding up had given a day to spare.
        if asked.per_day and asked.left > (asked.per_day - 1) * asked.days_left:
            assert standing(asked, asked.per_day - 1) is Standing.LATE


def test_a_share_of_ten_people_is_not_rounded_up_by_the_binary_fraction():
    assert demand(0, 10, 0.9, TODAY, TODAY).left == 9
    assert demand(0, 1000, 0.001, TODAY, TODAY).left == 1


@pytest.mark.parametrize(
    ("asked", "seen", "known", "expected"),
    [
        (Demand(0, 10, 0), None, True, Standing.REACHED),
        (Demand(0, 0, 0), 3.0, True, Standing.REACHED),
        (Demand(5, 0, None), 3.0, True, Standing.OVERDUE),
        (Demand(12, 5, 3), None, True, Standing.UNKNOWN),
        (Demand(12, 5, 3), 2.4, True, Standing.ON_TRACK),
        (Demand(12, 5, 3), 2.3, True, Standing.LATE),
        (Demand(0, 10, 0), 9.0, False, Standing.UNKNOWN),
    ],
)
def test_where_a_place_stands(asked, seen, known, expected):
    assert standing(asked, seen, known=known) is expected


@given(people, people, people, people)
def test_the_two_reasons_of_a_change_sum_to_it(recorded, obliged, recorded_later, obliged_later):
    renewal = Renewal(recorded, obliged + 1, recorded_later, obliged_later + 1)

    change = renewal.after - renewal.before
    assert renewal.by_recording + renewal.by_denominator == pytest.approx(change, abs=1e-6, rel=1e-6)


def test_national_coverage_fell_in_2017_because_the_denominator_was_renewed():
    march = Point(date(2017, 3, 31), 172_046_898, 178_207_350, 0.9654, "", "published")
    september = Point(date(2017, 9, 18), 175_948_127, 185_248_711, 0.9498, "", "published")

    (fall,) = renewed([march, september])
    assert fall.renewal.move is Move.FELL_BY_DENOMINATOR
    assert (fall.renewal.more_recorded, fall.renewal.more_obliged) == (3_901_229, 7_041_361)
    assert round(100 * fall.renewal.on_old_denominator, 2) == 98.73


def test_merangin_rose_above_100_percent_although_by_both():
    later = Renewal(225_417, 236_124, 234_615, 232_804)

    assert round(100 * later.after, 2) == 100.78
    assert later.move is Move.ROSE
    assert later.by_denominator > 0 < later.by_recording
    assert Point(date(2019, 8, 31), 234_615, 232_804, None, "", "published").over


def test_a_lower_figure_on_the_same_denominator_is_not_called_a_renewal():
    first, then = (Point(TODAY, n, 1000, None, "", "published") for n in (900, 890))

    assert renewed([first, then]) == []
    assert Renewal(900, 1000, 890, 1000).move is Move.FELL_BY_NUMERATOR


@pytest.mark.parametrize(
    ("recorded", "obliged", "later", "obliged_later", "move"),
    [
        (90, 100, 95, 100, Move.ROSE),
        (90, 100, 90, 95, Move.ROSE_BY_DENOMINATOR),
        (90, 100, 90, 100, Move.SAME),
    ],
)
def test_how_a_percentage_moved(recorded, obliged, later, obliged_later, move):
    assert Renewal(recorded, obliged, later, obliged_later).move is move


def test_a_count_below_zero_is_refused():
    with pytest.raises(Problem) as caught:
        Renewal(1, 2, -3, 4)
    assert caught.value.code == "coverage.negative_count"


def test_the_printed_pace_of_jambi_is_a_quarter_point_in_42_days():
    points = [
        Point(date(2017, 8, 28), 2_166_190, 2_454_206, None, "", "published"),
        Point(TODAY, None, None, 0.885, "", "published"),
    ]
    pace = printed_pace(points)

    assert ((pace.until - pace.since).days, pace.same_cut) == (42, False)
    assert pace.per_day * 42 == pytest.approx(0.0024, abs=0.0001)


def test_no_pace_comes_from_about_from_a_fall_or_from_two_cuts():
    whole = Point(date(2017, 1, 22), 196_713, 231_713, None, "a", "published")
    about = Point(date(2017, 10, 17), None, None, 0.6, "", "published", approximate=True)
    lower = Point(date(2017, 10, 17), None, None, 0.6, "", "published")
    other = Point(date(2017, 10, 17), None, None, 0.9, "b", "published")

    assert [printed_pace([whole, one]) for one in (about, lower, other)] == [None, None, None]
