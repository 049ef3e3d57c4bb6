"""Face image records, octets written out by hand from the tables of ISO/IEC 19794-5:2011."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekam.biometric.interchange import (
    CaptureHead,
    CaptureMoment,
    FaceImageRecord,
    FaceRepresentation,
    Landmark,
    QualityBlock,
)
from rekam.problem import Problem

RECORD = bytes.fromhex(
    (
        "46414300"  # "FAC", zero
        "30333000"  # "030", zero
        "00000052"  # record length: 17 + 65
        "0001"  # representations
        "00"  # certification flag
        "0000"  # temporal semantics
        "00000041"  # representation length 65 = 4 + 9 + 5 + 1 + 5 + 17 + 8 + 11 + 4 + 1
        "07ea0301080f1e007d"
        "00 0000 0000"
        "01 50 0000 0001"  # one quality block, score 80
        "0001"  # one landmark
        "02"  # female
        "03 01"  # eye and hair colour
        "9b"  # 155 cm
        "010203"  # property mask
        "0001"  # expression
        "010203 040506"  # pose and its uncertainty
        "01 31 0064 00c8 0000"  # landmark 1, code 0x31 at (100, 200)
        "01"  # full frontal
        "01"  # JPEG 2000, lossy
        "01e0 0280"  # 480 x 640
        "00"  # sampling level
        "0000"  # post-acquisition processing
        "00"  # cross reference
        "01"  # RGB
        "00000001"
        "ff"
    ).replace(" ", "")
)
DECODED = FaceImageRecord(
    (
        FaceRepresentation(
            head=CaptureHead(CaptureMoment(2026, 3, 1, 8, 15, 30, 125), quality=(QualityBlock(80, 0, 1),)),
            landmarks=(Landmark(1, 0x31, 100, 200),),
            gender=2,
            eye_colour=3,
            hair_colour=1,
            body_height=155,
            properties=b"\1\2\3",
            expression=1,
            pose=b"\1\2\3",
            pose_uncertainty=b"\4\5\6",
            width=480,
            height=640,
            image=b"\xff",
        ),
    )
)


def refused(record):
    with pytest.raises(Problem) as caught:
        FaceImageRecord.decode(record)
    assert caught.value.code == "biometric.record_unreadable"
    return caught.value.details["field"]


def written_back(octets):
    try:
        return FaceImageRecord.decode(octets).encode()
    except Problem as problem:
        return problem.code


def test_the_octets_of_the_standard_are_read_field_by_field():
    assert FaceImageRecord.decode(RECORD) == DECODED


def test_the_fields_are_written_as_the_octets_of_the_standard():
    assert DECODED.encode() == RECORD


def test_every_cut_of_a_record_is_refused():
    for length in range(len(RECORD)):
        refused(RECORD[:length])


@pytest.mark.parametrize(
    ("offset", "octets", "field"),
    [
        (14, b"\1", "certification flag"),
        (41, b"\xff\xff", "landmark point"),
        (66, b"\7", "face image type"),
        (67, b"\4", "image data type"),
        (68, b"\0\0", "image size"),
        (76, b"\5", "colour space"),
        (77, b"\0\0\0\2", "image data"),
    ],
)
def test_a_wrong_field_is_named(offset, octets, field):
    assert refused(RECORD[:offset] + octets + RECORD[offset + len(octets) :]) == field


@given(st.integers(0, len(RECORD) - 1), st.integers(0, 255))
def test_damaged_octets_are_refused_or_written_back_exactly(offset, octet):
    damaged = RECORD[:offset] + bytes([octet]) + RECORD[offset + 1 :]
    assert written_back(damaged) in (damaged, "biometric.record_unreadable")


@given(st.binary(max_size=300), st.binary(max_size=30), st.integers(0, 0xFFFF))
def test_what_is_written_is_read_again(image, extended, temporal):
    one = FaceRepresentation(head=CaptureHead(), width=4096, height=1, image=image, extended=extended)
    record = FaceImageRecord((one,) * 3, temporal)
    assert FaceImageRecord.decode(record.encode()) == record
