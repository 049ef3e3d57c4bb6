import numpy as np
import pytest
from PIL import Image
from scipy.ndimage import rotate

from rekam.abis import FingerTemplate, compare_fingers, extract_finger, finger_quality, matched_pairs
from rekam.biometric import FingerImage, FingerPosition
from rekam.biometric.drawn.finger import finger_impression

INDEX = FingerPosition.RIGHT_INDEX
SAME, DIFFERENT = 10.0, 4.0
"""Log-likelihood ratios far on the side of one finger, and barely on that side."""


@pytest.fixture(scope="module")
def image() -> FingerImage:
    return finger_impression(1, INDEX, 0)


@pytest.fixture(scope="module")
def template(image: FingerImage) -> FingerTemplate:
    return extract_finger(image)


def test_a_template_takes_about_a_thousand_bytes(template: FingerTemplate):
    assert 400 < len(template.to_bytes()) < 1700


def test_the_same_picture_gives_the_same_bytes(image: FingerImage, template: FingerTemplate):
    assert extract_finger(image).to_bytes() == template.to_bytes()


def test_two_impressions_of_one_finger_match(template: FingerTemplate):
    assert compare_fingers(template, extract_finger(finger_impression(1, INDEX, 1))).score > SAME


def test_ten_other_fingers_do_not_match(template: FingerTemplate):
    scores = [
        compare_fingers(template, extract_finger(finger_impression(n, INDEX, 0))).score for n in range(2, 12)
    ]

    assert max(scores) < DIFFERENT


def test_the_other_fingers_of_one_person_do_not_match(template: FingerTemplate):
    others = [position for position in FingerPosition if position is not INDEX]
    scores = [
        compare_fingers(template, extract_finger(finger_impression(1, other, 0))).score for other in others
    ]

    assert max(scores) < DIFFERENT


@pytest.mark.parametrize("degrees", [-90, -35, 60, 180])
def test_a_turned_finger_matches_and_the_turn_is_found(
    image: FingerImage, template: FingerTemplate, degrees: int
):
    turned = rotate(image.pixels, -degrees, reshape=True, order=1, cval=255)  # scipy turns against the clock

    found = compare_fingers(template, extract_finger(FingerImage(INDEX, turned)))

    assert found.score > SAME
    apart = (np.degrees(found.turn) - degrees + 180) % 360 - 180
    assert abs(apart) < 3


def test_a_picture_of_1000_dpi_matches_that_of_500_and_pairs_lie_in_its_own_pixels(
    image: FingerImage, template: FingerTemplate
):
    height, width = image.pixels.shape
    fine = np.asarray(Image.fromarray(image.pixels).resize((2 * width, 2 * height), Image.Resampling.BICUBIC))

    pairs = matched_pairs(template, extract_finger(FingerImage(INDEX, fine, 1000.0)), dpi_b=1000.0)

    assert len(pairs) >= 15
    apart = [np.hypot(2 * a[0] - b[0], 2 * a[1] - b[1]) for a, b in pairs]
    assert np.median(apart) < 6


def test_pairs_of_a_shifted_finger_differ_by_the_shift(image: FingerImage, template: FingerTemplate):
    shifted = np.full_like(image.pixels, 255)
    shifted[:-40, 24:] = image.pixels[40:, :-24]

    found = compare_fingers(template, extract_finger(FingerImage(INDEX, shifted)))

    moves = np.array([(b[0] - a[0], b[1] - a[1]) for a, b in found.pairs])
    np.testing.assert_allclose(np.median(moves, axis=0), [24, -40], atol=2)


def test_comparing_is_nearly_the_same_both_ways(template: FingerTemplate):
    other = extract_finger(finger_impression(1, INDEX, 2))

    there, back = compare_fingers(template, other), compare_fingers(other, template)

    assert there.score == pytest.approx(back.score, rel=0.2)


def test_half_a_finger_still_matches(image: FingerImage, template: FingerTemplate):
    half = image.pixels.copy()
    half[:, : half.shape[1] // 2] = 255

    assert compare_fingers(template, extract_finger(FingerImage(INDEX, half))).score > SAME / 2


def test_quality_is_on_the_scale_of_nfiq_2_and_falls_with_noise(image: FingerImage):
    noise = np.random.default_rng(1).normal(0, 70, image.pixels.shape)
    noisy = np.clip(image.pixels + noise, 0, 255).astype(np.uint8)

    good, bad = finger_quality(image), finger_quality(FingerImage(INDEX, noisy))

    assert 0 <= bad < good <= 100
