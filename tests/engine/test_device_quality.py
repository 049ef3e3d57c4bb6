"""The quality setting against an outside measure: NFIQ 2 of NIST, on drawn fingers."""

import io

import nbis
import pytest
from PIL import Image

from rekam.biometric import FingerPosition
from rekam.edge.device.simulator import DrawnSubject, Sitter
from rekam.edge.device.simulator.degrade import degrade


@pytest.fixture(scope="module")
def extractor():
    return nbis.new_nbis_extractor(
        nbis.NbisExtractorSettings(
            min_quality=0.0, get_center=False, check_fingerprint=False, compute_nfiq2=True, ppi=500.0
        )
    )


def nfiq_2(extractor, pixels):
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return extractor.extract_minutiae(out.getvalue()).quality().score


def test_a_worse_setting_gives_a_worse_nfiq_2(extractor):
    fingers = [
        DrawnSubject(Sitter(person=person)).finger(FingerPosition.LEFT_INDEX, 1).pixels
        for person in (5, 6, 7)
    ]
    clean, usable, poor, hopeless = (
        sum(nfiq_2(extractor, degrade(finger, quality, (1,))) for finger in fingers) / len(fingers)
        for quality in (90, 60, 40, 20)
    )
    assert clean - 5 > usable
    assert usable - 10 > poor
    assert poor - 2 > hopeless


def test_the_same_drawn_sitter_shows_the_same_finger_and_another_impression_on_the_next_attempt():
    sitter = DrawnSubject(Sitter(person=5, wear=0.3))
    first = sitter.finger(FingerPosition.RIGHT_THUMB, 1)
    assert (sitter.finger(FingerPosition.RIGHT_THUMB, 1).pixels == first.pixels).all()
    second = sitter.finger(FingerPosition.RIGHT_THUMB, 2)
    assert second.pixels.shape != first.pixels.shape or (second.pixels != first.pixels).any()


def test_a_drawn_sitter_has_eyes_and_a_face():
    from rekam.biometric import Eye

    sitter = DrawnSubject(Sitter(person=5, sex="P", age=40, birth_year=1985))
    assert sitter.eye(Eye.LEFT, 1).pixels.shape == (480, 640)
    assert sitter.face(1).pixels.ndim == 3
