import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rekam.abis.evaluation.error_rate import error_rates

SCORES = st.integers(20, 60).flatmap(lambda n: arrays(np.float64, n, elements=st.integers(-9, 9).map(float)))


def test_scores_that_do_not_touch_have_no_errors():
    rates = error_rates(np.array([5.0, 6.0]), np.arange(-1000.0, 0.0))

    assert (rates.eer, rates.fnmr_at_fmr_1pct, rates.fnmr_at_fmr_0_1pct) == (0, 0, 0)


def test_one_of_four_on_each_side_misplaced_is_an_eer_of_a_quarter():
    assert error_rates(np.array([1.0, 7, 8, 9]), np.array([2.0, 0, 0, 0])).eer == 0.25


def test_fnmr_counts_the_genuine_below_the_threshold_that_one_percent_of_impostors_pass():
    impostor = np.arange(1000.0)  # 990 and above pass for 1 %, 999 for 0.1 %
    genuine = np.array([989.0, 990.0, 998.5, 2000.0])

    rates = error_rates(genuine, impostor)

    assert rates.fnmr_at_fmr_1pct == 0.25
    assert rates.fnmr_at_fmr_0_1pct == 0.5  # at 998.5 one impostor passes


def test_a_failure_to_enrol_is_missed_at_every_threshold():
    rates = error_rates(np.array([-np.inf, 5.0]), np.array([-np.inf, 0.0, 1.0]))

    assert rates.fnmr_at_fmr_1pct == 0.5
    assert rates.fnmr_at_fmr_0_1pct == 0.5


@given(SCORES, SCORES)
def test_rates_agree_with_counting_at_every_threshold(genuine: np.ndarray, impostor: np.ndarray):
    rates = error_rates(genuine, impostor)
    counted = [(float(np.mean(genuine < t)), float(np.mean(impostor >= t))) for t in range(-9, 11)]

    assert rates.fnmr_at_fmr_1pct == min(missed for missed, passed in counted if passed <= 0.01)
    gap = min(abs(missed - passed) for missed, passed in counted)
    assert any(abs(m - p) <= gap + 1e-12 and abs((m + p) / 2 - rates.eer) < 1e-12 for m, p in counted)
