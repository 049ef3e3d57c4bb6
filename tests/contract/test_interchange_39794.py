"""Extensible records: octets written out by hand, and an outside ASN.1 compiler that reads the same."""

from pathlib import Path

import asn1tools
import pytest
from interchange_octets import octets, refused, replaced

from rekam.biometric.interchange import CaptureMoment, Limits, QualityBlock
from rekam.biometric.interchange.element import Element
from rekam.biometric.interchange.extensible import (
    ExtensibleFace,
    ExtensibleFinger,
    ExtensibleIris,
    ExtensibleRecord,
    read_face_record,
    read_finger_record,
    read_iris_record,
)
from rekam.biometric.interchange.extensible.code import Code
from rekam.biometric.interchange.extensible.finger import Unit
from rekam.biometric.interchange.extensible.quality import quality_element, read_quality

MOMENT = CaptureMoment(2026, 3, 1, 8)
FINGER = octets("""
64 3a               # application 4, 58 octets
a0 07 80 01 03 81 02 07e3   # generation 3, 2019
a1 2f 30 2d         # one representation
a0 03 80 01 07      # left index
a1 03 80 01 00      # flat on a sensor
a2 03 80 01 01      # WSQ
83 04 ffa0ffa8
a4 0d 80 02 07ea 81 01 03 82 01 01 83 01 08    # 2026-03-01, 8 hours
a7 07 80 02 01f4 81 01 00    # 500 an inch
""")
FINGER_VALUE = ExtensibleFinger(
    position=Code(7),
    image_format=Code(1),
    image=octets("ffa0ffa8"),
    moment=MOMENT,
    rate=(500, Unit.INCH),
)
FACE = octets("""
65 3e               # application 5, 62 octets
a0 07 80 01 03 81 02 07e3
a1 33 30 31
80 01 00            # representation 0
a1 20 a0 1e a0 1c   # base, two dimensions
80 04 ffd8ffe0
a1 14               # about the picture, 20 octets
a0 03 80 01 02      # JPEG
a7 08 80 02 01a4 81 02 0230   # 420 x 560
a9 03 80 01 02      # RGB, 24 bits
a2 0a 80 02 07ea 81 01 03 82 01 01
""")
FACE_VALUE = ExtensibleFace(
    image_format=Code(2),
    image=octets("ffd8ffe0"),
    moment=CaptureMoment(2026, 3, 1),
    size=(420, 560),
    colour=Code(2),
)
IRIS = octets("""
66 38               # application 6, 56 octets
a0 07 80 01 03 81 02 07e5   # generation 3, 2021
a1 2d 30 2b
80 01 02            # left eye
a1 03 80 01 02      # VGA
82 01 08            # eight bits
a3 03 80 01 04      # JPEG 2000, lossy
84 01 01 85 01 01 86 01 01    # upright, not compressed before
a7 0a 80 02 07ea 81 01 03 82 01 01
88 04 ff4fff51
""")
IRIS_VALUE = ExtensibleIris(
    eye=2, image_format=Code(4), image=octets("ff4fff51"), moment=CaptureMoment(2026, 3, 1), kind=Code(2)
)
CASES = [
    (read_finger_record, FINGER, ExtensibleRecord(0x64, (FINGER_VALUE,), 2019)),
    (read_face_record, FACE, ExtensibleRecord(0x65, (FACE_VALUE,), 2019)),
    (read_iris_record, IRIS, ExtensibleRecord(0x66, (IRIS_VALUE,), 2021)),
]
QUALITY = (QualityBlock(73, 0x0101, 0x1234), QualityBlock(255, 1, 2))


@pytest.fixture(scope="module")
def outside():
    return asn1tools.compile_files(str(Path(__file__).with_name("extensible_schema.asn")), "der")


@pytest.mark.parametrize(("read", "record", "value"), CASES)
def test_the_octets_of_the_standard_are_read_and_written(read, record, value):
    assert read(record) == value
    assert value.encode() == record


@pytest.mark.parametrize(("read", "record", "value"), CASES)
def test_every_cut_and_every_addition_is_refused(read, record, value):
    for length in range(len(record)):
        refused(read, record[:length])
    refused(read, record + b"\0\0")


def test_an_outside_compiler_reads_the_same(outside):
    finger = outside.decode("FingerImageDataBlock", FINGER)
    assert finger["versionBlock"] == {"generation": 3, "year": 2019}
    (one,) = finger["representationBlocks"]
    assert one["position"] == ("code", 7)
    assert one["imageData"] == FINGER_VALUE.image
    assert one["spatialSamplingRateBlock"] == {"samplesPerUnit": 500, "unitDimension": 0}
    (one,) = outside.decode("FaceImageDataBlock", FACE)["representationBlocks"]
    flat = one["imageRepresentation"][1][1]
    assert flat["representationData2D"] == FACE_VALUE.image
    assert flat["imageInformation2DBlock"]["imageSizeBlock"] == {"width": 420, "height": 560}
    (one,) = outside.decode("IrisImageDataBlock", IRIS)["representationBlocks"]
    assert (one["eyeLabelCode"], one["imageDataFormat"]) == (2, ("code", 4))


@pytest.mark.parametrize(
    ("name", "read", "record"),
    [
        ("FingerImageDataBlock", read_finger_record, FINGER),
        ("FaceImageDataBlock", read_face_record, FACE),
        ("IrisImageDataBlock", read_iris_record, IRIS),
    ],
)
def test_what_an_outside_compiler_writes_is_read_and_kept(outside, name, read, record):
    value = outside.decode(name, record)
    (one,) = value["representationBlocks"]
    one["qualityBlocks"] = [
        {"algorithmIdBlock": {"organization": 0x0101, "id": 0x1234}, "scoreOrError": ("score", 73)},
        {"algorithmIdBlock": {"organization": 1, "id": 2}, "scoreOrError": ("error", ("code", 0))},
    ]
    written = outside.encode(name, value)
    got = read(written)
    assert got.encode() == written
    (kept,) = got.representations[0].kept
    assert read_quality(kept, "test") == QUALITY
    assert quality_element(kept.head[0] & 0x1F, QUALITY) == kept


def test_a_code_of_a_later_edition_falls_back_and_is_kept():
    later = FINGER.replace(octets("a0 03 80 01 07"), octets("a0 08 a1 06 80 01 00 81 01 63"))
    later = replaced(replaced(replaced(later, 1, b"\x3f"), 12, b"\x34"), 14, b"\x32")
    record = read_finger_record(later)
    assert record.representations[0].position.value == 0
    assert record.representations[0].position.extension is not None
    assert record.encode() == later


def test_an_element_of_a_later_edition_is_kept_in_its_place():
    later = FINGER + octets("bf 21 03 80 01 05")
    later = replaced(later, 1, b"\x40")
    record = read_finger_record(later)
    assert [one.tag for one in record.kept] == [0xBF21]
    assert record.encode() == later


@pytest.mark.parametrize(
    ("offset", "given", "field"),
    [
        (0, b"\x65", "format identifier"),
        (1, b"\x80", "length"),
        (6, b"\x02", "version number"),
        (13, b"\x31", "number of representations"),
        (15, b"\xa1", "tag"),
        (15, b"\x02", "tag"),
        (17, b"\x82", "position"),
        (19, b"\x87", "position"),
        (44, b"\x0d", "capture date and time"),
        (50, b"\x18", "capture date and time"),
        (55, b"\xff", "sampling rate"),
        (57, b"\x01", "tag"),
        (59, b"\x02", "sampling rate"),
    ],
)
def test_a_wrong_field_is_named(offset, given, field):
    assert refused(read_finger_record, replaced(FINGER, offset, given)) == field


def test_longer_lengths_than_needed_are_not_the_distinguished_encoding():
    longer = replaced(FINGER.replace(octets("83 04"), octets("83 81 04")), 1, b"\x3b")
    longer = replaced(replaced(longer, 12, b"\x30"), 14, b"\x2e")
    assert refused(read_finger_record, longer) == "distinguished encoding"


def test_limits_are_kept():
    record = ExtensibleRecord(0x64, (FINGER_VALUE,) * 3, 2019).encode()
    for limits in (Limits(octets=len(record) - 1), Limits(representations=2), Limits(elements=2)):
        refused(lambda given, limits=limits: read_finger_record(given, limits), record)
    refused(lambda given: read_face_record(given, Limits(side=559)), FACE)


def test_an_element_is_written_as_short_as_possible():
    sizes = {
        0: "04 00",
        127: "04 7f",
        128: "04 81 80",
        255: "04 81 ff",
        256: "04 82 0100",
        70000: "04 83 011170",
    }
    for size, head in sizes.items():
        assert Element.of(0x04, bytes(size)).head == octets(head)
