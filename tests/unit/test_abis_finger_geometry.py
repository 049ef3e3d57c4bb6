import math

import numpy as np
import pytest

from rekam.abis.finger.alignment import fitted, laid
from rekam.abis.finger.likeness import LIKENESS, likeliest_pairs, neighbourhood_likeness
from rekam.abis.finger.pairing import SOFTNESS, paired
from rekam.abis.finger.support import TOLERANCES, mutual_support, relaxed


def points(seed: int, count: int = 30) -> np.ndarray:
    dice = np.random.default_rng(seed)
    place, angle = dice.uniform(50, 350, (count, 2)), dice.uniform(0, 2 * np.pi, count)
    return np.column_stack([place, angle, np.cos(angle), np.sin(angle)]).astype(np.float32)


def moved(a: np.ndarray, turn: float, dx: float, dy: float) -> np.ndarray:
    c, s = math.cos(turn), math.sin(turn)
    angle = a[:, 2] + turn
    x, y = c * a[:, 0] - s * a[:, 1] + dx, s * a[:, 0] + c * a[:, 1] + dy
    return np.column_stack([x, y, angle, np.cos(angle), np.sin(angle)]).astype(np.float32)


def identity_pairs(count: int) -> np.ndarray:
    return np.stack([np.arange(count)] * 2, axis=1).astype(np.int32)


@pytest.mark.parametrize("turn", [-2.5, 0.0, 0.4, 3.0])
def test_a_known_motion_is_recovered(turn: float):
    a = points(1)

    motion = fitted(a, moved(a, turn, 20, -7), identity_pairs(30), np.ones(30, np.float32), 30.0)

    np.testing.assert_allclose(motion, [math.cos(turn), math.sin(turn), 20, -7], atol=1e-2)


def test_laying_a_finger_moves_places_and_directions():
    a = points(2)
    b = moved(a, 0.7, 3, 4)

    placed = laid(a, np.array([math.cos(0.7), math.sin(0.7), 3, 4], np.float32))

    np.testing.assert_allclose(placed[:, [0, 1, 3, 4]], b[:, [0, 1, 3, 4]], atol=1e-3)


def test_likeness_agrees_with_counting_bits():
    dice = np.random.default_rng(3)
    a, b = (dice.integers(0, 2**64, (n, 3), dtype=np.uint64) for n in (7, 5))

    found = neighbourhood_likeness(a, b, LIKENESS)

    for i in range(7):
        for j in range(5):
            both = int(a[i, 2] & b[j, 2])
            shared = both.bit_count()
            differing = sum((int(a[i, k] ^ b[j, k]) & both).bit_count() for k in (0, 1))
            wanted = 255 * max(0, 1 - differing / shared) * math.sqrt(shared / 64) if shared >= 20 else 0
            assert found[i, j] == math.floor(wanted)


def test_equal_full_neighbourhoods_have_the_greatest_likeness():
    code = np.array([[1, 2, 2**64 - 1]], np.uint64)

    assert neighbourhood_likeness(code, code, LIKENESS)[0, 0] == 255


def test_the_likeliest_pairs_are_those_that_sorting_gives():
    dice = np.random.default_rng(4)
    likeness = dice.permutation(200).astype(np.uint8).reshape(20, 10)

    pairs = likeliest_pairs(likeness, 12, 60)

    assert sorted(likeness[i, j] for i, j in pairs) == list(range(188, 200))


def test_no_pair_is_below_the_floor():
    likeness = np.array([[59, 60], [10, 61]], np.uint8)

    assert {tuple(pair) for pair in likeliest_pairs(likeness, 12, 60)} == {(0, 1), (1, 1)}


def test_pairs_of_one_motion_support_each_other_fully_and_a_stranger_not():
    a = points(5, 10)
    b = moved(a, 1.1, 30, 12)
    b[9, :2] += 60

    support = mutual_support(a, b, identity_pairs(10), TOLERANCES)

    off = ~np.eye(9, dtype=bool)
    assert support[:9, :9][off].min() > 0.99
    assert support[9, :9].max() < 0.6
    np.testing.assert_array_equal(support, support.T)


def test_two_pairs_that_share_a_minutia_never_support_each_other():
    a = points(6, 4)
    pairs = np.array([[0, 0], [0, 1], [1, 1]], np.int32)

    support = mutual_support(a, a, pairs, TOLERANCES)

    assert support[0, 1] == support[1, 2] == 0


def test_relaxation_finds_the_main_eigenvalue():
    dice = np.random.default_rng(7)
    support = dice.random((12, 12)).astype(np.float32)
    support = (support + support.T) / 2
    np.fill_diagonal(support, 0)

    strength, value = relaxed(np.full(12, 1e-6, np.float32), support, 200)

    values, vectors = np.linalg.eigh(support.astype(np.float64))
    assert value == pytest.approx(values[-1], rel=1e-4)
    np.testing.assert_allclose(np.abs(strength), np.abs(vectors[:, -1]), atol=1e-3)


def test_each_minutia_is_paired_once_with_its_nearest():
    a = points(8, 3)
    b = np.vstack([moved(a, 0, 1, 0), moved(a, 0, 4, 0)])

    pairs, weights = paired(a, b, 12.0, SOFTNESS)

    assert {tuple(pair) for pair in pairs} == {(0, 0), (1, 1), (2, 2)}
    assert (np.diff(weights) <= 0).all()


def test_minutiae_that_point_elsewhere_are_not_paired():
    a = points(9, 3)
    b = moved(a, 0, 0, 0)
    b[:, 3:] *= -1

    assert len(paired(a, b, 12.0, SOFTNESS)[0]) == 0
