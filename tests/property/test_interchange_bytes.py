"""Read, then written: every record keeps its octets; written, then read: every value keeps its meaning."""

import interchange_values as drawn
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.biometric.interchange import FingerMinutiaeRecord
from rekam.biometric.interchange.chip_fingers import read_chip_fingers, write_chip_fingers
from rekam.biometric.interchange.extended_data import read_blocks
from rekam.biometric.interchange.extensible import read_face_record, read_finger_record, read_iris_record
from rekam.biometric.interchange.face_image_2005 import FaceImageRecord2005
from rekam.biometric.interchange.finger_image_2005 import FingerImageRecord2005
from rekam.biometric.interchange.finger_minutiae_2005 import FingerMinutiaeRecord2005
from rekam.biometric.interchange.iris_image_2005 import IrisImageRecord2005
from rekam.biometric.interchange.ridge_count import Neighbours, RidgeCounts
from rekam.biometric.interchange.singular_point import CoresAndDeltas, SingularPoint
from rekam.biometric.interchange.zonal_quality import ZonalQuality

KINDS = {
    "minutiae 2005": (drawn.minutiae_2005(), FingerMinutiaeRecord2005.decode),
    "minutiae 2011": (drawn.minutiae_2011(), FingerMinutiaeRecord.decode),
    "finger 2005": (drawn.fingers_2005, FingerImageRecord2005.decode),
    "face 2005": (drawn.faces_2005, FaceImageRecord2005.decode),
    "iris 2005": (drawn.irises_2005, IrisImageRecord2005.decode),
    "finger 39794": (drawn.fingers_39794, read_finger_record),
    "face 39794": (drawn.faces_39794, read_face_record),
    "iris 39794": (drawn.irises_39794, read_iris_record),
}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25)
@given(data=st.data())
def test_what_is_written_is_read_again(kind, data):
    values, read = KINDS[kind]
    value = data.draw(values)
    octets = value.encode()
    assert read(octets) == value
    assert read(octets).encode() == octets


@settings(max_examples=60)
@given(drawn.chips())
def test_fingers_of_a_chip_are_read_again(fingers):
    assert read_chip_fingers(write_chip_fingers(fingers)) == fingers


@settings(max_examples=60)
@given(drawn.areas)
def test_an_extended_data_area_adds_up_one_way(area):
    assert b"".join(block.encode() for block in read_blocks(area, "test")) == area


points = st.integers(0, 0x3FFF)
cores = drawn.several(st.builds(SingularPoint, points, points, st.just(()) | st.tuples(drawn.u8)))
deltas = drawn.several(
    st.builds(SingularPoint, points, points, st.just(()) | st.tuples(drawn.u8, drawn.u8, drawn.u8))
)
edges = drawn.several(st.tuples(st.integers(0, 20), st.integers(0, 20), drawn.u8), 5)


@settings(max_examples=60)
@given(st.builds(CoresAndDeltas, cores, deltas), st.builds(RidgeCounts, st.sampled_from(Neighbours), edges))
def test_singular_points_and_ridge_counts_are_read_again(points, counts):
    assert CoresAndDeltas.of(points.block(), "test") == points
    assert RidgeCounts.of(counts.block(), 21, "test") == counts


@settings(max_examples=60)
@given(st.data())
def test_zonal_quality_is_read_again(data):
    cell, size = (data.draw(st.tuples(st.integers(1, 40), st.integers(1, 40))) for _ in range(2))
    bits = data.draw(st.integers(1, 8))
    cells = -(-size[0] // cell[0]) * -(-size[1] // cell[1])
    values = tuple(at * 7 % (1 << bits) for at in range(cells))
    named = data.draw(st.booleans())
    zones = ZonalQuality(cell, bits, values, (1, 2) if named else None)
    assert ZonalQuality.of(zones.block(), size, "test", named=named) == zones
