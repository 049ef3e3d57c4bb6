"""Minutiae on a chip, octets written out by hand from ISO/IEC 19794-2:2005 clause 8 and ISO/IEC 7816-11."""

import pytest
from interchange_octets import octets, refused, replaced

from rekam.biometric import FingerPosition
from rekam.biometric.interchange import MinutiaKind
from rekam.biometric.interchange.card_minutiae import (
    CardFormat,
    CardMinutia,
    Order,
    read_card_minutiae,
    write_card_minutiae,
)
from rekam.biometric.interchange.chip_fingers import ChipFinger, read_chip_fingers, write_chip_fingers

COMPACT = (
    CardMinutia(0x64, 0x0E, 20, MinutiaKind.ENDING),
    CardMinutia(0x37, 0x12, 63, MinutiaKind.BIFURCATION),
    CardMinutia(0xFF, 0x00, 0),
)
GROUP = octets("""
7f61 3c            # group of biometric information templates, 60 octets
02 01 02           # two templates
7f60 1b            # 27 octets
a1 0e              # header
81 01 08           # fingerprint
82 01 09           # right index
87 02 0101         # ISO/IEC JTC 1/SC 37
88 02 0005         # minutiae, compact card format
7f2e 08 81 06      # data
640e54 3712bf      # ending at 10.0 mm, 1.4 mm; bifurcation at 5.5 mm, 1.8 mm
7f60 18            # 24 octets
a1 0e 81 01 08 82 01 0a 87 02 0101 88 02 0005    # left index
7f2e 05 81 03 ff0000
""")
FINGERS = (
    ChipFinger(FingerPosition.RIGHT_INDEX, COMPACT[:2]),
    ChipFinger(FingerPosition.LEFT_INDEX, COMPACT[2:]),
)


def test_a_compact_minutia_has_three_octets():
    record = octets("64 0e 54  37 12 bf  ff 00 00")
    assert write_card_minutiae(COMPACT) == record
    assert read_card_minutiae(record) == COMPACT


def test_a_normal_minutia_has_five_octets():
    minutiae = (CardMinutia(1000, 0x3FFF, 255, MinutiaKind.ENDING),)
    record = octets("43e8 3fff ff")
    assert write_card_minutiae(minutiae, CardFormat.NORMAL) == record
    assert read_card_minutiae(record, CardFormat.NORMAL) == minutiae


@pytest.mark.parametrize(
    ("order", "places"),
    [
        (Order.ANY, (0, 1, 2)),
        (Order.X_THEN_Y, (1, 0, 2)),
        (Order.Y_THEN_X, (2, 0, 1)),
        (Order.ANGLE, (2, 0, 1)),
    ],
)
def test_a_card_gets_its_minutiae_in_the_order_it_wants(order, places):
    expected = tuple(COMPACT[place] for place in places)
    assert read_card_minutiae(write_card_minutiae(COMPACT, order=order)) == expected


@pytest.mark.parametrize("minutia", [CardMinutia(256, 0, 0), CardMinutia(0, -1, 0), CardMinutia(0, 0, 64)])
def test_what_does_not_fit_the_card_is_a_mistake_of_the_programmer(minutia):
    with pytest.raises(ValueError, match="does not fit"):
        write_card_minutiae((minutia,))


def test_half_a_minutia_a_reserved_kind_and_too_many_are_refused():
    assert refused(read_card_minutiae, b"\0\0") == "length"
    assert refused(read_card_minutiae, b"\0\0\xc0") == "minutia"
    assert refused(lambda octets: read_card_minutiae(octets, most=1), bytes(6)) == "number of minutiae"
    assert refused(lambda octets: read_card_minutiae(octets, CardFormat.NORMAL), b"\0\0\x40\0\0") == "minutia"


def test_the_two_index_fingers_of_a_chip_are_read_and_written():
    assert read_chip_fingers(GROUP) == FINGERS
    assert write_chip_fingers(FINGERS) == GROUP


def test_every_finger_has_its_own_subtype():
    fingers = tuple(ChipFinger(position, COMPACT) for position in FingerPosition)
    assert read_chip_fingers(write_chip_fingers(fingers)) == fingers


def test_what_else_a_header_says_is_kept():
    # version 1.1 of the header in front of the kind: three lengths grow by four
    with_version = octets("80 02 0101").join((GROUP[:6] + b"\x7f\x60\x1f\xa1\x12", GROUP[11:]))
    with_version = replaced(with_version, 2, b"\x40")
    fingers = read_chip_fingers(with_version)
    assert fingers[0].kept[0].content == b"\1\1"
    assert write_chip_fingers(fingers) == with_version


@pytest.mark.parametrize(
    ("offset", "given", "field"),
    [
        (0, b"\x7f\x60", "tag"),
        (2, b"\x3d", "content"),
        (5, b"\x03", "number of templates"),
        (7, b"\x2e", "biometric information template"),
        (13, b"\x02", "biometric header"),
        (16, b"\x07", "biometric header"),
        (16, b"\x0a", "finger position"),
        (20, b"\x02", "biometric header"),
        (24, b"\x06", "biometric header"),
        (28, b"\x82", "tag"),
    ],
)
def test_a_wrong_field_of_the_group_is_named(offset, given, field):
    assert refused(read_chip_fingers, replaced(GROUP, offset, given)) == field


def test_every_cut_of_a_group_is_refused():
    for length in range(len(GROUP)):
        refused(read_chip_fingers, GROUP[:length])
