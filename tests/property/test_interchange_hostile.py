"""Whatever octets come: a value that writes them back exactly, or a named problem; never anything else."""

import tracemalloc
from functools import cache

import interchange_values as drawn
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.abis.interchange.minutiae_record import templates_of
from rekam.biometric import FingerImage, FingerPosition
from rekam.biometric.interchange import (
    CaptureHead,
    FaceImageRecord,
    FaceRepresentation,
    FingerImageRecord,
    FingerMinutiaeRecord,
    FingerRepresentation,
    IrisImageRecord,
    IrisRepresentation,
    Landmark,
    Minutia,
    MinutiaeRepresentation,
    QualityBlock,
)
from rekam.biometric.interchange.chip_fingers import read_chip_fingers, write_chip_fingers
from rekam.biometric.interchange.element import read_elements
from rekam.biometric.interchange.extended_data import read_blocks
from rekam.biometric.interchange.extensible import read_face_record, read_finger_record, read_iris_record
from rekam.biometric.interchange.face_image_2005 import FaceImageRecord2005
from rekam.biometric.interchange.finger_image_2005 import FingerImageRecord2005
from rekam.biometric.interchange.finger_minutiae_2005 import FingerMinutiaeRecord2005
from rekam.biometric.interchange.iris_image_2005 import IrisImageRecord2005
from rekam.biometric.interchange.minutiae_record import read_minutiae_record
from rekam.biometric.interchange.picture_record import read_pictures
from rekam.biometric.picture import encode_jp2, encode_wsq
from rekam.problem import Problem

HEAD = CaptureHead(quality=(QualityBlock(70),))
FINGER = FingerRepresentation(head=HEAD, position=2, width=40, height=40, image=b"picture", extended=b"more")
FACE = FaceRepresentation(head=HEAD, width=40, height=40, image=b"picture", landmarks=(Landmark(1, 2, 3, 4),))
IRIS = IrisRepresentation(head=HEAD, eye=1, width=40, height=40, image=b"picture")
VALUES = {
    "finger 2011": (FingerImageRecord.decode, st.just(FingerImageRecord((FINGER, FINGER)))),
    "face 2011": (FaceImageRecord.decode, st.just(FaceImageRecord((FACE,)))),
    "iris 2011": (IrisImageRecord.decode, st.just(IrisImageRecord((IRIS, IRIS)))),
    "minutiae 2005": (FingerMinutiaeRecord2005.decode, drawn.minutiae_2005()),
    "minutiae 2011": (FingerMinutiaeRecord.decode, drawn.minutiae_2011()),
    "finger 2005": (FingerImageRecord2005.decode, drawn.fingers_2005),
    "face 2005": (FaceImageRecord2005.decode, drawn.faces_2005),
    "iris 2005": (IrisImageRecord2005.decode, drawn.irises_2005),
    "finger 39794": (read_finger_record, drawn.fingers_39794),
    "face 39794": (read_face_record, drawn.faces_39794),
    "iris 39794": (read_iris_record, drawn.irises_39794),
}
LIES = (
    b"\0\0\0\0",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\0\0\xff\xff",
    b"\x80",
    b"\x84\xff\xff\xff\xff",
)


def damages(octets):
    """Flipped bits, other octets, lies where a length may stand, a cut, a tail."""
    place = st.integers(0, max(len(octets) - 1, 0))
    return st.lists(
        st.tuples(st.just("flip"), place, st.integers(0, 7))
        | st.tuples(st.just("lie"), place, st.sampled_from(LIES))
        | st.tuples(st.just("cut"), place, st.none())
        | st.tuples(st.just("tail"), place, st.binary(min_size=1, max_size=8))
        | st.tuples(st.just("insert"), place, st.binary(min_size=1, max_size=3)),
        min_size=1,
        max_size=3,
    )


def damaged(octets, changes):
    for what, place, how in changes:
        at = min(place, len(octets))
        match what:
            case "flip" if at < len(octets):
                octets = octets[:at] + bytes((octets[at] ^ 1 << how,)) + octets[at + 1 :]
            case "lie":
                octets = octets[:at] + how + octets[at + len(how) :]
            case "cut":
                octets = octets[:at]
            case "tail":
                octets += how
            case "insert":
                octets = octets[:at] + how + octets[at:]
    return octets


def read_or_problem(read, octets):
    try:
        return read(octets)
    except Problem as problem:
        return problem.code


@pytest.mark.parametrize("kind", VALUES)
@settings(max_examples=25)
@given(data=st.data())
def test_a_damaged_record_is_refused_or_written_back_exactly(kind, data):
    read, values = VALUES[kind]
    octets = data.draw(values).encode()
    given_octets = damaged(octets, data.draw(damages(octets)))
    got = read_or_problem(read, given_octets)
    if got != "biometric.record_unreadable":
        assert got.encode() == given_octets


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_chip_is_refused_or_written_back_exactly(data):
    octets = write_chip_fingers(data.draw(drawn.chips()))
    given_octets = damaged(octets, data.draw(damages(octets)))
    got = read_or_problem(read_chip_fingers, given_octets)
    if got != "biometric.record_unreadable":
        assert write_chip_fingers(got) == given_octets


@settings(max_examples=100)
@given(
    st.sampled_from((b"FMR\0 20\0", b"FMR\x00030\0", b"FIR\x00020\0", b"FIR\x00010\0", b"FAC\x00030\0",
                     b"FAC\x00010\0", b"IIR\x00020\0", b"IIR\x00010\0", b"\x64", b"\x65", b"\x66", b"")),
    st.binary(max_size=120),
)  # fmt: skip
def test_random_octets_behind_any_start_are_a_value_or_a_problem(start, rest):
    for read in (read_pictures, read_minutiae_record):
        for octets in (start + rest, start + (len(start + rest) + 4).to_bytes(4, "big") + rest):
            got = read_or_problem(read, octets)
            assert got == "biometric.record_unreadable" or not isinstance(got, str)


@settings(max_examples=150)
@given(st.binary(max_size=80))
def test_random_elements_and_areas_are_a_value_or_a_problem(octets):
    elements = read_or_problem(lambda given: read_elements(given, "test"), octets)
    if not isinstance(elements, str):
        assert b"".join(one.encode() for one in elements) == octets
    blocks = read_or_problem(lambda given: read_blocks(given, "test"), octets)
    assert blocks == "biometric.record_unreadable" or sum(4 + len(one.data) for one in blocks) == len(octets)


@settings(max_examples=50)
@given(st.data())
def test_templates_of_any_readable_record_are_sound_or_refused_by_name(data):
    record = data.draw(drawn.minutiae_2005() | drawn.minutiae_2011())
    found = read_or_problem(templates_of, record)
    if not isinstance(found, str):
        for _, template in found:
            assert int(template.x.max()) < template.width
            assert int(template.y.max()) < template.height
            assert template.flow.shape == (-(-template.height // 16), -(-template.width // 16))
    else:
        assert found == "abis.finger_unreadable"


@cache
def pictures():
    pixels = (np.add.outer(np.arange(48) * 5, np.arange(48) * 3) % 256).astype(np.uint8)
    wsq = encode_wsq(FingerImage(FingerPosition.LEFT_INDEX, pixels))
    finger = FingerRepresentation(head=HEAD, position=7, width=48, height=48, image=wsq)
    iris = IrisRepresentation(head=HEAD, eye=2, width=48, height=48, image=encode_jp2(pixels))
    return FingerImageRecord((finger,)).encode(), IrisImageRecord((iris,)).encode()


@settings(max_examples=80)
@given(st.integers(0, 1), st.data())
def test_a_damaged_picture_in_a_record_gives_pixels_of_its_size_or_a_problem(which, data):
    octets = pictures()[which]
    given_octets = damaged(octets, data.draw(damages(octets)))
    got = read_or_problem(lambda record: [one.grey().shape for one in read_pictures(record)], given_octets)
    assert got == [(48, 48)] or got.startswith("biometric.")


@pytest.mark.parametrize(
    ("read", "octets"),
    [
        (FaceImageRecord.decode, FaceImageRecord((FACE,)).encode()),
        (FaceImageRecord2005.decode, bytes.fromhex("46414300303130000000002200010000 0014 ffff".replace(" ", "")) + bytes(16)),
        (read_minutiae_record, FingerMinutiaeRecord((MinutiaeRepresentation(
            head=HEAD, position=1, width=9, height=9, minutiae=(Minutia(1, 2, 3),)),)).encode()),
        (lambda octets: read_elements(octets, "test"), b"\x30\x84\xff\xff\xff\xff"),
        (read_chip_fingers, b"\x7f\x61\x84\x7f\xff\xff\xff"),
    ],
)  # fmt: skip
def test_what_a_record_claims_costs_nothing_before_it_is_there(read, octets):
    tracemalloc.start()
    try:
        for at in range(len(octets) - 1):
            read_or_problem(read, octets[:at] + b"\xff\xff" + octets[at + 2 :])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 1_000_000
