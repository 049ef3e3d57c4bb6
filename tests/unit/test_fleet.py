"""Rules of the fleet: time that was lost, a scanner that gets worse."""

import pytest

from rekam.operations.fleet import Change, drift, lost_seconds, overlap

DAY = [(0, 100)]


@pytest.mark.parametrize(
    ("changes", "at_first", "expected"),
    [
        ((), False, 0),
        ((), True, 100),
        (((10, True), (30, False)), False, 20),
        (((30, False),), True, 30),
        (((90, True),), False, 10),
        (((10, True), (20, True), (30, False), (40, False)), False, 20),
        (((-50, True), (150, False)), False, 100),
    ],
)
def test_time_is_lost_between_going_and_coming(changes, at_first, expected):
    told = [Change(at, away) for at, away in changes]
    assert lost_seconds(told, DAY, at_first=at_first, since=0, until=100) == expected


def test_only_the_opening_hours_count_and_shared_time_counts_once():
    assert overlap([(0, 50), (40, 60), (200, 300)], [(10, 20), (30, 55)]) == 35


def test_too_few_captures_give_no_judgement():
    assert drift([80] * 239) is None


def test_a_scanner_whose_mean_falls_is_named():
    assert drift([70] * 200 + [63] * 40).worse is False
    worse = drift([10] * 60 + [70] * 200 + [62] * 40)
    assert (worse.baseline, worse.recent, worse.worse) == (70, 62, True)
