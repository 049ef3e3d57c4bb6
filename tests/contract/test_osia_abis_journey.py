"""Drawn persons through the interface, from enrolment to deletion."""

import base64
import zlib

import httpx
import numpy as np
import pytest
from osia_bed import as_templates, encoded, encounter, engine, eye, finger

from rekam.biometric import RIGHT_FOUR, FingerPosition
from rekam.biometric.drawn import finger_impression, slap_picture
from rekam.biometric.interchange.capture import CaptureHead
from rekam.biometric.interchange.finger_image import FingerImageRecord, FingerRepresentation
from rekam.biometric.picture import encode_wsq


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    """Ani and Budi are enrolled, with a finger and an eye each."""
    with engine(tmp_path_factory.mktemp("osia") / "engine") as client:
        for name, person, born in (("ani", 11, "1990-05-01"), ("budi", 12, "1971-01-31")):
            body = encounter(finger(person, 0), eye(person, 0), biographicData={"dateOfBirth": born})
            answer = client.post(f"/v1/persons/{name}/encounters/first", json=body)
            assert answer.status_code == 200, answer.text
            assert answer.json() == {
                "personId": name,
                "encounterId": "first",
                "others": {"searchable": True, "unreadable": []},
            }
        yield client


@pytest.fixture(scope="module")
def pictures():
    """Ani comes again: other captures of the same finger and eye."""
    return [finger(11, 1), eye(11, 1)]


@pytest.fixture(scope="module")
def again(pictures):
    """The same as features, which are read faster."""
    return as_templates(pictures)


def names(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [one["personId"] for one in answer.json()]


def test_another_capture_finds_the_person_and_nobody_else(client, pictures):
    answer = client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": pictures})

    assert names(answer) == ["ani"]
    (one,) = answer.json()
    assert (one["rank"], one["others"]) == (1, {"zone": "duplicate", "unit": "nats"})
    assert {
        (part["biometricType"], part["biometricSubType"], part["encounterId"]) for part in one["scores"]
    } == {
        ("FINGER", "RIGHT_INDEX", "first"),
        ("IRIS", "EYE_LEFT", "first"),
    }
    assert one["score"] == pytest.approx(sum(part["score"] for part in one["scores"]))


def test_a_filter_leaves_out_modalities_and_people(client, again):
    def found(asked):
        return client.post("/v1/identify/ALL", json={"filter": asked, "biometricData": again})

    (by_eye,) = found({"biometricType": ["IRIS"]}).json()
    assert {part["biometricType"] for part in by_eye["scores"]} == {"IRIS"}
    assert names(found({"dateOfBirthMin": "1990-01-01", "dateOfBirthMax": "1990-12-31"})) == ["ani"]
    assert names(found({"dateOfBirthMin": "1991-01-01"})) == []
    assert names(found({"gender": "F"})) == []
    assert found({"biometricType": "FACE"}).status_code == 403  # nothing left to search with is not "nobody"


def test_verification_says_yes_to_the_same_and_no_to_another(client, again):
    same = client.post("/v1/verify/KTP/ani", json={"biometricData": again}).json()
    other = client.post("/v1/verify/KTP/budi", json={"biometricData": again}).json()
    free = client.post("/v1/verify", json={"biometricData1": again, "biometricData2": [finger(11, 0)]}).json()

    assert [one["decision"] for one in (same, other, free)] == [True, False, True]


def test_a_low_threshold_is_the_clients_own_affair(client, again):
    answer = client.post(
        "/v1/identify/KTP", params={"threshold": -1e6}, json={"filter": {}, "biometricData": again}
    )

    assert names(answer) == ["ani", "budi"]
    assert names(
        client.post(
            "/v1/identify/KTP",
            params={"threshold": -1e6, "maxNbCand": 1},
            json={"filter": {}, "biometricData": again},
        )
    ) == ["ani"]


def test_who_is_searched_by_id_does_not_find_himself(client):
    body = encounter(finger(11, 2))
    assert client.post("/v1/persons/ani-twice/encounters/x", json=body).status_code == 200
    try:
        assert names(client.post("/v1/identify/ALL/ani")) == ["ani-twice"]
        assert names(client.post("/v1/identify/ALL/ani/encounters/first", json={})) == ["ani-twice"]
        assert names(client.post("/v1/identify/ALL/budi")) == []
    finally:
        assert client.delete("/v1/persons/ani-twice").status_code == 204


def test_templates_that_were_read_can_be_searched_with(client):
    told = client.get("/v1/persons/ani/encounters/first/templates").json()
    eyes = client.get("/v1/persons/ani/encounters/first/templates", params={"biometricType": "IRIS"}).json()

    assert [one["biometricSubType"] for one in told] == ["RIGHT_INDEX", "EYE_LEFT"]
    assert eyes == told[1:]
    items = [{key: one[key] for key in one if key not in ("vendor", "algorithm")} for one in told]
    assert names(client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": items})) == ["ani"]


@pytest.mark.parametrize(
    ("form", "start"), [("ISO_19794_2", b"FMR\0 20\0"), ("ISO_19794_2_2011", b"FMR\x00030\0")]
)
def test_minutiae_go_out_and_come_in_as_records_of_iso(client, form, start):
    (record,) = client.get(
        "/v1/persons/ani/encounters/first/templates", params={"templateFormat": form}
    ).json()

    assert (record["templateFormat"], base64.b64decode(record["template"])[:8]) == (form, start)
    item = {key: record[key] for key in ("biometricType", "biometricSubType", "template", "templateFormat")}
    assert names(client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": [item]})) == ["ani"]
    other = {**item, "biometricSubType": "RIGHT_THUMB"}
    assert client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": [other]}).status_code == 403


def test_a_record_of_iso_is_read_and_must_not_name_another_finger(client):
    picture = finger_impression(12, FingerPosition.RIGHT_INDEX, 1)
    height, width = picture.pixels.shape
    one = FingerRepresentation(
        head=CaptureHead(), position=2, width=width, height=height, image=encode_wsq(picture)
    )
    item = {
        "biometricType": "FINGER",
        "biometricSubType": "RIGHT_INDEX",
        "image": encoded(FingerImageRecord((one,)).encode()),
    }

    assert names(client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": [item]})) == ["budi"]
    wrong = {**item, "biometricSubType": "LEFT_INDEX"}
    refused = client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": [wrong]})
    assert refused.status_code == 403
    assert "engine.place_differs" in refused.json()["message"]


def test_a_slap_is_four_fingers_less_those_that_are_missing(client):
    gone = FingerPosition.RIGHT_LITTLE
    pixels = slap_picture(11, RIGHT_FOUR, 3, missing=(gone,))
    item = {
        "biometricType": "FINGER",
        "biometricSubType": "PLAIN_RIGHT_FOUR_FINGERS",
        "image": encoded(pixels.tobytes()),
        "compression": "NONE",
        "width": pixels.shape[1],
        "height": pixels.shape[0],
        "missing": [{"biometricSubType": gone.name, "presence": "AMPUTATED"}],
    }

    (ani,) = client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": [item]}).json()
    assert (ani["personId"], [one["biometricSubType"] for one in ani["scores"]]) == ("ani", ["RIGHT_INDEX"])
    refused = client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": [{**item, "missing": []}]})
    assert "biometric.slap_too_few" in refused.json()["message"]


def test_an_unreadable_item_is_named_and_the_others_are_enrolled(client):
    junk = {"biometricType": "FINGER", "biometricSubType": "LEFT_THUMB", "image": encoded(b"not a picture")}
    grey = np.full((200, 200), 128, np.uint8)
    blank = {
        "biometricType": "FINGER", "biometricSubType": "LEFT_INDEX", "compression": "NONE",
        "width": 200, "height": 200, "image": encoded(grey.tobytes()),
    }  # fmt: skip
    answer = client.post("/v1/persons", json=encounter(junk, blank, eye(13, 0), {"biometricType": "FACE"}))
    others = answer.json()["others"]

    assert others["searchable"] is True
    assert [(one["biometricType"], one["problem"]) for one in others["unreadable"]] == [
        ("FINGER", "biometric.picture_unreadable"),
        ("FINGER", "abis.finger_unreadable"),
        ("FACE", "engine.item_not_compared"),
    ]
    assert client.delete(f"/v1/persons/{answer.json()['personId']}").status_code == 204


def test_a_picture_beyond_the_limits_refuses_the_request_and_keeps_nothing(client):
    chunk = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    huge = b"\x89PNG\r\n\x1a\n\x00\x00\x00\r" + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    huge += (100).to_bytes(4, "big") + b"IDAT"
    before = client.get("/v1/galleries/ALL").json()

    for content in (b"\0" * 4_000_001, huge + b"\0" * 100):
        item = {"biometricType": "FINGER", "biometricSubType": "LEFT_THUMB", "image": encoded(content)}
        answer = client.post("/v1/persons", json=encounter(item))
        assert (answer.status_code, answer.json()["message"].partition(":")[0]) == (
            400,
            "biometric.picture_too_large",
        )
    assert client.get("/v1/galleries/ALL").json() == before


def test_nothing_readable_is_no_search_and_no_yes(client):
    junk = [{"biometricType": "IRIS", "biometricSubType": "EYE_LEFT", "image": encoded(b"x")}]

    refused = client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": junk})
    assert (refused.status_code, refused.json()["message"].partition(":")[0]) == (
        403,
        "engine.probe_unreadable",
    )
    verified = client.post(
        "/v1/verify/KTP/ani", params={"threshold": -1e9}, json={"biometricData": junk}
    ).json()
    assert verified["decision"] is False
    assert verified["scores"][-1]["others"]["problem"] == "biometric.picture_unreadable"


def test_an_inactive_encounter_is_kept_and_not_found(client, again):
    status = "/v1/persons/ani/encounters/first/status"
    assert client.put(status, params={"status": "INACTIVE"}).status_code == 204
    try:
        assert names(client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": again})) == []
        assert client.get("/v1/persons/ani/encounters/first").json()["status"] == "INACTIVE"
        assert client.post("/v1/verify/KTP/ani", json={"biometricData": again}).status_code == 404
    finally:
        assert client.put(status, params={"status": "ACTIVE"}).status_code == 204
    assert names(client.post("/v1/identify/KTP", json={"filter": {}, "biometricData": again})) == ["ani"]


def test_what_is_read_back_is_what_was_said_without_the_pictures(client):
    read = client.get("/v1/persons/ani/encounters").json()

    assert [one["encounterId"] for one in read] == ["first"]
    assert read[0]["biographicData"] == {"dateOfBirth": "1990-05-01"}
    assert read[0]["createdDate"] == "2026-09-21T14:13:20+00:00"
    assert read[0]["biometricData"] == [
        {"biometricType": "FINGER", "biometricSubType": "RIGHT_INDEX", "compression": "WSQ"},
        {"biometricType": "IRIS", "biometricSubType": "EYE_LEFT"},
    ]


def test_no_answer_gives_a_picture_back(client):
    picture = base64.b64decode(finger(11, 0)["image"])[:200]

    assert encoded(picture)[:100] not in client.get("/v1/persons/ani/encounters").text
