import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rekam.abis.evaluation.curve import error_curve

scores = st.lists(st.floats(-5, 5) | st.just(-np.inf), min_size=1, max_size=30)


@given(scores, scores)
def test_the_curve_falls_on_one_axis_and_rises_on_the_other_to_nothing_passing(genuine, impostor):
    curve = error_curve(np.array(genuine), np.array(impostor))

    assert (np.diff(curve.passed) <= 0).all()
    assert (np.diff(curve.missed) >= 0).all()
    assert (curve.passed[-1], curve.missed[-1]) == (0, 1)


def test_every_threshold_is_counted_by_hand():
    curve = error_curve(np.array([1.0, 3.0]), np.array([0.0, 1.0, 2.0, -np.inf]))

    # thresholds 0, 1, 2, 3, infinity
    assert curve.passed.tolist() == [0.75, 0.5, 0.25, 0, 0]
    assert curve.missed.tolist() == [0, 0, 0.5, 0.5, 1]
