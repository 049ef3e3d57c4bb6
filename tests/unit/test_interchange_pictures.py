"""One door for the pictures of every edition."""

from datetime import UTC, datetime

import numpy as np
import pytest

from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition, Modality
from rekam.biometric.interchange import CaptureHead, CaptureMoment, FingerImageRecord, FingerRepresentation
from rekam.biometric.interchange.extensible import (
    ExtensibleFace,
    ExtensibleFinger,
    ExtensibleIris,
    ExtensibleRecord,
)
from rekam.biometric.interchange.extensible.code import Code
from rekam.biometric.interchange.extensible.finger import Unit
from rekam.biometric.interchange.face_image_2005 import FaceImageRecord2005, FaceView
from rekam.biometric.interchange.finger_image import Compression, Scale
from rekam.biometric.interchange.finger_image_2005 import FingerImageRecord2005, FingerView
from rekam.biometric.interchange.iris_image_2005 import EyeViews, IrisImageRecord2005, IrisView
from rekam.biometric.interchange.picture_record import read_pictures
from rekam.biometric.picture import decode_grey, encode_jp2, encode_wsq
from rekam.edge.device.record import write_record
from rekam.problem import Problem

GREY = (np.add.outer(np.arange(48) * 5, np.arange(64) * 3) % 256).astype(np.uint8)
COLOUR = np.stack([GREY, GREY[::-1], GREY[:, ::-1]], axis=2)
WSQ = encode_wsq(FingerImage(FingerPosition.LEFT_INDEX, GREY))
JP2 = encode_jp2(GREY)
FACE_JP2 = encode_jp2(COLOUR)
MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
CAPTURED = CaptureMoment.of(MOMENT)

RECORDS = {
    "finger 2011": write_record(FingerImage(FingerPosition.LEFT_INDEX, GREY), 70, MOMENT),
    "finger 2005": FingerImageRecord2005(
        views=(FingerView(position=7, width=64, height=48, image=WSQ),),
        scale=Scale.PER_CENTIMETRE,
        image_rate=(200, 200),
    ).encode(),
    "finger 39794": ExtensibleRecord(
        0x64,
        (ExtensibleFinger(position=Code(7), image_format=Code(1), image=WSQ, rate=(200, Unit.CENTIMETRE)),),
        2019,
    ).encode(),
    "iris 2011": write_record(EyeImage(Eye.LEFT, GREY), 70, MOMENT),
    "iris 2005": IrisImageRecord2005(
        eyes=(EyeViews(2, (IrisView(1, 70, 0, 0, JP2),)),), width=64, height=48
    ).encode(),
    "iris 39794": ExtensibleRecord(
        0x66, (ExtensibleIris(eye=2, image_format=Code(4), image=JP2, moment=CAPTURED),), 2021
    ).encode(),
    "face 2011": write_record(FaceImage(COLOUR), 70, MOMENT),
    "face 2005": FaceImageRecord2005((FaceView(width=64, height=48, image=FACE_JP2),)).encode(),
    "face 39794": ExtensibleRecord(
        0x65, (ExtensibleFace(image_format=Code(3), image=FACE_JP2, size=(64, 48)),), 2019
    ).encode(),
}
MODALITY = {"finger": Modality.FINGER, "iris": Modality.IRIS, "face": Modality.FACE}
PLACE = {"finger": 7, "iris": 2, "face": 0}


@pytest.mark.parametrize("name", RECORDS)
def test_every_edition_gives_its_picture_and_says_what_it_shows(name):
    kind = name.split()[0]
    (picture,) = read_pictures(RECORDS[name])
    assert (picture.modality, picture.place) == (MODALITY[kind], PLACE[kind])
    assert picture.grey().shape == (48, 64)
    assert picture.colour().shape == (48, 64, 3)
    if kind == "finger":
        assert picture.dpi == pytest.approx(500.0 if name.endswith("2011") else 508.0)
        assert np.array_equal(picture.grey(), decode_grey(WSQ))


def finger(image, compression, width=64, height=48):
    one = FingerRepresentation(
        head=CaptureHead(), position=7, width=width, height=height, image=image, compression=compression
    )
    return read_pictures(FingerImageRecord((one,)).encode())[0]


def test_pixels_that_are_not_compressed_are_read_as_they_stand():
    assert np.array_equal(finger(GREY.tobytes(), Compression.NONE).grey(), GREY)
    portable = b"P5\n64 48\n255\n" + GREY.tobytes()
    record = ExtensibleRecord(
        0x64, (ExtensibleFinger(position=Code(7), image_format=Code(0), image=portable),), 2019
    )
    (picture,) = read_pictures(record.encode())
    assert np.array_equal(picture.grey(), GREY)
    assert np.array_equal(picture.colour()[:, :, 1], GREY)


@pytest.mark.parametrize(
    "picture",
    [
        finger(WSQ, Compression.WSQ, width=65),
        finger(GREY.tobytes(), Compression.NONE, width=65),
        finger(GREY.tobytes(), Compression.PACKED),
        finger(b"", Compression.PNG),
    ],
    ids=["another size", "another number of pixels", "packed", "empty"],
)
def test_a_picture_that_is_not_what_its_record_says_is_refused(picture):
    with pytest.raises(Problem) as caught:
        picture.grey()
    assert caught.value.code == "biometric.picture_unreadable"


@pytest.mark.parametrize("record", [b"", b"FIR\x00999\0", b"\x67\x00", b"%PDF-1.7"])
def test_what_is_no_record_of_pictures_is_refused(record):
    with pytest.raises(Problem) as caught:
        read_pictures(record)
    assert caught.value.details["field"] == "format identifier"
