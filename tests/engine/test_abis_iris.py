import numpy as np
import pytest
from scipy.ndimage import rotate

from rekam.abis import IrisTemplate, compare_irises, extract_iris
from rekam.abis.iris.extractor import eye_parts, without_glints
from rekam.biometric import Eye, EyeImage
from rekam.biometric.drawn.eye import eye_image
from rekam.problem import Problem

SAME, DIFFERENT = 0.28, 0.33
"""Normalised distances: Daugman (2004) draws the line between one iris and two at about 0.32."""


@pytest.fixture(scope="module")
def template() -> IrisTemplate:
    return extract_iris(eye_image(3, Eye.LEFT, 0))


def rings(pupil: float, iris: float, x: float = 330, y: float = 230) -> np.ndarray:
    """A plain eye whose circles are known: pupil 20, iris 100, white 180."""
    row, column = np.mgrid[0:480, 0:640]
    away = np.hypot(column - x, row - y)
    grey = np.where(away < pupil, 20, np.where(away < iris, 100, 180)).astype(float)
    return np.clip(grey + np.random.default_rng(1).normal(0, 3, grey.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize(("pupil", "iris"), [(25, 90), (45, 110), (60, 150)])
def test_circles_of_a_plain_eye_are_found_to_two_pixels(pupil: float, iris: float):
    picture, _ = without_glints(rings(pupil, iris))

    parts = eye_parts(picture)

    np.testing.assert_allclose([parts.pupil.x, parts.pupil.y, parts.pupil.radius], [330, 230, pupil], atol=2)
    np.testing.assert_allclose([parts.iris.x, parts.iris.y, parts.iris.radius], [330, 230, iris], atol=2)


def test_captures_of_one_eye_are_near_each_other(template: IrisTemplate):
    assert all(compare_irises(template, extract_iris(eye_image(3, Eye.LEFT, n))) < SAME for n in range(1, 5))


def test_the_other_eye_of_the_same_person_is_far(template: IrisTemplate):
    assert compare_irises(template, extract_iris(eye_image(3, Eye.RIGHT, 0))) > DIFFERENT


def test_eyes_of_other_people_are_far(template: IrisTemplate):
    assert all(
        compare_irises(template, extract_iris(eye_image(n, Eye.LEFT, 0))) > DIFFERENT for n in range(4, 12)
    )


@pytest.mark.parametrize("degrees", [-15, 12])
def test_a_tilted_head_is_turned_back(template: IrisTemplate, degrees: int):
    tilted = rotate(eye_image(3, Eye.LEFT, 0).pixels, degrees, reshape=False, order=1, mode="nearest")

    assert compare_irises(template, extract_iris(EyeImage(Eye.LEFT, tilted))) < SAME


def test_comparing_is_nearly_the_same_both_ways(template: IrisTemplate):
    other = extract_iris(eye_image(5, Eye.LEFT, 0))

    assert compare_irises(template, other) == pytest.approx(compare_irises(other, template), abs=1e-9)


def test_lids_are_masked():
    open_, narrow = (extract_iris(eye_image(6, Eye.LEFT, 0, opening=opening)) for opening in (1.0, 0.75))

    assert np.unpackbits(narrow.mask.view(np.uint8)).sum() < np.unpackbits(open_.mask.view(np.uint8)).sum()


@pytest.mark.parametrize(
    "pixels",
    [
        np.full((480, 640), 120, np.uint8),
        np.random.default_rng(1).integers(0, 256, (480, 640)).astype(np.uint8),
        np.tile(np.linspace(0, 255, 640).astype(np.uint8), (480, 1)),
        np.zeros((40, 40), np.uint8),
        np.zeros((480, 640, 3), np.uint8),
    ],
    ids=["even", "noise", "ramp", "tiny", "colour"],
)
def test_a_picture_without_an_eye_is_refused_by_name(pixels: np.ndarray):
    with pytest.raises(Problem, match="iris_not_found"):
        extract_iris(EyeImage(Eye.LEFT, pixels))


def test_a_shut_eye_is_refused_by_name():
    with pytest.raises(Problem, match="iris_not_found"):
        extract_iris(eye_image(3, Eye.LEFT, 0, opening=0.0))
