"""The disk cases of the fault matrix, each with a small fixed count, and each once without its protection."""

import pytest

from rekam.fault import Trials
from rekam.fault.case import run_case
from rekam.problem import Problem

pytestmark = pytest.mark.crash

FOUND = 6
"""A seed whose first trials are cut late enough to have acknowledged something, on a disk that spares nothing."""


def outcome_of(case, trials, folder, control=""):
    """The report of a case, or a skip where this machine cannot do it."""
    try:
        return run_case(case, Trials(trials, FOUND, folder, control=control, quiet=True))
    except Problem as problem:
        if problem.code == "fault.not_possible":
            pytest.skip(str(problem.details["reason"]))
        raise


@pytest.mark.parametrize(
    ("case", "trials"), [("power-cut", 2), ("lost-writes", 2), ("bit-rot", 16), ("disk-scan", 3)]
)
def test_nothing_acknowledged_is_lost_doubled_or_unexplained(case, trials, tmp_path):
    outcome = outcome_of(case, trials, tmp_path)
    assert outcome.sound, outcome.as_json()
    assert (outcome.lost, outcome.duplicated, outcome.unknown) == (0, 0, 0)
    assert list(tmp_path.rglob("*.mounted")) == []


@pytest.mark.parametrize(
    ("case", "control", "trials"),
    [
        ("power-cut", "synchronous-off", 3),
        ("lost-writes", "synchronous-off", 3),
        ("bit-rot", "no-check", 4),
        ("disk-scan", "unsealed", 4),
    ],
)
def test_without_its_protection_the_case_sees_the_damage(case, control, trials, tmp_path):
    outcome = outcome_of(case, trials, tmp_path, control)
    assert outcome.lost + outcome.unknown > 0
    assert not outcome.sound
