"""Finger image records, octets written out by hand from the tables of ISO/IEC 19794-4:2011."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekam.biometric.interchange import (
    CaptureDevice,
    CaptureHead,
    CaptureMoment,
    Certification,
    FingerImageRecord,
    FingerRepresentation,
    Limits,
    QualityBlock,
)
from rekam.biometric.interchange.finger_image import Compression, Scale
from rekam.problem import Problem

GENERAL_HEADER = (
    "46495200"  # "FIR", zero
    "30323000"  # "020", zero
    "00000043"  # record length: 16 + 51
    "0001"  # representations
    "00"  # no certification blocks
    "01"  # one finger position
)
REPRESENTATION = (
    "00000033"  # length 51 = 4 + 9 + 5 + 1 + 5 + 18 + 4 + 5
    "07ea0301080f1e007d"  # 2026-03-01 08:15:30.125
    "030102 0a0b"  # technology 3, vendor 0x0102, type 0x0a0b
    "01"  # one quality block
    "5a 0101 0202"  # score 90
    "07"  # left index
    "00"  # representation number
    "01"  # per inch
    "01f4 01f4 01f4 01f4"  # 500, four times
    "08"  # bits
    "02"  # WSQ
    "00"  # live-scan plain
    "0190 01f4"  # 400 x 500
    "00000005"
    "ffa0010203"
)
RECORD = bytes.fromhex(GENERAL_HEADER + REPRESENTATION.replace(" ", ""))

DECODED = FingerImageRecord(
    (
        FingerRepresentation(
            head=CaptureHead(
                CaptureMoment(2026, 3, 1, 8, 15, 30, 125),
                CaptureDevice(3, 0x0102, 0x0A0B),
                (QualityBlock(90, 0x0101, 0x0202),),
            ),
            position=7,
            width=400,
            height=500,
            image=bytes.fromhex("ffa0010203"),
        ),
    )
)


def refused(record, limits=None):
    with pytest.raises(Problem) as caught:
        FingerImageRecord.decode(record, *([limits] if limits else []))
    assert caught.value.code == "biometric.record_unreadable"
    return caught.value.details["field"]


def replaced(record, offset, octets):
    return record[:offset] + octets + record[offset + len(octets) :]


def written_back(octets):
    try:
        return FingerImageRecord.decode(octets).encode()
    except Problem as problem:
        return problem.code


def test_the_octets_of_the_standard_are_read_field_by_field():
    assert FingerImageRecord.decode(RECORD) == DECODED


def test_the_fields_are_written_as_the_octets_of_the_standard():
    assert DECODED.encode() == RECORD


def test_moment_is_utc():
    moment = DECODED.representations[0].head.moment
    assert moment.moment() == datetime(2026, 3, 1, 8, 15, 30, 125000, UTC)
    assert CaptureMoment.of(datetime.fromisoformat("2026-03-01T15:15:30.125+07:00")) == moment


def test_unknown_moment_is_all_bits_set():
    assert CaptureMoment().encode() == b"\xff" * 9
    assert CaptureMoment().moment() is None


def test_every_cut_of_a_record_is_refused():
    for length in range(len(RECORD)):
        refused(RECORD[:length])


def test_an_octet_more_is_refused():
    assert refused(RECORD + b"\0") == "record length"


@pytest.mark.parametrize(
    ("offset", "octets", "field"),
    [
        (0, b"FAC\0", "format identifier"),
        (4, b"010\0", "version number"),
        (12, b"\0\0", "number of representations"),
        (12, b"\0\2", "representation length"),
        (14, b"\2", "certification flag"),
        (15, b"\2", "number of finger positions"),
        (16, b"\0\0\0\2", "representation length"),
        (42, b"\3", "scale units"),
        (52, b"\7", "compression algorithm"),
        (54, b"\0\0", "image size"),
        (58, b"\0\0\0\6", "image data"),
    ],
)
def test_a_wrong_field_is_named(offset, octets, field):
    assert refused(replaced(RECORD, offset, octets)) == field


def test_limits_are_kept():
    assert refused(RECORD, Limits(octets=len(RECORD) - 1)) == "record length"
    assert refused(RECORD, Limits(side=499)) == "image size"
    twice = FingerImageRecord(DECODED.representations * 2).encode()
    assert refused(twice, Limits(representations=1)) == "number of representations"


u8 = st.integers(0, 0xFF)
u16 = st.integers(0, 0xFFFF)
side = st.integers(1, 4096)
heads = st.builds(
    CaptureHead,
    st.builds(CaptureMoment, u16, u8, u8, u8, u8, u8, u16),
    st.builds(CaptureDevice, u8, u16, u16),
    st.lists(st.builds(QualityBlock, u8, u16, u16), max_size=3).map(tuple),
)
certified_representations = st.builds(
    FingerRepresentation,
    head=heads,
    certifications=st.lists(st.builds(Certification, u16, u8), max_size=3).map(tuple),
    position=u8,
    number=u8,
    scale=st.sampled_from(Scale),
    scan_rate=st.tuples(u16, u16),
    image_rate=st.tuples(u16, u16),
    bit_depth=u8,
    compression=st.sampled_from(Compression),
    impression=u8,
    width=side,
    height=side,
    image=st.binary(max_size=40),
    extended=st.binary(max_size=20),
)


@given(st.lists(certified_representations, min_size=1, max_size=4).map(tuple))
def test_what_is_written_is_read_again(representations):
    record = FingerImageRecord(representations, certified=True)
    assert FingerImageRecord.decode(record.encode()) == record


@given(st.data())
def test_damaged_octets_are_refused_or_written_back_exactly(data):
    offset = data.draw(st.integers(0, len(RECORD) - 1))
    damaged = replaced(RECORD, offset, data.draw(st.binary(min_size=1, max_size=1)))
    assert written_back(damaged) in (damaged, "biometric.record_unreadable")


@given(st.binary(max_size=200))
def test_any_octets_after_the_header_are_refused_by_name(rest):
    length = (14 + len(rest)).to_bytes(4, "big")
    record = b"FIR\x00020\x00" + length + b"\0\1" + rest
    assert written_back(record) in (record, "biometric.record_unreadable")
