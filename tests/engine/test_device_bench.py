"""The client against the simulator: what an operator gets, and what is refused in which words."""

import socket
import threading
import time
from datetime import UTC, datetime

import httpx
import numpy as np
import pytest

from rekam.biometric import (
    LEFT_FOUR,
    RIGHT_FOUR,
    THUMBS,
    Eye,
    EyeImage,
    FaceImage,
    FingerImage,
    Modality,
)
from rekam.biometric.interchange import FaceImageRecord, FingerImageRecord, IrisImageRecord
from rekam.edge.device import DeviceBench, DeviceStatus, first_use, only
from rekam.edge.device.port import open_ports
from rekam.edge.device.simulator import ChartSubject, DeviceKey, DeviceSimulator, Settings
from rekam.problem import Problem

EYES = (Eye.LEFT, Eye.RIGHT)


@pytest.fixture(scope="module")
def key():
    return DeviceKey.create()


@pytest.fixture(scope="module")
def running(key):
    with DeviceSimulator(0, subject_of=ChartSubject, key=key) as simulator:
        yield simulator


@pytest.fixture
def simulator(running):
    defaults = Settings()
    running.set(person=2)
    running.set(**{name: getattr(defaults, name) for name in defaults.__struct_fields__})
    return running


@pytest.fixture(scope="module")
def client():
    with httpx.Client(trust_env=False) as client:
        yield client


@pytest.fixture
def bench(simulator, client):
    return DeviceBench([simulator.port], client, only(simulator.thumbprint))


def refused(call):
    with pytest.raises(Problem) as caught:
        call()
    return caught.value


def test_discovery_finds_the_three_devices(bench, simulator):
    found = bench.discover()
    assert {device.modality for device in found} == {Modality.FINGER, Modality.IRIS, Modality.FACE}
    assert {device.status for device in found} == {DeviceStatus.READY}
    assert {device.url for device in found} == {simulator.url}


def test_info_is_signed(bench, simulator):
    assert {device.thumbprint for device in bench.info()} == {simulator.thumbprint}
    assert all(device.problem is None for device in bench.info())


@pytest.mark.parametrize("places", [LEFT_FOUR, RIGHT_FOUR, THUMBS, LEFT_FOUR[2:3], RIGHT_FOUR[1:3]])
def test_fingers_come_back_in_the_order_asked(bench, simulator, places):
    captured = bench.capture(Modality.FINGER, places)
    assert [one.place for one in captured] == list(places)
    for one in captured:
        assert isinstance(one.image, FingerImage)
        assert (one.modality, one.media_type, one.quality) == (Modality.FINGER, "image/x-wsq", 90)
        assert one.image.dpi == 500
        drawn = ChartSubject(simulator.settings.sitter()).finger(one.place, 1).pixels
        assert np.abs(one.image.pixels.astype(int) - drawn).mean() < 6  # WSQ keeps less than this off
        (record,) = FingerImageRecord.decode(one.record).representations
        assert (record.position, record.image) == (one.place, one.encoded)


def test_both_eyes_come_back(bench, simulator):
    captured = bench.capture(Modality.IRIS, EYES)
    assert [sub.place for sub in captured] == list(EYES)
    for one in captured:
        assert isinstance(one.image, EyeImage)
        assert one.media_type == "image/jp2"
        drawn = ChartSubject(simulator.settings.sitter()).eye(one.place, 1).pixels
        assert np.abs(one.image.pixels.astype(int) - drawn).mean() < 6
        assert IrisImageRecord.decode(one.record).representations[0].image == one.encoded


def test_the_face_comes_back(bench):
    (one,) = bench.capture(Modality.FACE)
    assert isinstance(one.image, FaceImage)
    assert (one.place, one.image.pixels.shape) == (None, (640, 480, 3))
    assert FaceImageRecord.decode(one.record).representations[0].image == one.encoded


def test_exceptions_are_not_asked_for(bench, simulator):
    simulator.set(missing=[LEFT_FOUR[0]])
    captured = bench.capture(Modality.FINGER, LEFT_FOUR, exceptions=LEFT_FOUR[:1])
    assert [one.place for one in captured] == list(LEFT_FOUR[1:])


def test_where_all_are_exceptions_no_device_is_asked(client):
    assert DeviceBench([], client, first_use()).capture(Modality.IRIS, EYES, exceptions=EYES) == ()


def test_the_moment_of_capture_is_the_devices(bench):
    (one,) = bench.capture(Modality.FACE)
    assert abs(one.captured_at - datetime.now(UTC).timestamp()) < 30
    assert abs(one.clock_skew_s) <= 2


def test_a_device_clock_that_is_far_off_is_named_and_the_stations_time_is_kept(bench, simulator):
    simulator.set(clock_skew_s=-86_400)
    assert {device.warning.code for device in bench.info()} == {"device.clock_wrong"}
    assert {device.problem for device in bench.info()} == {None}
    (one,) = bench.capture(Modality.FACE)
    assert abs(one.captured_at - datetime.now(UTC).timestamp()) < 30
    assert abs(one.clock_skew_s + 86_400) <= 2


@pytest.mark.parametrize(
    ("modality", "places", "change", "code"),
    [
        (Modality.FINGER, LEFT_FOUR, {"status": "Busy"}, "device.busy"),
        (Modality.FINGER, LEFT_FOUR, {"status": "Not Ready"}, "device.not_ready"),
        (Modality.FINGER, LEFT_FOUR, {"status": "Not Registered"}, "device.not_registered"),
        (Modality.IRIS, EYES, {"broken": ["Iris"]}, "device.broken"),
        (Modality.FINGER, LEFT_FOUR, {"missing": ["Left RingFinger"]}, "device.wrong_finger_count"),
        (Modality.FINGER, LEFT_FOUR, {"missing": list(LEFT_FOUR)}, "device.nothing_seen"),
        (Modality.IRIS, EYES, {"missing": ["Left"]}, "device.wrong_eye_count"),
        (Modality.FINGER, LEFT_FOUR, {"wrong_answer": "wrong_count"}, "device.wrong_finger_count"),
        (Modality.FACE, (None,), {"wrong_answer": "wrong_count"}, "device.answer_invalid"),
        (Modality.FINGER, LEFT_FOUR, {"wrong_answer": "wrong_place"}, "device.wrong_finger"),
        (Modality.IRIS, EYES[:1], {"wrong_answer": "wrong_place"}, "device.wrong_eye"),
        (Modality.FINGER, LEFT_FOUR, {"wrong_answer": "same_picture_twice"}, "device.same_picture"),
        (Modality.FINGER, LEFT_FOUR, {"wrong_answer": "wrong_transaction"}, "device.transaction_mismatch"),
        (Modality.FINGER, LEFT_FOUR, {"wrong_answer": "bad_signature"}, "device.signature_bad"),
        (Modality.FINGER, LEFT_FOUR, {"wrong_answer": "garbage"}, "device.answer_invalid"),
        (Modality.FINGER, LEFT_FOUR, {"wrong_answer": "damaged_record"}, "biometric.record_unreadable"),
        (Modality.FACE, (None,), {"wrong_answer": "damaged_record"}, "biometric.record_unreadable"),
        (Modality.FINGER, LEFT_FOUR, {"wrong_answer": "http_500"}, "device.service_failed"),
    ],
)
def test_what_goes_wrong_has_a_name(bench, simulator, modality, places, change, code):
    simulator.set(**change)
    problem = refused(lambda: bench.capture(modality, places))
    assert problem.code == code
    assert "{" not in problem.say("id") + problem.say("en")
    simulator.set(status="Ready", broken=[], missing=[], wrong_answer="none")
    assert len(bench.capture(modality, places)) == len(places)  # and the next one works


def test_the_count_problem_says_how_many_were_seen(bench, simulator):
    simulator.set(missing=["Left RingFinger"])
    problem = refused(lambda: bench.capture(Modality.FINGER, LEFT_FOUR))
    assert "3 jari" in problem.say("id")
    assert "diminta 4" in problem.say("id")


@pytest.mark.parametrize("wrong", ["same_finger_twice", "other_person"])
def test_wrong_fingers_that_only_a_matcher_can_see_pass_the_client(bench, simulator, wrong):
    right = bench.capture(Modality.FINGER, LEFT_FOUR)
    simulator.set(first_attempt=2)
    simulator.set(first_attempt=1, wrong_answer=wrong)
    captured = bench.capture(Modality.FINGER, LEFT_FOUR)
    assert [one.place for one in captured] == list(LEFT_FOUR)
    changed = [
        not np.array_equal(a.image.pixels, b.image.pixels) for a, b in zip(right, captured, strict=True)
    ]
    assert changed == (
        [True, False, False, False] if wrong == "other_person" else [False, True, False, False]
    )


def test_a_silent_device_times_out(client, simulator, monkeypatch):
    monkeypatch.setattr("rekam.edge.device.bench.ANSWER_MARGIN_S", 0.2)
    bench = DeviceBench([simulator.port], client, only(simulator.thumbprint))
    simulator.set(wrong_answer="timeout")
    began = time.monotonic()
    assert refused(lambda: bench.capture(Modality.IRIS, EYES, timeout_s=0.3)).code == "device.timeout"
    assert time.monotonic() - began < 20  # the device itself stays silent for ever
    assert bench.info()[1].problem.code == "device.busy"
    simulator.set(wrong_answer="none")
    until = time.monotonic() + 5
    while bench.info()[1].problem is not None:
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_device_that_captures_is_busy_for_everyone_else(client, key):
    with DeviceSimulator(0, subject_of=ChartSubject, key=key, settings=Settings(delay_ms=700)) as simulator:
        bench = DeviceBench([simulator.port], client, only(simulator.thumbprint))
        bench.discover()
        taken = []
        first = threading.Thread(target=lambda: taken.extend(bench.capture(Modality.FACE)))
        first.start()
        time.sleep(0.3)
        assert refused(lambda: bench.capture(Modality.FACE)).code == "device.busy"
        assert [device.status for device in bench.info()] == [
            DeviceStatus.READY, DeviceStatus.READY, DeviceStatus.BUSY,
        ]  # fmt: skip
        first.join()
        assert len(taken) == 1


def test_info_names_what_is_wrong_with_each_device(bench, simulator):
    simulator.set(status={"Finger": "Not Registered", "Iris": "Busy"}, broken=["Face"])
    assert [device.problem.code for device in bench.info()] == [
        "device.not_registered",
        "device.busy",
        "device.broken",
    ]


def test_an_unknown_certificate_is_refused_everywhere(client, simulator):
    bench = DeviceBench([simulator.port], client, only("AB" * 32))
    assert {device.problem.code for device in bench.info()} == {"device.not_trusted"}
    assert refused(lambda: bench.capture(Modality.FACE)).code == "device.not_trusted"


def test_another_service_on_a_known_port_is_not_believed_after_first_use(client, key):
    trusted = first_use()
    simulator = DeviceSimulator(0, subject_of=ChartSubject, key=key).start()
    port = simulator.port
    bench = DeviceBench([port], client, trusted)
    assert len(bench.capture(Modality.FACE)) == 1
    simulator.stop()
    with DeviceSimulator(port, subject_of=ChartSubject):
        assert refused(lambda: bench.capture(Modality.FACE)).code == "device.not_trusted"
    with DeviceSimulator(port, subject_of=ChartSubject, key=key):
        assert len(bench.capture(Modality.FACE)) == 1


def test_no_device_is_named_at_once(client):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    began = time.monotonic()
    assert (
        refused(lambda: DeviceBench([port], client, first_use()).capture(Modality.FACE)).code
        == "device.not_found"
    )
    assert time.monotonic() - began < 20  # a capture may take 30 s


def test_an_unplugged_device_is_found_again_on_another_port(client, key):
    with DeviceSimulator(0, subject_of=ChartSubject, key=key) as one:
        other_port = DeviceSimulator(0, subject_of=ChartSubject, key=key)
        bench = DeviceBench([one.port, other_port.port], client, only(one.thumbprint))
        other_port.stop()
        assert bench.capture(Modality.FACE)[0].device_id == f"SIM-FACE-{one.port}"
    assert refused(lambda: bench.capture(Modality.FACE)).code == "device.not_found"
    with DeviceSimulator(other_port.port, subject_of=ChartSubject, key=key):
        assert bench.capture(Modality.FACE)[0].device_id == f"SIM-FACE-{other_port.port}"


def test_a_foreign_program_on_a_device_port_is_passed_over(client, simulator):
    def speak(listening):
        connection, _ = listening.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(b"220 ready\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        # the probe connects first, discovery second
        threads = [threading.Thread(target=speak, args=(listening,), daemon=True) for _ in range(2)]
        for thread in threads:
            thread.start()
        bench = DeviceBench([listening.getsockname()[1], simulator.port], client, only(simulator.thumbprint))
        assert len(bench.discover()) == 3


def test_only_open_ports_are_asked(simulator):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert open_ports([simulator.port, closed.getsockname()[1]], 0.3) == [simulator.port]


def test_probing_all_hundred_ports_takes_a_moment_only():
    began = time.monotonic()
    open_ports(range(4501, 4601), 0.3)
    assert time.monotonic() - began < 15  # one after the other: 30 s


def test_a_taken_port_is_named(simulator):
    assert refused(lambda: DeviceSimulator(simulator.port)).code == "device.port_in_use"


@pytest.mark.parametrize(
    ("modality", "places"), [(Modality.FINGER, LEFT_FOUR), (Modality.IRIS, EYES), (Modality.FACE, (None,))]
)
def test_a_preview_is_one_jpeg(bench, modality, places):
    import io

    from PIL import Image

    picture = Image.open(io.BytesIO(bench.preview(modality, places)))
    assert (picture.format, picture.height) == ("JPEG", 240)


def test_a_preview_shows_what_is_captured_next(bench):
    before = bench.preview(Modality.IRIS, EYES)
    assert bench.preview(Modality.IRIS, EYES) == before
    bench.capture(Modality.IRIS, EYES)
    assert bench.preview(Modality.IRIS, EYES) != before


@pytest.mark.parametrize(
    ("status", "code"), [("Busy", "device.busy"), ("Not Registered", "device.not_registered")]
)
def test_a_preview_of_a_device_that_cannot_is_refused_by_name(bench, simulator, status, code):
    simulator.set(status=status)
    assert refused(lambda: bench.preview(Modality.FACE)).code == code


def test_settings_change_over_http(client, simulator, bench):
    answer = client.post(f"{simulator.url}/_simulator", json={"person": 5, "quality": 40, "broken": ["Iris"]})
    assert answer.status_code == 200
    assert (answer.json()["person"], answer.json()["quality"]) == (5, 40)
    assert client.get(f"{simulator.url}/_simulator").json() == answer.json()
    assert bench.capture(Modality.FACE)[0].quality == 40
    assert refused(lambda: bench.capture(Modality.IRIS, EYES)).code == "device.broken"


def test_a_wrong_setting_over_http_names_the_problem_in_both_languages(client, simulator):
    for body in ({"quality": 200}, {"unheard": 1}):
        answer = client.post(f"{simulator.url}/_simulator", json=body)
        assert answer.status_code == 422
        assert answer.json()["code"] == "device.setting_invalid"
        assert {"id", "en"} <= answer.json().keys()
    assert client.post(
        f"{simulator.url}/_simulator", content=b"[", headers={"Content-Type": "application/json"}
    ).status_code == 422  # fmt: skip


def test_a_foreign_web_page_cannot_reach_the_simulator(client, simulator):
    form = client.post(
        f"{simulator.url}/_simulator", content=b'{"quality": 1}', headers={"Content-Type": "text/plain"}
    )
    assert form.status_code == 415
    rebound = client.get(f"{simulator.url}/_simulator", headers={"Host": "evil.example"})
    assert rebound.status_code == 400


def test_requests_and_answers_have_a_longest_size(client, simulator, bench, monkeypatch):
    long = client.request("RCAPTURE", f"{simulator.url}/capture", content=b" " * 70_000)
    assert long.status_code == 413
    bench.discover()
    monkeypatch.setattr("rekam.edge.device.reply.ANSWER_OCTETS", 1000)
    assert refused(lambda: bench.capture(Modality.FACE)).details["part"] == "length"


def test_a_whole_hand_costs_under_half_a_core_second(bench):
    """Processor time of client and simulator together: wall time says more of who else runs than of this."""
    bench.capture(Modality.FINGER, LEFT_FOUR)  # loads the WSQ reader
    times = []
    for _ in range(5):
        began = time.process_time()
        bench.capture(Modality.FINGER, LEFT_FOUR)
        times.append(time.process_time() - began)
    assert min(times) <= 0.5
