"""Face templates, their comparison, and the describers' contract; no face of anybody is read here."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekam.abis import PersonTemplate
from rekam.abis.evaluation.face_protocol import face_scores
from rekam.abis.face import parameters
from rekam.abis.face.matcher import compare_faces, face_ratio, faces_evidence
from rekam.abis.face.template import FaceTemplate, face_template, unit_template
from rekam.biometric import FaceImage
from rekam.problem import Problem

HOUSE = "dlib-resnet-1"


def face(seed: int, describer: str = HOUSE, numbers: int = 128) -> FaceTemplate:
    return face_template(describer, np.random.default_rng(seed).normal(0, 0.12, numbers))


def moved(one: FaceTemplate, distance: float) -> FaceTemplate:
    """A face at a distance from another."""
    vector = one.length * one.vector.astype(np.float64)
    vector[0] += distance
    return face_template(one.describer, vector)


def test_a_face_template_is_head_name_and_two_bytes_a_number():
    assert len(face(1).to_bytes()) == 9 + len(HOUSE) + 256


@given(st.integers(0, 1000), st.integers(1, 512))
def test_a_face_template_reads_back_byte_for_byte(seed: int, numbers: int):
    data = face(seed, "made/here 2", numbers).to_bytes()

    assert FaceTemplate.from_bytes(data).to_bytes() == data


@given(st.binary(max_size=600))
def test_foreign_bytes_are_no_face(data: bytes):
    with pytest.raises(Problem, match="template_unreadable"):
        FaceTemplate.from_bytes(data)


def test_numbers_that_are_none_are_refused():
    data = bytearray(face(1).to_bytes())
    data[-2:] = b"\x00\x7e"  # half precision's "not a number"

    with pytest.raises(Problem, match="template_unreadable"):
        FaceTemplate.from_bytes(bytes(data))


def test_a_person_with_a_face_is_version_two_and_without_one_still_version_one():
    without = PersonTemplate().to_bytes()
    data = PersonTemplate(face=face(3)).to_bytes()

    assert (without[4], data[4]) == (1, 2)
    again = PersonTemplate.from_bytes(data)
    assert again.face is not None
    assert again.to_bytes() == data
    assert PersonTemplate.from_bytes(without).face is None


def test_distance_is_measured_between_descriptors_and_not_between_directions():
    one = face(4)

    assert compare_faces(one, moved(one, 0.3)) == pytest.approx(0.3, abs=2e-3)
    assert compare_faces(one, one) == 0


def test_directions_alone_have_length_one():
    assert unit_template("network", np.array([3.0, 4.0])).length == 1


def test_vectors_of_two_describers_say_nothing_to_each_other():
    one, other = face(5), face(5, "another 1")

    assert compare_faces(one, other) is None
    assert face_ratio(one, other) is None
    assert faces_evidence(one, other) == 0


def test_an_unknown_network_may_be_compared_but_does_not_weigh():
    one, other = face(6, "licensed 3"), face(7, "licensed 3")

    assert compare_faces(one, other) is not None
    assert faces_evidence(one, other) == 0


@given(st.floats(0, 2))
def test_a_face_counts_less_than_one_good_finger_and_less_the_further_away(distance: float):
    one = face(8)
    near, far = faces_evidence(one, moved(one, distance)), faces_evidence(one, moved(one, distance + 0.1))

    assert parameters.EVIDENCE_RANGE[0] <= far <= near <= parameters.EVIDENCE_RANGE[1] < 5


class Reader:
    """Reads the descriptor off the picture; a black picture shows no face."""

    name = HOUSE

    def describe(self, image: FaceImage) -> FaceTemplate:
        if not image.pixels.any():
            raise Problem("abis.face_not_found", reason="face")
        return face_template(self.name, image.pixels[0, :, 0] / 255)


def picture(*values: int):
    pixels = np.zeros((1, len(values), 3), np.uint8)
    pixels[0, :, 0] = values
    return lambda: FaceImage(pixels)


def test_the_face_protocol_counts_every_pair_once_and_failures_as_refused():
    people = {
        "a": [picture(255, 0), picture(250, 5), picture(0, 0)],
        "b": [picture(0, 255)],
        "c": [picture(0, 250)],
    }

    scores = face_scores(people, Reader(), lambda: 0.0)

    assert (len(scores.genuine), len(scores.impostor)) == (3, 7)
    assert (scores.failures, scores.pictures) == (1, 5)
    assert np.isinf(scores.genuine).sum() == 2
    assert np.isinf(scores.impostor).sum() == 2
    assert scores.genuine.max() == pytest.approx(-np.hypot(5, 5) / 255, abs=1e-3)


def test_only_a_missing_face_is_a_failure_to_enrol():
    class Broken(Reader):
        def describe(self, image: FaceImage) -> FaceTemplate:
            raise Problem("abis.face_library_missing", library="dlib")

    with pytest.raises(Problem, match="face_library_missing"):
        face_scores({"a": [picture(1)]}, Broken(), lambda: 0.0)
