"""Fixed-length finger codes."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.abis.code.finger_code import finger_code
from rekam.abis.code.learned import learned_planes
from rekam.abis.code.pairs import pair_histogram
from rekam.abis.code.parameters import (
    CODE_BITS,
    CODE_WORDS,
    HISTOGRAM,
    PAIR_BEARINGS,
    PAIR_LENGTHS,
    PAIR_REACH,
    PAIR_TURNS,
)
from rekam.abis.code.planes import planes


def points(seed: int, count: int = 40) -> np.ndarray:
    dice = np.random.default_rng(seed)
    place, angle = dice.uniform(60, 340, (count, 2)), dice.uniform(0, 2 * np.pi, count)
    return np.column_stack([place, angle, np.cos(angle), np.sin(angle)]).astype(np.float32)


def moved(a: np.ndarray, turn: float, dx: float, dy: float) -> np.ndarray:
    c, s = math.cos(turn), math.sin(turn)
    angle = a[:, 2] + turn
    x, y = c * a[:, 0] - s * a[:, 1] + dx, s * a[:, 0] + c * a[:, 1] + dy
    return np.column_stack([x, y, angle, np.cos(angle), np.sin(angle)]).astype(np.float32)


def plain_histogram(a: np.ndarray) -> np.ndarray:
    """The twin in NumPy: one pair and one corner after the other."""
    counts = np.zeros((len(PAIR_LENGTHS), PAIR_BEARINGS, PAIR_TURNS))
    for i in range(len(a)):
        for j in range(len(a)):
            x, y = (a[j, :2] - a[i, :2]).astype(float)
            length = math.hypot(x, y)
            if not PAIR_REACH[0] < length < PAIR_REACH[1]:
                continue
            ring = float(np.interp(length, PAIR_LENGTHS, np.arange(len(PAIR_LENGTHS))))
            bearing = (math.atan2(y, x) - float(a[i, 2])) % (2 * math.pi) / (2 * math.pi) * PAIR_BEARINGS
            turn = float(a[j, 2] - a[i, 2]) % (2 * math.pi) / (2 * math.pi) * PAIR_TURNS
            for r in range(len(PAIR_LENGTHS)):
                for b in (math.floor(bearing), math.floor(bearing) + 1):
                    for t in (math.floor(turn), math.floor(turn) + 1):
                        near = max(0, 1 - abs(r - ring)) * (1 - abs(b - bearing)) * (1 - abs(t - turn))
                        counts[r, b % PAIR_BEARINGS, t % PAIR_TURNS] += near
    roots = np.sqrt(counts).ravel()
    return roots / np.linalg.norm(roots)


def agreement(a: np.ndarray, b: np.ndarray) -> float:
    return 1 - 2 * int(np.bitwise_count(a ^ b).sum()) / CODE_BITS


@given(st.integers(0, 2**32), st.integers(3, 15))
@settings(max_examples=10, deadline=None)
def test_the_kernel_counts_as_numpy_does(seed: int, count: int):
    a = points(seed, count)
    if not pair_histogram(a).any():
        return

    np.testing.assert_allclose(pair_histogram(a), plain_histogram(a), atol=2e-3)


@given(st.integers(0, 2**32), st.floats(-3, 3), st.floats(-50, 50))
@settings(max_examples=20, deadline=None)
def test_turning_and_shifting_a_finger_hardly_changes_its_code(seed: int, turn: float, shift: float):
    a = points(seed)

    assert agreement(finger_code(a), finger_code(moved(a, turn, shift, -shift))) > 0.97


def test_the_order_of_the_minutiae_does_not_matter():
    a = points(1)

    assert agreement(finger_code(a), finger_code(a[::-1].copy())) > 0.99


def test_losing_a_fifth_of_the_minutiae_keeps_most_of_the_agreement():
    kept, strange = [], []
    for seed in range(20):
        a = points(seed)
        kept.append(agreement(finger_code(a), finger_code(a[:32].copy())))
        strange.append(agreement(finger_code(a), finger_code(points(seed + 100))))

    assert min(kept) > max(strange)


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_minutiae_give_no_code(count: int):
    code = finger_code(points(3, count))

    assert (code.shape, code.any()) == ((CODE_WORDS,), False)


def test_the_packed_planes_have_their_shape_and_no_dead_plane():
    mean, rows = planes()

    assert (mean.shape, rows.shape) == ((HISTOGRAM,), (CODE_BITS, HISTOGRAM))
    assert (np.abs(rows).max(axis=1) == 127).all()
    assert np.isfinite(mean).all()


def test_learned_planes_tell_fingers_apart_better_than_planes_at_random():
    dice = np.random.default_rng(4)
    telling = np.arange(HISTOGRAM) < 40  # the others are louder within a finger than between two

    def seen(own: np.ndarray) -> np.ndarray:
        return own + dice.standard_normal(own.shape) * np.where(telling, 0.4, 1.0)

    own = dice.standard_normal((40, HISTOGRAM)) * np.where(telling, 1.0, 0.3)
    prints = np.stack([seen(own) for _ in range(4)], axis=1).reshape(160, HISTOGRAM).astype(np.float32)
    mean, learned = learned_planes(prints, [one // 4 for one in range(160)])

    def margin(rows: np.ndarray) -> float:
        one, other = (np.where((seen(own) - mean) @ rows.T > 0, 1, -1) for _ in range(2))
        alike = one @ other.T / CODE_BITS
        strangers = alike[~np.eye(len(own), dtype=bool)]
        return float((np.diagonal(alike).mean() - strangers.mean()) / strangers.std())

    assert margin(learned) > 1.3 * margin(dice.standard_normal(learned.shape))
