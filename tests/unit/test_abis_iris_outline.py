from itertools import product

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from rekam.abis.iris import parameters
from rekam.abis.iris.circle import Circle, directions
from rekam.abis.iris.closed_path import closed_path
from rekam.abis.iris.occlusion import free_iris
from rekam.abis.iris.outline import ANGLES, PUPIL, outline
from rekam.abis.iris.rim import rim

SHEET = (parameters.ROWS, parameters.COLUMNS)


def disc(radius: float, x: float = 60.0, y: float = 50.0, wave: float = 0.0) -> np.ndarray:
    """A dark disc on bright ground; ``wave`` px of ellipse."""
    row, column = np.mgrid[0:100, 0:120]
    angle = np.arctan2(row - y, column - x)
    inside = np.hypot(row - y, column - x) < radius + wave * np.cos(2 * angle)
    return gaussian_filter(np.where(inside, 40.0, 90.0), 0.7).astype(np.float32)


def taken(gain: np.ndarray, path: tuple[int, ...], toll: float) -> float:
    steps = sum(abs(a - b) for a, b in zip(path, (*path[1:], path[0]), strict=True))
    return sum(gain[place, row] for place, row in enumerate(path)) - toll * steps


@pytest.mark.parametrize("seed", range(8))
def test_the_closed_path_is_the_best_of_all(seed: int):
    gain = np.random.default_rng(seed).normal(0, 1, (6, 3)).astype(np.float32)

    path = tuple(int(row) for row in closed_path(gain, 0.4, 2))

    best = max(taken(gain, other, 0.4) for other in product(range(3), repeat=6))
    # Two turns settle nearly every path; the middle turn may differ from the best by one step where ends meet.
    assert taken(gain, path, 0.4) >= best - 0.8


def test_a_step_beyond_the_reach_is_not_taken():
    gain = np.zeros((12, 9), np.float32)
    gain[:6, 0], gain[6:, 8] = 1, 1

    path = closed_path(gain, 0.0, 1)

    assert np.abs(np.diff(path)).max() <= 1


@pytest.mark.parametrize("radius", [12, 20, 31])
def test_the_rim_of_a_disc_is_found_as_its_plain_twin_finds_it(radius: int):
    picture, rays = disc(radius), directions(64)

    place, rise = rim(picture, 60.0, 50.0, rays, 6, 35, 2, 18.0)

    assert 6 + place == pytest.approx(radius, abs=1)
    plain = rim.py_func(picture, 60.0, 50.0, rays, 6, 35, 2, 18.0)
    assert (place, rise) == pytest.approx(plain, abs=1e-3)
    assert 18 <= rise < 22


def test_a_bright_bar_on_one_side_is_no_rim():
    picture = np.full((100, 120), 40, np.float32)
    picture[:, 75:] = 250

    _, rise = rim(picture, 60.0, 50.0, directions(64), 6, 35, 2, 18.0)

    assert rise < 9


def test_an_outline_follows_an_ellipse():
    found = outline(disc(22, wave=1.0), Circle(60.0, 50.0, 22.0, 18.0), PUPIL)

    np.testing.assert_allclose(found, 22 + np.cos(2 * ANGLES), atol=0.7)


def test_without_an_edge_the_outline_is_the_circle():
    flat = np.full((100, 120), 70, np.float32)

    np.testing.assert_allclose(outline(flat, Circle(60.0, 50.0, 22.0, 0.0), PUPIL), 22, atol=1e-6)


def test_a_bright_lid_over_the_upper_iris_is_masked_and_nothing_else():
    dice = np.random.default_rng(2)
    sheet = (80 + dice.normal(0, 4, SHEET)).astype(np.float32)
    covered = np.zeros(SHEET, np.bool_)
    covered[14:, 150:230] = True  # three quarters around is straight up
    sheet[covered] = 190

    free, lid = free_iris(sheet, np.ones(SHEET, np.bool_))

    assert not free[covered].any()
    assert free[: 13 - parameters.LID_HANG].mean() > 0.98
    assert free[:12, 20:120].mean() > 0.98
    assert (lid[20:120] == parameters.ROWS).all()


def test_a_single_dark_lash_is_masked():
    sheet = np.full(SHEET, 100, np.float32)
    sheet[10:20, 170:174] = 20

    free, _ = free_iris(sheet, np.ones(SHEET, np.bool_))

    assert not free[12:18, 171:173].any()
    assert free[:8].all()


def test_what_leaves_the_picture_is_not_free():
    inside = np.ones(SHEET, np.bool_)
    inside[25:, :40] = False

    free, _ = free_iris(np.full(SHEET, 100, np.float32), inside)

    assert not free[~inside].any()
