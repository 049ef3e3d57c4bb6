"""Minutiae records, octets written out by hand from the tables of ISO/IEC 19794-2."""

from datetime import UTC, datetime

import pytest
from interchange_octets import octets, refused, replaced

from rekam.biometric.interchange import CaptureHead, CaptureMoment, Limits, Minutia, MinutiaKind, QualityBlock
from rekam.biometric.interchange.extended_data import ExtendedBlock, read_blocks, write_blocks
from rekam.biometric.interchange.finger_minutiae import (
    NOT_REPORTED,
    FingerMinutiaeRecord,
    MinutiaeRepresentation,
    RidgeEnding,
)
from rekam.biometric.interchange.finger_minutiae_2005 import FingerMinutiaeRecord2005, MinutiaeView
from rekam.biometric.interchange.minutiae_record import read_minutiae_record
from rekam.biometric.interchange.ridge_count import Neighbours, RidgeCounts
from rekam.biometric.interchange.singular_point import CoresAndDeltas, SingularPoint
from rekam.biometric.interchange.zonal_quality import ZonalQuality

MINUTIAE = (
    Minutia(100, 14, 0x50, MinutiaKind.ENDING, 90),
    Minutia(164, 17, 0x3C, MinutiaKind.BIFURCATION, 80),
    Minutia(55, 18, 0x10, MinutiaKind.OTHER, 0),
)
EDITION_2005 = octets("""
464d5200 20323000   # "FMR" zero, " 20" zero
0000003e            # record length: 24 + 32 + 6
0000                # device not specified
0190 01f4           # 400 x 500
00c5 00c5           # 197 pixels per centimetre, twice
02 00               # two views, reserved
07 00 50 03         # left index, first view, live-scan plain, quality 80, three minutiae
4064 000e 50 5a     # ending at 100, 14; 112.5 degrees; quality 90
80a4 0011 3c 50     # bifurcation at 164, 17; 84.375 degrees; quality 80
0037 0012 10 00     # either at 55, 18; 22.5 degrees; quality not reported
0008                # extended data: eight octets
0001 0008           # ridge counts, eight octets with these four
00 00 02 05         # chosen freely; between minutiae 0 and 2 five ridges
02 12 5b 00         # right index, second view, latent, quality 91, no minutiae
0000                # no extended data
""")
VALUE_2005 = FingerMinutiaeRecord2005(
    views=(
        MinutiaeView(position=7, minutiae=MINUTIAE, quality=80, extended=bytes.fromhex("0001000800000205")),
        MinutiaeView(position=2, minutiae=(), number=1, impression=2, quality=91),
    ),
    width=400,
    height=500,
)
EDITION_2011 = octets("""
464d5200 30333000   # "FMR" zero, "030" zero
00000045            # record length: 15 + 54
0001 00             # one representation, no certification blocks
00000036            # representation length 54 = 4 + 9 + 5 + 6 + 13 + 15 + 2
07ea0301080f1e007d  # 2026-03-01 08:15:30.125
00 0000 0000        # device not specified
01 5a 0101 0202     # one quality block: 90
07 00               # left index, first
00c5 00c5           # 197 pixels per centimetre, twice
00                  # live-scan plain
0190 01f4           # 400 x 500
51                  # five octets a minutia; ridge endings placed at the end of the ridge
03
4064 000e 50
80a4 0011 3c
0037 0012 10
0000                # no extended data
""")
VALUE_2011 = FingerMinutiaeRecord(
    (
        MinutiaeRepresentation(
            head=CaptureHead(
                CaptureMoment.of(datetime(2026, 3, 1, 8, 15, 30, 125000, UTC)),
                quality=(QualityBlock(90, 0x0101, 0x0202),),
            ),
            position=7,
            width=400,
            height=500,
            minutiae=tuple(Minutia(one.x, one.y, one.angle, one.kind, NOT_REPORTED) for one in MINUTIAE),
            ridge_ending=RidgeEnding.RIDGE_END,
            with_quality=False,
        ),
    )
)


@pytest.mark.parametrize(("record", "value"), [(EDITION_2005, VALUE_2005), (EDITION_2011, VALUE_2011)])
def test_the_octets_of_both_editions_are_read_and_written(record, value):
    assert read_minutiae_record(record) == value
    assert value.encode() == record


@pytest.mark.parametrize("record", [EDITION_2005, EDITION_2011])
def test_every_cut_of_a_record_is_refused(record):
    for length in range(len(record)):
        refused(read_minutiae_record, record[:length])


@pytest.mark.parametrize(
    ("record", "offset", "given", "field"),
    [
        (EDITION_2005, 0, b"FIR\0", "format identifier"),
        (EDITION_2005, 11, b"\x3f", "record length"),
        (EDITION_2005, 14, b"\0\0", "image size"),
        (EDITION_2005, 18, b"\0\0", "sampling rate"),
        (EDITION_2005, 22, b"\0", "number of views"),
        (EDITION_2005, 22, b"\3", "view"),
        (EDITION_2005, 23, b"\1", "reserved octet"),
        (EDITION_2005, 28, b"\xc0", "minutia type"),
        (EDITION_2005, 28, b"\x41\x90", "minutia position"),
        (EDITION_2005, 30, b"\x40\0", "minutia position"),
        (EDITION_2005, 46, b"\0\x07", "extended data"),
        (EDITION_2005, 46, b"\xff\xff", "extended data"),
        (EDITION_2011, 4, b"020\0", "version number"),
        (EDITION_2011, 14, b"\2", "certification flag"),
        (EDITION_2011, 14, b"\1", "view"),
        (EDITION_2011, 41, b"\0\0", "sampling rate"),
        (EDITION_2011, 50, b"\x41", "minutia field length"),
        (EDITION_2011, 50, b"\x52", "ridge ending type"),
        (EDITION_2011, 48, b"\0\x12", "minutia position"),
        (EDITION_2011, 51, b"\xff", "minutia"),
    ],
)
def test_a_wrong_field_is_named(record, offset, given, field):
    assert refused(read_minutiae_record, replaced(record, offset, given)) == field


def test_limits_are_kept():
    for limits in (Limits(octets=61), Limits(side=499), Limits(representations=1), Limits(least_rate=198)):
        refused(lambda record, limits=limits: read_minutiae_record(record, limits), EDITION_2005)
    for limits in (Limits(octets=68), Limits(side=499), Limits(least_rate=198)):
        refused(lambda record, limits=limits: read_minutiae_record(record, limits), EDITION_2011)


def test_a_record_as_the_binding_of_nbis_writes_it_is_refused():
    # Its header has no device and its views no number of minutiae in the right place: 26 octets, not 28.
    record = octets("464d5200 20323000 00000020 0000 0168 0190 0000 0000 0000 0001 40b2 00c9 403d")
    refused(read_minutiae_record, record)


def test_ridge_counts_name_two_minutiae_of_the_view():
    (block,) = VALUE_2005.views[0].blocks
    counts = RidgeCounts.of(block, 3, "test")
    assert counts == RidgeCounts(Neighbours.ANY, ((0, 2, 5),))
    assert counts.block() == block
    refused(lambda data: RidgeCounts.of(ExtendedBlock(1, data), 2, "test"), block.data)


def test_makers_may_or_may_not_count_the_head_of_a_block():
    with_head = octets("0101 0006 abcd  0102 0005 ef")
    without = octets("0101 0002 abcd  0102 0001 ef")
    blocks = (ExtendedBlock(0x0101, b"\xab\xcd"), ExtendedBlock(0x0102, b"\xef"))
    assert read_blocks(with_head, "test") == read_blocks(without, "test") == blocks
    assert write_blocks(blocks) == with_head
    assert refused(lambda area: read_blocks(area, "test"), octets("0101 0007 abcd")) == "extended data"


def test_cores_have_one_angle_and_deltas_three_or_none():
    data = octets("""
        02  4032 0064 40   # core at 50, 100 with its angle
            003c 006e      # core at 60, 110 without
        01  4046 00c8 10 60 b0
    """)
    points = CoresAndDeltas(
        (SingularPoint(50, 100, (64,)), SingularPoint(60, 110)), (SingularPoint(70, 200, (16, 96, 176)),)
    )
    assert CoresAndDeltas.of(ExtendedBlock(2, data), "test") == points
    assert points.block() == ExtendedBlock(2, data)
    for wrong in (b"\x10" + data[1:], data[:-1], data + b"\0", replaced(data, 1, b"\x80")):
        refused(lambda octets: CoresAndDeltas.of(ExtendedBlock(2, octets), "test"), wrong)


@pytest.mark.parametrize(("head", "algorithm"), [("", None), ("0101 0203", (0x0101, 0x0203))])
def test_zonal_quality_packs_its_values_without_gaps(head, algorithm):
    # 50 x 40 pixels in cells of 20 x 20: three columns, two rows, six values of three bits = 18 bits
    data = octets(head + "14 14 03") + bytes((0b00000101, 0b00111001, 0b01000000))
    zones = ZonalQuality((20, 20), 3, (0, 1, 2, 3, 4, 5), algorithm)
    block = ExtendedBlock(3, data)
    assert ZonalQuality.of(block, (50, 40), "test", named=algorithm is not None) == zones
    assert zones.block() == block
    refused(
        lambda given: ZonalQuality.of(ExtendedBlock(3, given), (50, 40), "test", named=bool(head)), data[:-1]
    )
