"""Requests at the edge of the contract."""

import json

import pytest
from osia_bed import encounter, engine

from rekam.engine.osia import door as door_module
from rekam.engine.osia.contract import segments_of
from rekam.engine.osia.schema import ASKED, complaint


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with engine(tmp_path_factory.mktemp("door")) as client:
        yield client


@pytest.fixture
def client(running):
    running.params = {"transactionId": "T"}
    return running


def code(answer):
    told = answer.json()
    assert told["code"] == answer.status_code
    return answer.status_code, told["message"].partition(":")[0]


@pytest.mark.parametrize("person", ["a%2Fb", "%0A", "%00", "%C3%A9", "..%2F..", "a b", "%25"])
def test_any_name_is_a_persons_name(client, person):
    address = f"/v1/persons/{person}/encounters/1"

    assert client.post(address, json=encounter()).status_code == 200
    assert client.get(address).json()["encounterId"] == "1"
    assert client.delete(f"/v1/persons/{person}").status_code == 204
    assert code(client.get(address)) == (404, "engine.encounter_unknown")


def test_an_encoded_slash_divides_nothing():
    assert segments_of(b"/v1/persons/a%2Fb/") == ("v1", "persons", "a/b", "")


@pytest.mark.parametrize(
    ("method", "path", "told"),
    [
        ("GET", "/v2/persons", (404, "engine.path_unknown")),
        ("GET", "/v1/persons/", (404, "engine.path_unknown")),
        ("GET", "/v1/persons/%FF/encounters", (400, "engine.parameter_bad")),
        ("GET", "/v1/persons/x", (405, "engine.method_unknown")),
        ("GET", "/v1/persons/x/encounters?transactionId=1&transactionId=2", (400, "engine.parameter_bad")),
        ("GET", "/v1/galleries?transactionId=%FF", (400, "engine.parameter_bad")),
        ("GET", "/v1/galleries?transactionId=1&priority=1.5", (400, "engine.parameter_bad")),
        ("GET", "/v1/galleries?priority=1", (400, "engine.parameter_missing")),
        ("GET", "/v1/galleries/X?transactionId=1", (404, "engine.gallery_unknown")),
        ("GET", "/v1/galleries/ALL?transactionId=1&limit=-1", (403, "engine.page_bad")),
        ("POST", "/v1/identify/X?transactionId=1", (400, "engine.body_not_json")),
        (
            "PUT",
            "/v1/persons/x/encounters/y/status?transactionId=1&status=ACTIVE",
            (403, "engine.encounter_unknown"),
        ),
    ],
)
def test_what_breaks_the_contract_is_named(client, method, path, told):
    client.params = {}

    assert code(client.request(method, path)) == told


def test_a_wrong_method_hears_the_right_ones(client):
    answer = client.request("PATCH", "/v1/persons/x/encounters/y")

    assert answer.headers["Allow"] == "DELETE, GET, POST, PUT"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "engine.body_not_json"),
        (b"{", "engine.body_not_json"),
        (b"\xff", "engine.body_not_json"),
        (b"[" * 100_000, "engine.body_not_json"),
        (b'{"a": NaN}', "engine.body_not_json"),
        (b'"\\ud800"', "engine.body_not_json"),
        (b"null", "engine.body_bad"),
        (json.dumps({**encounter(), "galleries": []}).encode(), "engine.body_bad"),
        (json.dumps({**encounter(), "galleries": ["A", "A"]}).encode(), "engine.body_bad"),
        (json.dumps({**encounter(), "status": "active"}).encode(), "engine.body_bad"),
        (json.dumps({**encounter(), "createdDate": "2024-13-01T00:00:00Z"}).encode(), "engine.body_bad"),
        (json.dumps({**encounter(), "more": 1}).encode(), "engine.body_bad"),
        (json.dumps({**encounter(), "encounterId": "other"}).encode(), "engine.encounter_id_differs"),
    ],
)
def test_a_body_that_breaks_the_contract_is_named_and_keeps_nothing(client, body, reason):
    answer = client.post(
        "/v1/persons/x/encounters/1", content=body, headers={"Content-Type": "application/json"}
    )

    assert code(answer) == (400, reason)
    assert client.get("/v1/persons/x/encounters").status_code == 404


def test_a_body_beyond_the_limit_is_refused(client, monkeypatch):
    monkeypatch.setattr(door_module, "MOST_BODY_BYTES", 1000)
    content = b" " * 1001

    whole = client.post("/v1/persons", content=content, headers={"Content-Type": "application/json"})
    in_parts = client.post(
        "/v1/persons", content=iter([content]), headers={"Content-Type": "application/json"}
    )

    assert code(whole) == code(in_parts) == (400, "engine.body_too_large")


def test_a_gallery_is_told_as_csv_to_who_asks_for_it(client):
    client.post("/v1/persons/ani/encounters/1", json=encounter())

    answer = client.get("/v1/galleries/KTP", headers={"Accept": "text/csv"})

    assert (answer.headers["content-type"].partition(";")[0], answer.text) == (
        "text/csv",
        "PersonId,encounterId\r\nani,1\r\n",
    )


@pytest.mark.parametrize(
    ("moment", "sound"),
    [
        ("2024-11-18T14:21:00+01:00", True),
        ("2024-11-18t14:21:00.123456789z", True),
        ("2016-12-31T23:59:60Z", True),
        ("2024-11-18 14:21:00Z", False),
        ("2024-11-18T14:21:00", False),
        ("2024-02-30T00:00:00Z", False),
        ("２０24-11-18T14:21:00Z", False),
    ],
)
def test_moments_are_those_of_rfc_3339(moment, sound):
    pointer = "/components/schemas/Encounter/properties/createdDate"

    assert (complaint(ASKED, pointer, moment) is None) is sound
