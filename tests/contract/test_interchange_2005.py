"""Picture records of the 2005 editions, octets written out by hand from the tables of ISO/IEC 19794."""

import pytest
from interchange_octets import octets, refused, replaced

from rekam.biometric.interchange.face_image_2005 import FaceImageRecord2005, FaceView, FeaturePoint
from rekam.biometric.interchange.finger_image import Compression
from rekam.biometric.interchange.finger_image_2005 import FingerImageRecord2005, FingerView
from rekam.biometric.interchange.iris_image_2005 import (
    NOT_KNOWN,
    EyeViews,
    IrisFormat,
    IrisImageRecord2005,
    IrisView,
)

FACE = octets("""
46414300 30313000   # "FAC" zero, "010" zero
0000003e 0001       # record length 62, one portrait
00000030            # block length 48 = 20 + 8 + 12 + 8
0001                # one feature point
01 02 03            # male, blue eyes, hair code 3
000000 0000         # features and expression not specified
000000 000000       # pose and its uncertainty not specified
01 31 0064 00c8 0000   # MPEG-4 point 3.1 at 100, 200
01 00               # full frontal, JPEG
01a4 0230           # 420 x 560
01 02 0000 0000     # RGB, still camera, device and quality not specified
ffd8ffe000104a46
""")
FACE_VALUE = FaceImageRecord2005(
    (
        FaceView(
            width=420,
            height=560,
            image=octets("ffd8ffe000104a46"),
            jpeg2000=False,
            points=(FeaturePoint(1, 0x31, 100, 200),),
            gender=1,
            eye_colour=2,
            hair_colour=3,
            source=2,
        ),
    )
)
FINGER = octets("""
46495200 30313000   # "FIR" zero, "010" zero
000000000032        # record length 50 = 32 + 18, six octets
0000 001f           # device not specified, level 31
01                  # one finger
01                  # per inch
01f4 01f4 01f4 01f4 # 500, four times
08 02 0000          # eight bits, WSQ, reserved
00000012            # finger record length 18 = 14 + 4
07 01 01 fe 00      # left index, one view, the first, quality not reported, live-scan plain
0190 01f4 00        # 400 x 500, reserved
ffa0ffa8
""")
FINGER_VALUE = FingerImageRecord2005(
    views=(FingerView(position=7, width=400, height=500, image=octets("ffa0ffa8")),)
)
IRIS = octets("""
49495200 30313000   # "IIR" zero, "010" zero
00000053            # record length 83 = 45 + 3 + 11 + 5 + 3 + 11 + 5
0000 02 002d        # device not specified, two eyes, header of 45 octets
0005                # base orientation twice
00c8                # irises of about 200 pixels
000e                # mono JPEG 2000
0280 01e0 08 00     # 640 x 480, eight bits, transformation undefined
30303030303030303030303030303030
01 0001             # right eye, one picture
0001 50 ffff ffff 00000005  # first, quality 80, rotation not known
ff4fff5100
02 0001             # left eye, one picture
0001 50 0100 0010 00000005  # turned by 256 / 65536 of a turn
ff4fff5101
""")
IRIS_VALUE = IrisImageRecord2005(
    eyes=(
        EyeViews(1, (IrisView(1, 80, NOT_KNOWN, NOT_KNOWN, octets("ff4fff5100")),)),
        EyeViews(2, (IrisView(1, 80, 256, 16, octets("ff4fff5101")),)),
    ),
    width=640,
    height=480,
    diameter=200,
)
ALL = [(FaceImageRecord2005, FACE), (FingerImageRecord2005, FINGER), (IrisImageRecord2005, IRIS)]


@pytest.mark.parametrize(
    ("value", "record"), [(FACE_VALUE, FACE), (FINGER_VALUE, FINGER), (IRIS_VALUE, IRIS)]
)
def test_the_octets_of_the_standard_are_read_and_written(value, record):
    assert type(value).decode(record) == value
    assert value.encode() == record


@pytest.mark.parametrize(("kind", "record"), ALL)
def test_every_cut_and_every_addition_is_refused(kind, record):
    for length in range(len(record)):
        refused(kind.decode, record[:length])
    refused(kind.decode, record + b"\0")


@pytest.mark.parametrize(
    ("kind", "record", "offset", "given", "field"),
    [
        (FaceImageRecord2005, FACE, 4, b"030\0", "format identifier"),
        (FaceImageRecord2005, FACE, 12, b"\0\0", "number of facial images"),
        (FaceImageRecord2005, FACE, 18, b"\xff\xff", "feature point"),
        (FaceImageRecord2005, FACE, 42, b"\3", "face image type"),
        (FaceImageRecord2005, FACE, 43, b"\2", "image data type"),
        (FaceImageRecord2005, FACE, 44, b"\xff", "image size"),
        (FaceImageRecord2005, FACE, 48, b"\5", "colour space"),
        (FingerImageRecord2005, FINGER, 8, b"\1", "record length"),
        (FingerImageRecord2005, FINGER, 18, b"\0", "number of fingers"),
        (FingerImageRecord2005, FINGER, 19, b"\0", "scale units"),
        (FingerImageRecord2005, FINGER, 29, b"\7", "compression algorithm"),
        (FingerImageRecord2005, FINGER, 32, b"\0\0\0\3", "finger record length"),
        (FingerImageRecord2005, FINGER, 41, b"\0\0", "image size"),
        (IrisImageRecord2005, IRIS, 4, b"020\0", "version number"),
        (IrisImageRecord2005, IRIS, 14, b"\3", "number of eyes"),
        (IrisImageRecord2005, IRIS, 16, b"\x2e", "record length"),
        (IrisImageRecord2005, IRIS, 22, b"\3", "image format"),
        (IrisImageRecord2005, IRIS, 23, b"\xff", "image size"),
        (IrisImageRecord2005, IRIS, 45, b"\3", "eye label"),
        (IrisImageRecord2005, IRIS, 46, b"\0\0", "number of images"),
        (IrisImageRecord2005, IRIS, 55, b"\x7f\xff\xff\xff", "image data"),
    ],
)
def test_a_wrong_field_is_named(kind, record, offset, given, field):
    assert refused(kind.decode, replaced(record, offset, given)) == field


def test_codes_are_those_of_the_tables():
    assert FINGER_VALUE.compression is Compression.WSQ
    assert IRIS_VALUE.image_format is IrisFormat.MONO_JPEG2000
