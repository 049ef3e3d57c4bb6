"""What the station measures of eyes and faces, on drawn pictures and on public faces."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from scipy.ndimage import gaussian_filter, rotate

from rekam.biometric import Eye, EyeImage
from rekam.biometric.drawn import eye_image, portrait
from rekam.biometric.quality import FaceFault, face_quality
from rekam.recording import Cause, Item
from rekam.recording.parameters import FACE_GATE, IRIS_GATE
from rekam.station.judge import Judgement, _eye

FACES = Path(__file__).parents[2].parent / "shared" / "data" / "face_att_orl"


def eye(image: EyeImage) -> Judgement:
    return _eye(image, Item.LEFT_IRIS)


def blurred(pixels, width):
    deviation = (width, width, 0)[: pixels.ndim]
    return np.clip(gaussian_filter(pixels.astype(np.float32), deviation), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("person", range(6))
def test_an_eye_looking_straight_passes_at_once(person):
    judged = eye(eye_image(person, Eye.LEFT, 1))
    assert judged.quality >= 60
    assert judged.cause is None


@pytest.mark.parametrize("person", range(3))
def test_a_half_closed_eye_is_told_to_open(person):
    judged = eye(eye_image(person, Eye.LEFT, 1, opening=0.45))
    assert judged.quality < IRIS_GATE
    assert judged.cause is Cause.IRIS_COVERED


@pytest.mark.parametrize("person", range(3))
def test_a_defocused_eye_is_told_so(person):
    image = eye_image(person, Eye.LEFT, 1)
    judged = eye(replace(image, pixels=blurred(image.pixels, 5)))
    assert judged.quality < IRIS_GATE
    assert judged.cause is Cause.IRIS_BLURRED


def test_an_eye_at_the_edge_is_told_to_come_to_the_middle():
    image = eye_image(0, Eye.LEFT, 1)
    judged = eye(replace(image, pixels=np.ascontiguousarray(image.pixels[:, 185:])))
    assert judged.quality < IRIS_GATE
    assert judged.cause is Cause.IRIS_EDGE


def test_the_score_of_an_eye_falls_as_it_blurs():
    image = eye_image(1, Eye.LEFT, 1)
    scores = [eye(replace(image, pixels=blurred(image.pixels, width))).quality for width in (0.1, 3, 4.5, 6)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1] + 40


def test_a_picture_without_an_eye_is_no_traceback():
    noise = np.random.default_rng(1).integers(0, 255, (480, 640), np.uint8)
    for pixels in (np.zeros((480, 640), np.uint8), np.full((480, 640), 255, np.uint8), noise):
        assert eye(EyeImage(Eye.LEFT, pixels)).quality < IRIS_GATE


@pytest.mark.parametrize("person", range(6))
def test_a_portrait_before_its_cloth_passes_at_once(person):
    pixels = portrait(person, sex="LP"[person % 2], age=20 + 9 * person, birth_year=1980 + person).pixels
    assert face_quality(pixels).score >= 60


def worse(pixels, kind):
    height, width = pixels.shape[:2]
    rows, columns = np.ogrid[0:height, 0:width]
    match kind:
        case FaceFault.BLURRED:
            return blurred(pixels, 6)
        case FaceFault.DARK:
            return (pixels * 0.25).astype(np.uint8)
        case FaceFault.UNEVEN:
            return (pixels * np.linspace(1, 0.05, width)[None, :, None]).astype(np.uint8)
        case FaceFault.BACKGROUND:
            beside = (np.abs(columns / width - 0.5) > 0.38) & (rows < height // 2) & (rows // 20 % 2 == 0)
            return np.where(beside[:, :, None], 255 - pixels // 2, pixels).astype(np.uint8)
        case FaceFault.NO_FACE:
            return np.concatenate([pixels[:, 60:-60], pixels[:, 60:-60]], axis=1)
        case _:
            raise AssertionError(kind)


@pytest.mark.parametrize(
    "kind", [FaceFault.BLURRED, FaceFault.DARK, FaceFault.UNEVEN, FaceFault.BACKGROUND, FaceFault.NO_FACE]
)
def test_a_fault_of_the_portrait_lowers_its_own_component_below_the_gate(kind):
    pixels = portrait(7, sex="L", age=30, birth_year=1980).pixels
    measured = face_quality(worse(pixels, kind))
    assert measured.score < FACE_GATE
    assert kind in {one.fault for one in measured.components if one.score < FACE_GATE}


def test_most_leaning_heads_are_seen_to_lean():
    leaning = [
        next(
            one.value
            for one in face_quality(
                rotate(
                    portrait(person, sex="L", age=30, birth_year=1980).pixels,
                    14,
                    reshape=False,
                    mode="nearest",
                )
            ).components
            if one.fault is FaceFault.TILTED
        )
        for person in range(8)
    ]
    assert np.median(leaning) >= 9


def test_an_empty_picture_has_no_face():
    assert face_quality(np.full((640, 480, 3), 120, np.uint8)).fault is FaceFault.NO_FACE


@pytest.mark.shared
@pytest.mark.skipif(not FACES.is_dir(), reason="the public faces of AT&T are not here")
def test_public_faces_score_lower_when_blurred_and_more_uneven_when_lit_from_a_side():
    softer = more_uneven = seen = 0
    for file in sorted(FACES.glob("s*/1.pgm")):
        small = Image.open(file)
        pixels = np.asarray(small.resize((small.width * 4, small.height * 4), Image.Resampling.BICUBIC))
        lit = (pixels * np.linspace(1, 0.3, pixels.shape[1])).astype(np.uint8)
        plain, soft, side = (
            {one.fault: one.value for one in face_quality(one).components}
            for one in (pixels, blurred(pixels, 8), lit)
        )
        if not all(FaceFault.BLURRED in one for one in (plain, soft, side)):
            continue
        seen += 1
        softer += soft[FaceFault.BLURRED] < plain[FaceFault.BLURRED]
        more_uneven += side[FaceFault.UNEVEN] > plain[FaceFault.UNEVEN]
    assert seen >= 8
    assert softer == seen
    assert more_uneven >= 0.6 * seen
