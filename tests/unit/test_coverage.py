from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekam.operations.coverage import SHADES, Figure, pace, shade_of
from rekam.problem import Problem

NOON = datetime(2017, 10, 9, 5, tzinfo=UTC)
CUT = "DKB Semester I 2017"
counts = st.integers(0, 300_000_000)


def jambi() -> Figure:
    return Figure(2_166_190, 2_454_206, CUT, NOON)


def test_jambi_on_28_august_2017_stood_at_88_26_percent():
    assert round(100 * jambi().fraction, 2) == 88.26


def test_a_figure_above_100_percent_is_kept_and_its_surplus_named():
    births = Figure(106_79, 100_00, CUT, NOON)

    assert births.fraction == pytest.approx(1.0679)
    assert births.surplus == 679
    assert births.missing == 0


def test_nobody_to_count_is_not_zero_percent():
    assert Figure(0, 0, CUT, NOON).fraction is None


def test_figures_of_different_cuts_are_never_added():
    with pytest.raises(Problem) as caught:
        jambi() + Figure(1, 2, "DKB Semester II 2017", NOON)
    assert caught.value.code == "coverage.mixed_cuts"


@given(st.lists(st.tuples(counts, counts), min_size=1, max_size=20))
def test_the_parts_of_a_place_sum_to_the_place(parts):
    figures = [Figure(n, d, CUT, NOON) for n, d in parts]
    whole = figures[0]
    for figure in figures[1:]:
        whole = whole + figure

    assert (whole.numerator, whole.denominator) == tuple(map(sum, zip(*parts, strict=True)))


def test_jambi_needed_3_360_recordings_a_day_from_9_october_2017():
    """The arithmetic of the domain report: 88.50 % of 2,454,206, 84 days, about 3,360 a day."""
    figure = Figure(round(0.885 * 2_454_206), 2_454_206, CUT, NOON)

    told = pace(figure, [], date(2017, 10, 9), date(2017, 12, 31))

    assert told.days_left == 84
    assert told.needed_per_day == pytest.approx(3_360, abs=5)
    assert told.arrives is None


def test_a_place_without_recordings_never_arrives():
    assert pace(jambi(), [0, 0, 0], date(2017, 10, 9), date(2017, 12, 31)).arrives is None


def test_a_steady_place_arrives_on_one_day():
    told = pace(Figure(900, 1000, CUT, NOON), [10] * 7, date(2017, 10, 9), date(2017, 10, 10))

    assert told.arrives == (date(2017, 10, 19), date(2017, 10, 19))


def test_past_its_date_a_target_needs_no_daily_rate():
    assert pace(jambi(), [5], date(2018, 1, 5), date(2017, 12, 31)).needed_per_day is None


@given(st.floats(0, 2))
def test_every_fraction_has_a_class_that_holds_it(fraction: float):
    shade = shade_of(fraction)
    higher = [s for s in SHADES if s.least > shade.least]

    assert shade.least <= fraction
    assert all(fraction < s.least for s in higher)
