"""Answers that come later: promised with 202, delivered to the client's callback."""

import sqlite3
from contextlib import closing

import pytest
from osia_bed import Listener, encounter, engine

from rekam.engine.osia.callback import Callbacks


@pytest.fixture
def listener():
    listener = Listener()
    yield listener
    listener.close()


def status(client, task):
    return client.get(f"/v1/tasks/{task}/status").json()


def test_the_result_arrives_with_the_ids_that_the_client_needs(tmp_path, listener):
    with engine(tmp_path, callbacks=Callbacks((listener.host,))) as client:
        answer = client.post("/v1/persons", params={"callback": listener.url}, json=encounter())
        query, media_type, ids = listener.next()

        assert answer.status_code == 202
        assert query == {"of": "us", "transactionId": "T1", "taskId": answer.json()["taskId"]}
        assert media_type == "application/json"
        read = client.get(f"/v1/persons/{ids['personId']}/encounters/{ids['encounterId']}")
        assert read.json()["galleries"] == ["KTP"]

    with closing(sqlite3.connect(tmp_path / "engine.db")) as database:
        left = database.execute("SELECT state, request, result FROM task").fetchall()
    assert left == [("COMPLETED", None, None)]


def test_deeds_without_an_answer_say_ok_and_failures_say_why(tmp_path, listener):
    with engine(tmp_path, callbacks=Callbacks((listener.host,))) as client:
        client.post("/v1/persons/ani/encounters/1", json=encounter())
        later = {"callback": listener.url}

        assert client.delete("/v1/persons/ani", params=later).status_code == 202
        assert listener.next()[1:] == ("application/json", "OK")
        assert client.delete("/v1/persons/ani", params=later).status_code == 202
        _, media_type, error = listener.next()
    assert media_type == "application/error+json"
    assert error == {
        "code": 404,
        "message": "engine.person_unknown: Nobody has that person id. Check the id.",
    }


def test_a_result_that_nobody_took_waits_and_is_delivered_when_asked_for(tmp_path, listener):
    listener.status = 503
    with engine(tmp_path, callbacks=Callbacks((listener.host,)), tries_s=(0.0, 0.0)) as client:
        answer = client.get("/v1/galleries", params={"callback": listener.url})
        task = answer.json()["taskId"]
        for _ in range(2):
            assert listener.next()[2] == []
    # Stopping lets the task in hand come to its end.
    with engine(tmp_path, callbacks=Callbacks((listener.host,)), tries_s=(0.0, 0.0)) as client:
        assert status(client, task) == "RESPONSE_ERROR"
        listener.status = 204
        assert client.post(f"/v1/tasks/{task}/redeliver").status_code == 204
        assert listener.next()[0]["taskId"] == task
    with engine(tmp_path) as client:
        assert status(client, task) == "COMPLETED"
        assert client.post(f"/v1/tasks/{task}/redeliver").status_code == 404
        assert client.get("/v1/tasks/unknown/status").status_code == 404


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest",
        "http://127.0.0.1:1/",
        "https://allowed.example:444/",
        "https://user@allowed.example/",
        "https://allowed.example@evil.example/",
        "https://allowed.example#@evil.example/",
        "ftp://allowed.example/",
        "file:///etc/passwd",
        "http://[::1]:x/",
        "https://allowed.example.evil.example/",
    ],
)
def test_only_named_hosts_are_called_back(tmp_path, url):
    with engine(tmp_path, callbacks=Callbacks(("allowed.example",))) as client:
        answer = client.post("/v1/persons", params={"callback": url}, json=encounter())

        assert answer.status_code in (400, 403), answer.text
        assert client.get("/v1/galleries/ALL").json() == []


def test_a_redirect_is_not_followed(tmp_path, listener):
    listener.status = 307
    with engine(tmp_path, callbacks=Callbacks((listener.host,)), tries_s=(0.0,)) as client:
        task = client.get("/v1/galleries", params={"callback": listener.url}).json()["taskId"]
        listener.next()
    with engine(tmp_path) as client:
        assert status(client, task) == "RESPONSE_ERROR"
