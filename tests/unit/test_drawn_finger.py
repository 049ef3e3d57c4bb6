import io

import nbis
import numpy as np
import pytest
from PIL import Image

from rekam.biometric import FingerPosition
from rekam.biometric.drawn import degrade, finger_impression
from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.field import smooth_noise
from rekam.biometric.drawn.finger_class import FingerClass, finger_class
from rekam.biometric.drawn.master import master
from rekam.biometric.drawn.orientation import Singularities, orientation_field
from rekam.biometric.picture import decode_wsq, encode_wsq

INDEX = FingerPosition.RIGHT_INDEX
EXTRACTOR = nbis.new_nbis_extractor(
    nbis.NbisExtractorSettings(
        min_quality=0.0, get_center=False, check_fingerprint=False, compute_nfiq2=True, ppi=500.0
    )
)


def minutiae(image):
    out = io.BytesIO()
    Image.fromarray(image.pixels).save(out, "PNG", compress_level=1)
    return EXTRACTOR.extract_minutiae(out.getvalue())


def poincare_index(field: np.ndarray, x: int, y: int, reach: int = 6) -> float:
    # The flow's turn on a closed path around a point, in whole turns: 1/2 at a core, -1/2 at a delta.
    around = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    path = field[
        np.rint(y - reach * np.sin(around)).astype(int), np.rint(x + reach * np.cos(around)).astype(int)
    ]
    step = np.diff(np.append(path, path[0]))
    step = (step + np.pi / 2) % np.pi - np.pi / 2
    return float(step.sum() / (2 * np.pi))


def test_the_same_impression_is_drawn_twice_alike_and_another_one_differs():
    first = finger_impression(5, INDEX, 0)
    master.cache_clear()
    assert np.array_equal(first.pixels, finger_impression(5, INDEX, 0).pixels)
    assert not np.array_equal(first.pixels, finger_impression(5, INDEX, 1).pixels)
    assert first.pixels.shape == (500, 400)
    assert (first.dpi, first.position) == (500.0, INDEX)


def test_fingers_and_persons_do_not_share_ridges():
    ridges = master(5, INDEX).ridges
    for other in (master(5, FingerPosition.LEFT_INDEX), master(6, INDEX)):
        assert abs(np.corrcoef(ridges.ravel(), other.ridges.ravel())[0, 1]) < 0.1


@pytest.mark.parametrize("kind", list(FingerClass), ids=lambda kind: kind.name)
def test_the_flow_turns_half_around_each_core_and_back_around_each_delta(kind):
    rng = np.random.default_rng(1)
    middle = (230.0, 250.0)
    places = {
        FingerClass.ARCH: Singularities((), (), middle),
        FingerClass.TENTED_ARCH: Singularities((middle,), ((230.0, 340.0),), middle),
        FingerClass.RADIAL_LOOP: Singularities((middle,), ((330.0, 380.0),), middle),
        FingerClass.ULNAR_LOOP: Singularities((middle,), ((130.0, 380.0),), middle),
        FingerClass.WHORL: Singularities(
            ((230.0, 220.0), (230.0, 280.0)), ((100.0, 360.0), (360.0, 360.0)), middle
        ),
    }[kind]
    field = orientation_field(rng, kind, places)
    for points, index in ((places.cores, 0.5), (places.deltas, -0.5)):
        for x, y in points:
            assert poincare_index(field, round(x / p.MASTER_STEP), round(y / p.MASTER_STEP)) == pytest.approx(
                index
            )


def test_an_arch_has_no_point_around_which_the_flow_turns():
    field = orientation_field(
        np.random.default_rng(2), FingerClass.ARCH, Singularities((), (), (230.0, 250.0))
    )
    indices = [poincare_index(field, x, y) for x in range(20, 210, 19) for y in range(20, 270, 19)]
    assert np.abs(indices).max() < 1e-3


def test_ridges_stand_about_nine_pixels_apart():
    # Strongest wave of the picture, by Fourier transform of its middle.
    periods = []
    for person in range(6):
        middle = finger_impression(person, INDEX, 0).pixels[120:376, 72:328].astype(float)
        power = np.abs(
            np.fft.fft2((middle - middle.mean()) * np.hanning(256)[:, None] * np.hanning(256)[None, :])
        )
        frequency = np.hypot(*np.meshgrid(np.fft.fftfreq(256), np.fft.fftfreq(256)))
        rings = [
            power[(frequency > 1 / t - 0.004) & (frequency < 1 / t + 0.004)].mean() for t in range(4, 20)
        ]
        periods.append(4 + int(np.argmax(rings)))
    assert 8 <= np.mean(periods) <= 10.5


def test_shares_of_the_classes_are_those_of_the_published_tables():
    kinds = np.array(
        [[finger_class(person, position) for position in FingerPosition] for person in range(600)]
    )
    shares = np.bincount(kinds.ravel(), minlength=5) / kinds.size
    assert shares[FingerClass.ARCH] == pytest.approx(0.037, abs=0.012)
    assert shares[FingerClass.TENTED_ARCH] == pytest.approx(0.029, abs=0.012)
    assert shares[FingerClass.WHORL] == pytest.approx(0.279, abs=0.04)
    # Fingers of one person resemble each other: the same finger of both hands more often than chance.
    right, left = kinds[:, :5], kinds[:, 5:]
    by_chance = (right == np.roll(left, 1, axis=0)).mean()
    assert (right == left).mean() > by_chance + 0.08


def test_an_ulnar_loop_has_its_delta_on_the_thumb_side():
    found = 0
    for person in range(40):
        for position in FingerPosition:
            if finger_class(person, position) is not FingerClass.ULNAR_LOOP or found == 6:
                continue
            found += 1
            singular = master(person, position).singular
            thumb_side_is_left = position <= FingerPosition.RIGHT_LITTLE
            assert (singular.deltas[0][0] < singular.cores[0][0]) == thumb_side_is_left
    assert found == 6


def test_nist_finds_a_print_of_good_quality():
    for person in range(4):
        found = minutiae(finger_impression(person, INDEX, 0))
        assert 25 <= len(found.get()) <= 95
        assert found.quality().score >= 40


def test_impressions_of_one_finger_match_and_of_two_fingers_do_not():
    first = [minutiae(finger_impression(person, INDEX, 0)) for person in range(5)]
    second = [minutiae(finger_impression(person, INDEX, 1)) for person in range(5)]
    scores = np.array([[a.compare(b) for b in second] for a in first])
    assert np.diag(scores).min() > 40
    assert scores[~np.eye(5, dtype=bool)].max() < 40


def test_wear_lowers_quality():
    score = [
        np.mean([minutiae(finger_impression(k, INDEX, 0, wear=wear)).quality().score for k in range(4)])
        for wear in (0.0, 0.6, 1.0)
    ]
    assert score[0] > score[1] > score[2]
    assert score[2] < 45


def test_pressure_thickens_the_ridges():
    light, heavy = (
        finger_impression(7, INDEX, 0, pressure=k).pixels[150:350, 120:280].mean() for k in (0.0, 1.0)
    )
    assert heavy < light - 20


def test_a_degraded_picture_scores_lower_and_the_given_one_is_untouched():
    image = finger_impression(8, INDEX, 0)
    before = image.pixels.copy()
    poor = degrade(image, 0.4)
    assert minutiae(poor).quality().score < minutiae(image).quality().score - 15
    assert np.array_equal(image.pixels, before)
    assert degrade(image, 1.0) is image


def test_a_finger_as_wsq_takes_8_to_20_kilobytes_and_still_matches():
    image = finger_impression(9, INDEX, 0)
    content = encode_wsq(image)
    assert 8_000 <= len(content) <= 20_000
    assert minutiae(decode_wsq(content, INDEX)).compare(minutiae(image)) > 100


def test_smooth_noise_has_unit_spread():
    noise = np.stack([smooth_noise(np.random.default_rng(k), (200, 200), 7.0) for k in range(10)])
    assert noise.std() == pytest.approx(1.0, abs=0.05)
    assert noise.mean() == pytest.approx(0.0, abs=0.05)
