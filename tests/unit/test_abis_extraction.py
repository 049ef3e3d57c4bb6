from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from rekam.abis import extract_person
from rekam.abis.face.template import FaceTemplate
from rekam.biometric import FaceImage, FingerPosition, Modality, Sample
from rekam.biometric.picture import decode_colour, encode_jp2
from rekam.problem import Problem

COLOURS = np.arange(96 * 80 * 3, dtype=np.uint32).reshape(96, 80, 3).astype(np.uint8)


class Describer:
    """Knows only coloured portraits."""

    name = "stub-1"

    def describe(self, image: FaceImage) -> FaceTemplate:
        if (image.pixels[..., 0] == image.pixels[..., 2]).all():
            raise Problem("abis.face_not_found", reason="none")
        return FaceTemplate(self.name, np.array([1.0, 0.0], np.float32))


def png(pixels: np.ndarray) -> bytes:
    out = BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def portrait(content: bytes) -> Sample:
    return Sample(Modality.FACE, None, "image/png", content, 60)


SIGNATURE = Sample(Modality.SIGNATURE, None, "image/png", b"line", 254)


def test_a_portrait_is_described_and_a_signature_is_passed_over():
    extraction = extract_person([portrait(png(COLOURS)), SIGNATURE], describer=Describer())

    assert extraction.template.face is not None
    assert extraction.template.face.describer == "stub-1"
    assert dict(extraction.unreadable) == {}


def test_without_a_describer_portraits_are_passed_over():
    extraction = extract_person([portrait(b"no picture"), SIGNATURE])

    assert (extraction.template.face, dict(extraction.unreadable)) == (None, {})


@pytest.mark.parametrize(
    ("content", "code"),
    [(png(COLOURS[..., 0]), "abis.face_not_found"), (b"torn", "biometric.picture_unreadable")],
)
def test_every_failure_to_enrol_is_named(content: bytes, code: str):
    broken = Sample(Modality.FINGER, FingerPosition.LEFT_RING, "image/x-wsq", b"\xff\xa0 torn", 60)
    extraction = extract_person([portrait(content), broken], describer=Describer(), workers=2)

    assert {item: problem.code for item, problem in extraction.unreadable.items()} == {
        (Modality.FACE, None): code,
        (Modality.FINGER, FingerPosition.LEFT_RING): "biometric.picture_unreadable",
    }


@pytest.mark.parametrize("pixels", [COLOURS, COLOURS[..., 0]], ids=["colour", "grey"])
@pytest.mark.parametrize("encode", [png, encode_jp2], ids=["png", "jp2"])
def test_portraits_come_in_three_layers(pixels, encode):
    found = decode_colour(encode(pixels))

    assert found.shape == (96, 80, 3)
    assert (pixels.ndim == 3) or (found[..., 0] == found[..., 2]).all()
