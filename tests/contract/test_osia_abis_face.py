"""Portraits through the interface, where a describer is there: one to one, and as one more word in a search."""

import io

import numpy as np
import pytest
from osia_bed import as_templates, encoded, encounter, engine, eye
from PIL import Image

from rekam.abis.face.template import face_template
from rekam.problem import Problem


class Describer:
    """Knows a face by the colour of the picture; black holds none. It speaks in the name of the one of the house."""

    name = "dlib-resnet-1"

    def describe(self, image):
        colour = image.pixels.reshape(-1, 3).mean(axis=0)
        if not colour.any():
            raise Problem("abis.face_not_found", reason="black")
        return face_template(self.name, np.r_[colour / np.linalg.norm(colour), np.zeros(125)])


def portrait(*colour):
    out = io.BytesIO()
    Image.new("RGB", (64, 64), colour).save(out, "PNG")
    return {"biometricType": "FACE", "biometricSubType": "PORTRAIT", "image": encoded(out.getvalue())}


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    with engine(tmp_path_factory.mktemp("face"), describer=Describer()) as client:
        yield client


def test_faces_are_verified_one_to_one_and_searched_by_no_one(client):
    (left_eye,) = as_templates([eye(11, 0)])
    body = encounter(portrait(250, 0, 0), left_eye)
    assert client.post("/v1/persons/ani/encounters/1", json=body).json()["others"]["unreadable"] == []

    same = client.post("/v1/verify/KTP/ani", json={"biometricData": [portrait(240, 0, 0)]}).json()
    other = client.post("/v1/verify/KTP/ani", json={"biometricData": [portrait(0, 240, 0)]}).json()
    face = [
        [one["score"] for one in told["scores"] if one.get("biometricType") == "FACE"]
        for told in (same, other)
    ]
    assert face[0][0] > face[1][0]
    assert other["decision"] is False
    alone = client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": [portrait(250, 0, 0)]})
    assert alone.status_code == 403
    told = client.get("/v1/persons/ani/encounters/1/templates", params={"biometricType": "FACE"}).json()
    assert [one["templateFormat"] for one in told] == ["REKAM_FACE_1"]
    given = [{key: told[0][key] for key in ("biometricType", "template", "templateFormat")}]
    again = client.post("/v1/verify/KTP/ani", json={"biometricData": given}).json()
    assert again["scores"][0]["score"] == pytest.approx(same["scores"][0]["score"], rel=0.01)


def test_a_picture_without_a_face_is_named(client):
    others = client.post("/v1/persons", json=encounter(portrait(0, 0, 0))).json()["others"]

    assert others["searchable"] is False
    assert [one["problem"] for one in others["unreadable"]] == ["abis.face_not_found"]
