"""The loops that are compiled say what slow and plain ones say."""

import math

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter, map_coordinates

from rekam.abis.iris.circle import directions
from rekam.abis.iris.disc import disc_scores
from rekam.abis.iris.matcher import all_distances, rotations
from rekam.abis.iris.rim import BEYOND, best_circle
from rekam.abis.iris.template import IrisTemplate

RAYS = directions(16)
HOPELESS = -1e6
"""A score below which no disc is: nothing is given up early."""


def eye(seed: int) -> np.ndarray:
    """A noisy dark disc on uneven ground, (40, 48)."""
    dice = np.random.default_rng(seed)
    row, column = np.mgrid[0:40, 0:48]
    dark = np.hypot(row - dice.uniform(15, 25), column - dice.uniform(18, 30)) < dice.uniform(5, 9)
    ground = gaussian_filter(dice.normal(0, 1, dark.shape), 3) * 60 + 80
    return np.where(dark, 20 + dice.normal(0, 2, dark.shape), ground).astype(np.float32)


def plain_scores(
    small: np.ndarray, least: int, most: int, ceiling: float, step: float, roughness: float
) -> np.ndarray:
    """Score of each place, ray by ray and ring by ring."""
    height, width = small.shape
    score = np.zeros(small.shape)
    for y in range(2, height - 2):
        for x in range(2, width - 2):
            middle = float(small[y, x])
            rise, uneven = np.zeros(most + 2), np.zeros(most + 2)
            for across, down in RAYS:
                values = [middle]
                for ring in range(1, most + 2):
                    column, row = math.floor(x + ring * across + 0.5), math.floor(y + ring * down + 0.5)
                    if not (0 <= column < width and 0 <= row < height):
                        break
                    values.append(float(small[row, column]))
                for ring in range(1, len(values)):
                    uneven[ring] += min(abs(values[ring] - middle), 40) / len(RAYS)
                    if ring + 1 < len(values):
                        rise[ring] += np.clip(values[ring + 1] - values[ring - 1], -step, step) / len(RAYS)
            for ring in range(least, most + 1):
                inner = np.arange(1, ring - 1)
                mean = (uneven[inner] * inner).sum() / (1 + inner.sum())
                score[y, x] = max(score[y, x], rise[ring] / step - roughness * mean)
            if middle >= ceiling:
                score[y, x] = 0
    return score


@pytest.mark.parametrize("seed", range(3))
def test_discs_are_scored_as_a_plain_loop_scores_them(seed: int):
    small = eye(seed)

    score, _ = disc_scores(small, RAYS, 3, 11, 70.0, 18.0, 0.03, HOPELESS)

    np.testing.assert_allclose(score, plain_scores(small, 3, 11, 70.0, 18.0, 0.03), atol=1e-4)


@pytest.mark.parametrize("seed", range(3))
def test_giving_up_early_leaves_the_best_disc_as_it_is(seed: int):
    small = eye(seed)
    score, radius = disc_scores(small, RAYS, 3, 11, 70.0, 18.0, 0.03, HOPELESS)

    quick, same = disc_scores(small, RAYS, 3, 11, 70.0, 18.0, 0.03, 0.35)

    best = score.argmax()
    assert quick.argmax() == best
    assert quick.flat[best] == score.flat[best] > 0.5
    assert same.flat[best] == radius.flat[best]


def plain_rise(picture: np.ndarray, x: float, y: float, radius: int, span: int, most: float) -> float:
    """Mean rise across a circle that lies in the picture."""
    inside, outside = radius - span + np.arange(span) + 0.5, radius + np.arange(span) + 0.5
    total = 0.0
    for across, down in RAYS.astype(np.float64):
        near, far = (
            map_coordinates(picture.astype(np.float64), (y + away * down, x + away * across), order=1).mean()
            for away in (inside, outside)
        )
        total += np.clip(far - near, -most, most) + BEYOND * max(far - near - most, 0)
    return total / len(RAYS)


@pytest.mark.parametrize("toll", [0.0, 400.0])
@pytest.mark.parametrize("seed", range(3))
def test_the_best_circle_is_the_best_of_all_tried(seed: int, toll: float):
    picture, around, limits = eye(seed), (24.0, 20.0, 2.0), (0.9, 1.0, toll)

    found = best_circle(
        picture, (24.0, 20.0), 3.0, 1.5, RAYS.astype(np.float32), 4, 8, 2, 15.0, around, limits
    )

    ranked = []
    for y in 20 + np.arange(-2, 3) * 1.5:
        for x in 24 + np.arange(-2, 3) * 1.5:
            rise, radius = max((plain_rise(picture, x, y, r, 2, 15.0), r) for r in range(4, 12))
            apart = math.hypot(x - 24, y - 20)
            if apart <= 0.9 * radius and apart + 2 <= radius:
                ranked.append((rise - toll * (apart / radius) ** 2, x, y, radius, rise))
    _, x, y, radius, rise = max(ranked)
    np.testing.assert_allclose(found, (x, y, radius, rise), atol=1e-3)


def test_all_distances_are_those_of_bits_counted_one_by_one():
    dice = np.random.default_rng(5)
    codes, masks = dice.integers(0, 2, (2, 4, 16, 128)).astype(bool)
    codes[1] = np.roll(codes[0], 3, axis=1) ^ (dice.random((16, 128)) < 0.1)
    masks[3] &= dice.random((16, 128)) < 0.1
    templates = [IrisTemplate(words(code), words(mask)) for code, mask in zip(codes, masks, strict=True)]

    found = all_distances(
        np.stack([rotations(one) for one in templates]),
        np.stack([one.code for one in templates]),
        np.stack([one.mask for one in templates]),
        1000.0,
        300,
    )

    for one in range(4):
        for other in range(4):
            expected = 0.5
            for turn in range(-8, 9) if one < other else ():
                both = np.roll(masks[one], turn, axis=1) & masks[other]
                if both.sum() >= 300:
                    share = (np.roll(codes[one], turn, axis=1) ^ codes[other])[both].mean()
                    expected = min(expected, 0.5 - (0.5 - share) * math.sqrt(both.sum() / 1000))
            assert found[one, other] == pytest.approx(max(expected, 0), abs=1e-6)
    assert found[0, 1] < 0.3
    assert (found[:3, 3] == 0.5).all()


def words(bits: np.ndarray) -> np.ndarray:
    """Lines of 128 bits as pairs of 64-bit words, bit k = column k."""
    return np.packbits(bits, axis=1, bitorder="little").reshape(-1).view("<u8").astype(np.uint64)
