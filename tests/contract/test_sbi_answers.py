"""Every message of simulator and client against the given schemas.

Decoding is done here with the standard library, as the compliance toolkit does it, so that a mistake in our own
reader cannot hide one in our own writer. ``items`` in these schemas speaks of the first item only; therefore each item
is validated in an answer of its own.
"""

import base64
import json
from pathlib import Path

import httpx
import pytest
from jsonschema import Draft201909Validator, FormatChecker

from rekam.biometric import LEFT_FOUR, RIGHT_FOUR, THUMBS, Eye, FingerPosition, Modality
from rekam.edge.device import DeviceBench, only
from rekam.edge.device.simulator import ChartSubject, DeviceSimulator, Settings, WrongAnswer
from rekam.problem import Problem

SCHEMAS = Path(__file__).parents[2] / "contracts" / "mosip-sbi-0.9.5" / "schemas"
KINDS = ("Finger", "Iris", "Face")


def fits(schema, value):
    validator = Draft201909Validator(
        json.loads((SCHEMAS / f"{schema}.json").read_text("utf-8")), format_checker=FormatChecker()
    )
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)]


def body_of(text):
    part = text.split(".")[1] if "." in text else text
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def discovered(item):
    return {**item, "digitalIdDecoded": body_of(item["digitalId"])} if "digitalId" in item else item


def informed(item):
    info = body_of(item["deviceInfo"])
    return {**item, "deviceInfoDecoded": {**info, "digitalIdDecoded": body_of(info["digitalId"])}}


def captured(item):
    data = body_of(item["data"])
    return {**item, "dataDecoded": {**data, "digitalIdDecoded": body_of(data["digitalId"])}}


@pytest.fixture(scope="module")
def running():
    with DeviceSimulator(0, subject_of=ChartSubject) as simulator:
        yield simulator


@pytest.fixture
def simulator(running):
    defaults = Settings()
    running.set(**{name: getattr(defaults, name) for name in defaults.__struct_fields__})
    return running


@pytest.fixture(scope="module")
def client():
    with httpx.Client(trust_env=False) as client:
        yield client


def send(simulator, client, verb, path, body):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = client.request(verb, f"{simulator.url}/{path}", content=content)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return answer.json()


def request(simulator, kind="Finger", sub_id="1", words=(), exception=(), **changes):
    body = {
        "env": "Developer",
        "purpose": "Registration",
        "specVersion": "0.9.5",
        "timeout": "10000",
        "captureTime": "2026-03-01T08:15:30Z",
        "transactionId": "transaction-1",
        "bio": [
            {
                "type": kind,
                "count": str(len(words) or 1),
                "bioSubType": list(words),
                "exception": list(exception),
                "requestedScore": "60",
                "deviceId": f"SIM-{kind.upper()}-{simulator.port}",
                "deviceSubId": sub_id,
                "previousHash": "",
            }
        ],
        "customOpts": None,
    }
    body["bio"][0].update({name: changes.pop(name) for name in list(changes) if name in body["bio"][0]})
    return {**body, **changes}


SLAP = ("Left IndexFinger", "Left MiddleFinger", "Left RingFinger", "Left LittleFinger")


@pytest.mark.parametrize("kind", ["Biometric Device", *KINDS])
def test_discovery_follows_its_schema(simulator, client, kind):
    assert fits("DiscoverRequestSchema", {"type": kind}) == []
    answer = send(simulator, client, "MOSIPDISC", "device", {"type": kind})
    assert len(answer) == (3 if kind == "Biometric Device" else 1)
    for item in map(discovered, answer):
        assert fits("DiscoverResponseSchema", [item]) == []
        assert fits("DigitalIdResponseSchema", item["digitalIdDecoded"]) == []
        assert fits("ErrorInfoSchema", item["error"]) == []


@pytest.mark.parametrize("status", ["Ready", "Busy", "Not Ready", "Not Registered"])
def test_discovery_follows_its_schema_in_every_state(simulator, client, status):
    simulator.set(status=status)
    for item in send(simulator, client, "MOSIPDISC", "device", {"type": "Biometric Device"}):
        assert item["deviceStatus"] == status
        assert fits("DiscoverResponseSchema", [discovered(item)]) == []


@pytest.mark.parametrize("body", [{"type": "Ear"}, {}, {"type": 4}, b"no json", b"[]"])
def test_a_wrong_discovery_is_answered_by_the_error_schema(simulator, client, body):
    answer = send(simulator, client, "MOSIPDISC", "device", body)
    assert fits("DiscoverResponseErrorSchema", answer) == []
    if body == {"type": "Ear"}:
        assert fits("InvalidDiscoverRequestSchema", body) == []


def test_plain_post_serves_callers_that_know_no_other_verb(simulator, client):
    assert len(send(simulator, client, "POST", "device", {"type": "Biometric Device"})) == 3
    assert len(send(simulator, client, "POST", "info", {})) == 3


@pytest.mark.parametrize(
    ("status", "schema"),
    [
        ("Ready", "DeviceInfoReadyResponseSchema"),
        ("Ready", "DeviceInfoResponseSchema"),
        ("Busy", "DeviceInfoBusyResponseSchema"),
        ("Not Ready", "DeviceInfoNotReadyResponseSchema"),
        ("Not Registered", "DeviceInfoNotRegisteredResponseSchema"),
    ],
)
def test_info_follows_the_schema_of_its_state(simulator, client, status, schema):
    simulator.set(status=status)
    assert fits("DeviceInfoRequestSchema", {}) == []
    answer = send(simulator, client, "MOSIPDINFO", "info", {})
    assert len(answer) == 3
    for item in answer:
        assert fits(schema, [informed(item)]) == []
        assert fits("DigitalIdResponseSchema", informed(item)["deviceInfoDecoded"]["digitalIdDecoded"]) == []
        assert item["deviceInfo"].count(".") == (0 if status == "Not Registered" else 2)


def test_a_broken_device_is_not_ready_by_the_schema(simulator, client):
    simulator.set(broken=("Iris",))
    answer = send(simulator, client, "MOSIPDINFO", "info", {})
    by_kind = dict(zip(KINDS, answer, strict=True))
    assert fits("DeviceInfoNotReadyResponseSchema", [informed(by_kind["Iris"])]) == []
    assert fits("DeviceInfoReadyResponseSchema", [informed(by_kind["Face"])]) == []


@pytest.mark.parametrize(
    ("kind", "sub_id", "words", "exception"),
    [
        ("Finger", "1", SLAP, ()),
        ("Finger", "1", SLAP[1:], SLAP[:1]),
        ("Finger", "2", ("Right RingFinger",), ()),
        ("Finger", "3", ("Right Thumb", "Left Thumb"), ()),
        ("Iris", "1", ("Left",), ()),
        ("Iris", "2", ("Right",), ()),
        ("Iris", "3", ("Left", "Right"), ()),
        ("Iris", "3", ("Right",), ("Left",)),
        ("Face", "0", (), ()),
    ],
)
def test_a_capture_follows_its_schema(simulator, client, kind, sub_id, words, exception):
    asked = request(simulator, kind, sub_id, words, exception)
    assert fits("RegistrationCaptureRequestSchema", asked) == []
    answer = send(simulator, client, "RCAPTURE", "capture", asked)
    assert len(answer["biometrics"]) == (len(words) or 1)
    for item, word in zip(answer["biometrics"], words or [None], strict=True):
        decoded = captured(item)
        assert fits("RegistrationCaptureResponseSchema", {"biometrics": [decoded]}) == []
        assert decoded["dataDecoded"].get("bioSubType") == word
        assert decoded["dataDecoded"]["transactionId"] == "transaction-1"
        assert fits("ErrorInfoSchema", item["error"]) == []


def test_without_sub_types_the_whole_sub_device_is_captured_but_its_exceptions(simulator, client):
    asked = request(simulator, sub_id="1", exception=SLAP[:1], count="3")
    answer = send(simulator, client, "RCAPTURE", "capture", asked)
    assert [captured(item)["dataDecoded"]["bioSubType"] for item in answer["biometrics"]] == list(SLAP[1:])


def test_a_face_may_be_asked_for_with_the_exceptions_of_the_person(simulator, client):
    asked = request(simulator, "Face", "0", (), ("Left IndexFinger", "Right"))
    assert fits("RegistrationCaptureRequestSchema", asked) == []
    assert len(send(simulator, client, "RCAPTURE", "capture", asked)["biometrics"]) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"transactionId": "x"}, "112"),
        ({"transactionId": "not allowed!"}, "112"),
        ({"transactionId": "y" * 51}, "112"),
        ({"purpose": "Auth"}, "590"),
        ({"env": "Moon"}, "590"),
        ({"bio": []}, "590"),
        ({"deviceId": "SIM-FINGER-1"}, "106"),
        ({"deviceSubId": "0"}, "122"),
        ({"deviceSubId": "2"}, "590"),
        ({"count": "3"}, "113"),
        ({"bioSubType": ["Left"]}, "590"),
        ({"exception": ["Left IndexFinger"]}, "122"),
    ],
)
def test_a_wrong_capture_request_is_answered_by_the_error_schema(simulator, client, changes, code):
    answer = send(simulator, client, "RCAPTURE", "capture", request(simulator, words=SLAP, **changes))
    assert fits("ErrorCaptureResponseSchema", answer) == []
    assert fits("TransactionIdErrorRCaptureResponseSchema", answer) == []
    assert [item["error"]["errorCode"] for item in answer["biometrics"]] == [code]


@pytest.mark.parametrize(
    "changes", [{"count": "3"}, {"transactionId": "not allowed!"}, {"exception": ["Left IndexFinger"]}]
)
def test_requests_that_the_schemas_call_wrong_are_refused(simulator, client, changes):
    asked = request(simulator, words=SLAP, **changes)
    assert fits("RegistrationCaptureInvalidRequestSchema", asked) == []
    assert fits("ErrorCaptureRequestSchema", asked) == []
    answer = send(simulator, client, "RCAPTURE", "capture", asked)
    assert fits("ErrorCaptureResponseSchema", answer) == []


def test_registration_devices_do_not_authenticate(simulator, client):
    assert client.request("CAPTURE", f"{simulator.url}/capture", content=b"{}").status_code == 405


def test_a_request_for_another_kind_than_the_device_is_refused(simulator, client):
    asked = request(simulator, "Iris", "3", ("Left", "Right"), deviceId=f"SIM-FINGER-{simulator.port}")
    answer = send(simulator, client, "RCAPTURE", "capture", asked)
    assert answer["biometrics"][0]["error"]["errorCode"] == "120"


def test_a_capture_that_is_no_json_is_answered_by_the_error_schema(simulator, client):
    assert fits("ErrorCaptureResponseSchema", send(simulator, client, "RCAPTURE", "capture", b"\xff")) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"status": "Busy"}, "111"),
        ({"status": "Not Ready"}, "110"),
        ({"status": "Not Registered"}, "100"),
        ({"broken": ["Finger"]}, "102"),
        ({"missing": list(SLAP)}, "101"),
    ],
)
def test_a_device_that_cannot_capture_answers_by_the_error_schema(simulator, client, change, code):
    simulator.set(**change)
    answer = send(simulator, client, "RCAPTURE", "capture", request(simulator, words=SLAP))
    assert fits("ErrorCaptureResponseSchema", answer) == []
    assert answer["biometrics"][0]["error"]["errorCode"] == code


def test_a_foreign_transaction_id_stays_within_the_schema(simulator, client):
    simulator.set(wrong_answer="wrong_transaction")
    answer = send(simulator, client, "RCAPTURE", "capture", request(simulator, words=SLAP))
    for item in answer["biometrics"]:
        assert fits("TransactionIdErrorRCaptureResponseSchema", {"biometrics": [captured(item)]}) == []


@pytest.mark.parametrize("body", [{}, {"deviceId": "nobody"}, {"deviceId": "SIM", "deviceSubId": "9"}, b"{"])
def test_a_stream_of_no_device_is_answered_with_an_error(simulator, client, body):
    answer = send(simulator, client, "STREAM", "stream", body)
    assert answer == {"error": {"errorCode": "106", "errorInfo": "Device not found"}}


def test_a_stream_is_motion_jpeg_of_at_least_three_frames_a_second(simulator, client):
    asked = {"deviceId": f"SIM-IRIS-{simulator.port}", "deviceSubId": "3", "timeout": "1500"}
    with client.stream("STREAM", f"{simulator.url}/stream", content=json.dumps(asked)) as answer:
        assert answer.headers["content-type"] == "multipart/x-mixed-replace; boundary=frame"
        body = b"".join(answer.iter_bytes())
    assert body.count(b"--frame\r\nContent-Type: image/jpeg\r\n") >= 3


class Listening(httpx.BaseTransport):
    """Keeps what the client sends and passes it on."""

    def __init__(self):
        self.inner = httpx.HTTPTransport()
        self.sent = []

    def handle_request(self, request):
        self.sent.append((request.method, request.url.path, json.loads(request.read())))
        return self.inner.handle_request(request)

    def close(self):
        self.inner.close()


@pytest.mark.parametrize(
    ("modality", "places", "exceptions"),
    [
        (Modality.FINGER, LEFT_FOUR, ()),
        (Modality.FINGER, RIGHT_FOUR, (FingerPosition.RIGHT_RING,)),
        (Modality.FINGER, THUMBS, (FingerPosition.LEFT_THUMB,)),
        (Modality.IRIS, (Eye.LEFT, Eye.RIGHT), (Eye.RIGHT,)),
        (Modality.IRIS, (Eye.RIGHT,), ()),
        (Modality.FACE, (None,), ()),
    ],
)
def test_what_the_client_asks_follows_the_schemas(simulator, modality, places, exceptions):
    transport = Listening()
    with httpx.Client(transport=transport) as client:
        bench = DeviceBench([simulator.port], client, only(simulator.thumbprint))
        bench.info()
        bench.capture(modality, places, exceptions=exceptions)
    schemas = {
        "MOSIPDISC": ("/device", "DiscoverRequestSchema"),
        "MOSIPDINFO": ("/info", "DeviceInfoRequestSchema"),
        "RCAPTURE": ("/capture", "RegistrationCaptureRequestSchema"),
    }
    assert [verb for verb, _, _ in transport.sent] == list(schemas)
    for verb, path, body in transport.sent:
        assert path == schemas[verb][0]
        assert fits(schemas[verb][1], body) == []


@pytest.mark.parametrize("wrong", [WrongAnswer.GARBAGE, WrongAnswer.WRONG_TRANSACTION])
def test_what_is_outside_the_schema_is_refused_by_the_client(simulator, client, wrong):
    simulator.set(wrong_answer=wrong)
    bench = DeviceBench([simulator.port], client, only(simulator.thumbprint))
    with pytest.raises(Problem):
        bench.capture(Modality.FACE)
