"""The own finder of minutiae beside NIST's, on drawn fingers."""

import numpy as np
import pytest

from rekam.abis import compare_fingers, extract_finger
from rekam.abis.finger.finder import by_line_ends
from rekam.biometric import FingerPosition
from rekam.biometric.drawn import finger_impression
from rekam.console.abis_evaluate import evaluated
from rekam.problem import Problem

INDEX, MIDDLE = FingerPosition.RIGHT_INDEX, FingerPosition.RIGHT_MIDDLE


@pytest.fixture(scope="module")
def own():
    return extract_finger(finger_impression(1, INDEX, 0), by_line_ends)


def test_both_finders_see_the_same_minutiae_pointing_the_same_way(own):
    nist = extract_finger(finger_impression(1, INDEX, 0))
    far = np.hypot(nist.x[:, None] - own.x.astype(float), nist.y[:, None] - own.y.astype(float))
    near = far.min(axis=1) < 8
    turn = nist.direction.astype(int) - own.direction[far.argmin(axis=1)].astype(int)

    assert near.mean() > 0.75
    assert (np.abs((turn[near] + 128) % 256 - 128) < 24).mean() > 0.9


def test_another_impression_is_the_same_finger_and_another_finger_is_not(own):
    again = extract_finger(finger_impression(1, INDEX, 1), by_line_ends)
    other = extract_finger(finger_impression(1, MIDDLE, 0), by_line_ends)

    assert compare_fingers(own, again).score > 6
    assert compare_fingers(own, other).score < 0


def test_a_finder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(Problem, match=r"command\.bad_option"):
        evaluated(tmp_path, "fvc", "none")
    with pytest.raises(Problem, match=r"command\.bad_option"):
        evaluated(tmp_path, "iris", "line-ends")
