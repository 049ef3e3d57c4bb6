"""The describers with their real weights, on drawn portraits of nobody."""

import struct
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("dlib", reason="the extra 'face' is not installed")
pytest.importorskip("face_recognition_models", reason="the extra 'face' is not installed")

from PIL import Image

from rekam.abis.face.matcher import compare_faces
from rekam.biometric import FaceImage
from rekam.biometric.drawn import portrait
from rekam.edge.face import weights
from rekam.edge.face.dlib_describer import DlibDescriber
from rekam.edge.face.folder import face_outcome
from rekam.edge.face.onnx_describer import OnnxDescriber
from rekam.edge.face.parameters import QUICK_VIEWS
from rekam.problem import Problem


def drawn(person: int, capture: int) -> FaceImage:
    return portrait(person, sex="L", age=30 + person, birth_year=1980, capture=capture)


@pytest.fixture(scope="module")
def describer() -> DlibDescriber:
    return DlibDescriber(QUICK_VIEWS)


def test_two_portraits_of_one_drawn_person_are_nearer_than_two_people(describer: DlibDescriber):
    one, again, other = (describer.describe(drawn(*who)) for who in ((0, 0), (0, 1), (1, 0)))

    assert (one.describer, len(one.vector)) == ("dlib-resnet-1", 128)
    assert compare_faces(one, again) < compare_faces(one, other) / 2


def test_a_portrait_as_small_as_a_stamp_is_still_read(describer: DlibDescriber):
    large = drawn(0, 0)
    small = FaceImage(np.asarray(Image.fromarray(large.pixels).resize((48, 64), Image.Resampling.LANCZOS)))

    assert compare_faces(describer.describe(large), describer.describe(small)) < 0.5


@pytest.mark.parametrize("shape", [(400, 300, 3), (10, 10, 3)], ids=["nobody in it", "no picture"])
def test_what_shows_no_face_is_refused_by_name(describer: DlibDescriber, shape):
    with pytest.raises(Problem, match="face_not_found"):
        describer.describe(FaceImage(np.full(shape, 200, np.uint8)))


def test_the_model_of_68_points_is_named_nowhere():
    sources = [path.read_text() for path in Path(weights.__file__).parent.glob("*.py")]

    assert not any("68_face" in source for source in sources)


def test_a_folder_with_one_sub_folder_a_subject_is_evaluated(tmp_path, describer: DlibDescriber):
    for person in (0, 1):
        (tmp_path / f"s{person}").mkdir()
        for capture in (0, 1):
            Image.fromarray(drawn(person, capture).pixels).save(tmp_path / f"s{person}" / f"{capture}.png")

    report = face_outcome(tmp_path, lambda: 0.0, describer).report

    row = report["sets"][tmp_path.name]
    assert (row["genuine"], row["impostor"], row["failures"], row["eer"]) == (2, 4, 0, 0.0)


def field(number: int, content: bytes | int) -> bytes:
    """One field of protobuf: a number or a piece of bytes shorter than 128."""
    return (
        struct.pack("BB", number << 3, content)
        if isinstance(content, int)
        else struct.pack("BB", number << 3 | 2, len(content)) + content
    )


def network() -> bytes:
    """An ONNX network that averages each colour plane: (1, 3, 8, 8) to (1, 3, 1, 1)."""

    def tensor(name: bytes, *sides: int) -> bytes:
        shape = b"".join(field(1, field(1, side)) for side in sides)
        return field(1, name) + field(2, field(1, field(1, 1) + field(2, shape)))

    node = field(1, b"in") + field(2, b"out") + field(4, b"GlobalAveragePool")
    graph = (
        field(1, node)
        + field(2, b"g")
        + field(11, tensor(b"in", 1, 3, 8, 8))
        + field(12, tensor(b"out", 1, 3, 1, 1))
    )
    return field(1, 8) + struct.pack("BB", 7 << 3 | 2, len(graph)) + graph + field(8, field(2, 13))


def test_a_plugged_in_network_reads_the_chip_and_carries_its_own_name(tmp_path, describer: DlibDescriber):
    pytest.importorskip("onnxruntime", reason="the extra 'face' is not installed")
    (tmp_path / "country.onnx").write_bytes(network())

    made = OnnxDescriber(tmp_path / "country.onnx", "country 1", side=8)
    face = made.describe(drawn(0, 0))

    assert (made.name, face.describer, len(face.vector)) == ("country 1", "country 1", 3)
    assert compare_faces(face, describer.describe(drawn(0, 0))) is None


def test_a_file_that_is_no_network_is_refused_by_name(tmp_path):
    pytest.importorskip("onnxruntime", reason="the extra 'face' is not installed")
    (tmp_path / "not.onnx").write_bytes(b"not a network")

    with pytest.raises(Problem, match="face_model_unreadable"):
        OnnxDescriber(tmp_path / "not.onnx", "none 1")
