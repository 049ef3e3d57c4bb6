from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from rekam.abis.explain import parameters
from rekam.abis.explain.aligned_prints import aligned_prints
from rekam.abis.explain.explanation import explain
from rekam.abis.explain.masked_iris import masked_iris
from rekam.biometric import Eye, FingerImage, FingerPosition, Modality, Sample
from rekam.biometric.drawn import eye_image, finger_impression
from rekam.biometric.picture import encode_jp2, encode_wsq

INDEX = FingerPosition.RIGHT_INDEX


def finger_sample(person: int, capture: int, place: FingerPosition = INDEX) -> Sample:
    return Sample(
        Modality.FINGER, place, "image/x-wsq", encode_wsq(finger_impression(person, place, capture)), 60
    )


def eye_sample(person: int, capture: int) -> Sample:
    return Sample(
        Modality.IRIS, Eye.LEFT, "image/jp2", encode_jp2(eye_image(person, Eye.LEFT, capture).pixels), 60
    )


def test_a_print_moved_aside_is_laid_back_on_itself():
    whole = finger_impression(31, INDEX, 1)
    moved = FingerImage(INDEX, np.pad(whole.pixels, ((30, 0), (20, 0)), constant_values=255))

    picture, compared = aligned_prints(moved, whole)

    assert picture.shape == (*whole.pixels.shape, 3)
    assert compared.shift == pytest.approx((-20, -30), abs=3)
    # Where both have their ridges, orange over blue is dark; laid wrongly, orange lies alone in the valleys.
    ridges = whole.pixels < np.percentile(whole.pixels, 20)
    assert picture[ridges].max(axis=1).mean() < 150


def test_matched_minutiae_are_ringed():
    one = finger_impression(31, INDEX, 1)

    picture, compared = aligned_prints(one, one)

    x, y = compared.pairs[0][1]
    ring = picture[round(y) - parameters.PAIR_RADIUS, round(x)]
    assert tuple(ring) == parameters.PAIR_INK


def test_a_half_covered_iris_shows_what_is_masked():
    eye = eye_image(1, Eye.LEFT, 2)

    picture, share = masked_iris(eye)

    crosses = (picture == parameters.MASK_INK).all(axis=2)
    assert 0.5 < share < 1
    assert crosses.any()
    assert picture.shape == (*eye.pixels.shape, 3)


def test_every_item_that_both_gave_is_explained_and_no_other():
    mine = (finger_sample(31, 1), finger_sample(31, 1, FingerPosition.LEFT_THUMB), eye_sample(1, 1))
    theirs = (finger_sample(31, 2), eye_sample(2, 1))

    explained = explain(mine, theirs)

    assert set(explained) == {"right_index", "iris_left"}
    assert explained["right_index"].evidence > 0 > explained["iris_left"].evidence
    for item in explained.values():
        with Image.open(BytesIO(item.picture)) as picture:
            assert picture.format == "PNG"
    assert explained["right_index"].measures["pairs"] >= 8
    assert explained["iris_left"].measures["distance"] > 0.3


def test_what_cannot_be_read_says_why():
    white = Sample(
        Modality.FINGER,
        INDEX,
        "image/x-wsq",
        encode_wsq(FingerImage(INDEX, np.full((300, 300), 255, np.uint8))),
        0,
    )

    item = explain((white,), (finger_sample(31, 1),))["right_index"]

    assert (item.evidence, item.picture, item.problem.code) == (None, b"", "abis.finger_unreadable")
