"""Irises in bad light and with a dull edge: found as without."""

import numpy as np
import pytest

from rekam.abis import compare_irises, extract_iris
from rekam.abis.iris import parameters
from rekam.abis.iris.choice import chosen_circles
from rekam.abis.iris.eye_picture import eye_picture
from rekam.abis.iris.occlusion import free_iris
from rekam.abis.iris.trace import trace_iris
from rekam.biometric import Eye, EyeImage
from rekam.biometric.drawn.eye import eye_image

SAME = 0.28
"""Daugman (2004) draws the line between one iris and two at about 0.32."""


def lit_from(pixels: np.ndarray, side: float, above: float) -> np.ndarray:
    """The same eye with light that falls off by these shares from one side of the picture to the other."""
    rows, columns = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]] / np.array(pixels.shape)[:, None, None]
    light = 1 + side * (columns - 0.5) + above * (rows - 0.5)
    return np.clip(np.round(pixels * light), 0, 255).astype(np.uint8)


@pytest.mark.parametrize(("side", "above"), [(0.5, 0.0), (-0.5, 0.0), (0.0, 0.3), (-0.3, -0.3)])
def test_light_from_one_side_hides_no_iris_and_shows_no_lid(side: float, above: float):
    image = eye_image(5, Eye.LEFT, 0)
    plain = trace_iris(image).sheet.usable
    shaded_image = EyeImage(image.eye, lit_from(image.pixels, side, above))

    shaded = trace_iris(shaded_image).sheet.usable

    assert (plain != shaded).mean() < 0.12
    assert compare_irises(extract_iris(image), extract_iris(shaded_image)) < SAME


@pytest.mark.parametrize("fall", [0.0, 20.0, -20.0])
def test_a_lid_is_seen_in_light_from_one_side(fall: float):
    turn = np.arange(parameters.COLUMNS) * (2 * np.pi / parameters.COLUMNS)
    sheet = 100 + np.random.default_rng(3).normal(0, 6, (parameters.ROWS, parameters.COLUMNS))
    lid = (np.arange(parameters.ROWS)[:, None] >= 18) & (np.sin(turn) < -0.5)
    sheet[lid] += 40
    sheet += fall * np.cos(turn)

    free, _ = free_iris(sheet.astype(np.float32), np.ones(sheet.shape, np.bool_))

    assert free[lid].mean() < 0.05
    assert free[:14].mean() > 0.9


def with_collarette(limbus_step: float) -> np.ndarray:
    """A plain eye: a sharp ragged ring half way out, and a soft limbus of so many grey levels at radius 108."""
    row, column = np.mgrid[0:480, 0:640]
    away, turn = np.hypot(column - 320, row - 240), np.arctan2(row - 240, column - 320)
    collarette = 68 + 3 * np.sin(9 * turn) + 2 * np.sin(23 * turn)
    grey = np.where(away < 40, 25.0, np.where(away < collarette, 95.0, 110.0))
    grey += limbus_step / (1 + np.exp(-(away - 108) / 3))
    return np.clip(grey + np.random.default_rng(2).normal(0, 4, grey.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("limbus_step", [22.0, 30.0, 60.0])
def test_a_dull_limbus_is_told_from_a_sharp_collarette(limbus_step: float):
    eye = eye_picture(with_collarette(limbus_step))

    pupil, iris = (circle.scaled(eye.scale) for circle in chosen_circles(eye.edges))

    assert pupil.radius == pytest.approx(40, abs=3)
    assert iris.radius == pytest.approx(108, rel=0.06)
