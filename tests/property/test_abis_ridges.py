"""The two ridge filters beside plain sampling with scipy."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import map_coordinates

from rekam.abis import parameters
from rekam.abis.finger import ridges

SIDE = 100


def world(seed: int):
    dice = np.random.default_rng(seed)
    values = dice.normal(0, 1, (SIDE, SIDE)).astype(np.float32)
    angle = dice.integers(0, ridges.DIRECTIONS, (SIDE, SIDE)).astype(np.uint8)
    period = dice.uniform(3, 20, (SIDE, SIDE)).astype(np.float32)
    area = dice.random((SIDE, SIDE)) < 0.5
    return values, angle, period, area


def line(values, angle, reach, quarter):
    """Samples on a line through every pixel, (taps, height, width), and which lie inside the picture."""
    turn = np.pi * angle / ridges.DIRECTIONS + quarter
    tap = np.arange(-reach, reach + 1)[:, None, None]
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    rows, columns = y + np.sin(turn) * tap, x + np.cos(turn) * tap
    inside = (np.floor(rows + 1e-9) >= 0) & (np.floor(columns + 1e-9) >= 0)
    inside &= (np.floor(rows + 1e-9) < SIDE - 1) & (np.floor(columns + 1e-9) < SIDE - 1)
    return map_coordinates(values, (rows, columns), order=1, mode="nearest"), inside


@settings(max_examples=10)
@given(st.integers(0, 10**6))
def test_the_blur_along_the_ridge_is_a_weighted_mean_of_what_lies_inside(seed: int):
    values, angle, _, area = world(seed)
    weights = np.linspace(1, 2, 2 * parameters.RIDGE_ALONG_REACH + 1, dtype=np.float32)
    sampled, inside = line(values, angle, parameters.RIDGE_ALONG_REACH, 0.0)
    share = weights[:, None, None] * inside
    wanted = np.where(area, (share * sampled).sum(axis=0) / np.maximum(share.sum(axis=0), 1e-9), 0)

    found = ridges._along(values, angle, area, ridges.ALONG_STEPS, ridges.ALONG_SHARES, weights)

    np.testing.assert_allclose(found, wanted, atol=2e-4)


@settings(max_examples=10)
@given(st.integers(0, 10**6))
def test_the_wave_across_the_ridge_is_that_of_its_period(seed: int):
    values, angle, period, area = world(seed)
    table = ridges._across_weights()
    longest = table.shape[1] // 2
    sampled, _ = line(values, angle, longest, np.pi / 2)
    row = np.clip((2 * period + 0.5).astype(int), 8, len(table) - 1)
    wanted = np.where(area, (table[row].transpose(2, 0, 1) * sampled).sum(axis=0), 0)

    found = ridges._across(values, angle, period, area, ridges.ACROSS_STEPS, ridges.ACROSS_SHARES, table)

    middle = np.s_[longest + 1 : -longest - 1, longest + 1 : -longest - 1]
    np.testing.assert_allclose(found[middle], wanted[middle], atol=2e-4)
    # At the border the last pixel goes on; it is approached to a thousandth of its neighbour's difference.
    np.testing.assert_allclose(found, wanted, atol=0.02)
