import sys

import pytest

from rekam.edge.face.weights import DESCRIPTOR, library, weights
from rekam.problem import Problem


def test_without_the_extra_the_way_out_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "dlib", None)

    with pytest.raises(Problem, match="face_library_missing") as refusal:
        library("dlib")
    assert "rekam[face]" in refusal.value.say("en")


def test_without_the_weights_too(monkeypatch):
    monkeypatch.setitem(sys.modules, "face_recognition_models", None)

    with pytest.raises(Problem, match="face_library_missing"):
        weights(DESCRIPTOR)
