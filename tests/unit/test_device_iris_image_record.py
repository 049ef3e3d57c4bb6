"""Iris image records, octets written out by hand from the tables of ISO/IEC 19794-6:2011."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekam.biometric.interchange import CaptureHead, CaptureMoment, IrisImageRecord, IrisRepresentation
from rekam.biometric.interchange.iris_image import IrisImageFormat, IrisImageType
from rekam.problem import Problem

RECORD = bytes.fromhex(
    (
        "49495200"  # "IIR", zero
        "30323000"  # "020", zero
        "0000004a"  # record length: 16 + 58
        "0001"  # representations
        "00"  # certification flag
        "01"  # one eye
        "0000003a"  # representation length 58 = 4 + 9 + 5 + 1 + 2 + 27 + 4 + 6
        "07ea0301080f1e007d"
        "00 0000 0000"  # device not specified
        "00"  # no quality block
        "0001"  # representation number
        "02"  # left eye
        "02"  # VGA
        "0a"  # mono JPEG 2000
        "45"  # base orientation twice, not compressed before
        "0280 01e0"  # 640 x 480
        "08"  # bits
        "0000"  # distance not known
        "ffff ffff"  # roll angle not known
        "013e 0142 00ee 00f2"  # centre 318-322, 238-242
        "00c8 00d2"  # diameter 200-210
        "00000006"
        "ff4fff510007"
    ).replace(" ", "")
)
DECODED = IrisImageRecord(
    (
        IrisRepresentation(
            head=CaptureHead(CaptureMoment(2026, 3, 1, 8, 15, 30, 125)),
            eye=2,
            image_type=IrisImageType.VGA,
            width=640,
            height=480,
            centre_x=(318, 322),
            centre_y=(238, 242),
            diameter=(200, 210),
            image=bytes.fromhex("ff4fff510007"),
        ),
    )
)


def refused(record):
    with pytest.raises(Problem) as caught:
        IrisImageRecord.decode(record)
    assert caught.value.code == "biometric.record_unreadable"
    return caught.value.details["field"]


def written_back(octets):
    try:
        return IrisImageRecord.decode(octets).encode()
    except Problem as problem:
        return problem.code


def test_the_octets_of_the_standard_are_read_field_by_field():
    assert IrisImageRecord.decode(RECORD) == DECODED


def test_the_fields_are_written_as_the_octets_of_the_standard():
    assert DECODED.encode() == RECORD


def test_every_cut_of_a_record_is_refused():
    for length in range(len(RECORD)):
        refused(RECORD[:length])


@pytest.mark.parametrize(
    ("offset", "octets", "field"),
    [
        (14, b"\1", "certification flag"),
        (15, b"\2", "number of eyes"),
        (37, b"\3", "eye label"),
        (38, b"\5", "image type"),
        (39, b"\1", "image format"),
        (41, b"\xff\xff", "image size"),
        (64, b"\0\0\0\5", "representation length"),
    ],
)
def test_a_wrong_field_is_named(offset, octets, field):
    assert refused(RECORD[:offset] + octets + RECORD[offset + len(octets) :]) == field


@given(
    st.integers(0, 2),
    st.sampled_from(IrisImageType),
    st.sampled_from(IrisImageFormat),
    st.lists(st.integers(0, 0xFFFF), min_size=9, max_size=9),
    st.binary(max_size=50),
)
def test_what_is_written_is_read_again(eye, image_type, image_format, numbers, image):
    one = IrisRepresentation(
        head=CaptureHead(),
        eye=eye,
        image_type=image_type,
        image_format=image_format,
        number=numbers[0],
        width=1 + numbers[1] % 4096,
        height=1 + numbers[2] % 4096,
        distance=numbers[3],
        roll=numbers[4],
        roll_uncertainty=numbers[5],
        centre_x=(numbers[6], numbers[7]),
        diameter=(numbers[8], numbers[8]),
        image=image,
    )
    record = IrisImageRecord((one, one))
    assert IrisImageRecord.decode(record.encode()) == record


@given(st.integers(0, len(RECORD) - 1), st.integers(0, 255))
def test_damaged_octets_are_refused_or_written_back_exactly(offset, octet):
    damaged = RECORD[:offset] + bytes([octet]) + RECORD[offset + 1 :]
    assert written_back(damaged) in (damaged, "biometric.record_unreadable")
