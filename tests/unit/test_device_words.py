from string import Formatter

import pytest

from rekam.biometric import LEFT_FOUR, RIGHT_FOUR, THUMBS, Eye, FingerPosition, Modality
from rekam.edge.device.info import read_discovery
from rekam.edge.device.moment import read_moment, skew_s, written
from rekam.edge.device.preview import _frame
from rekam.edge.device.refusal import refusal
from rekam.edge.device.sbi import PLACE, PROBLEM, sub_id_for, sub_type
from rekam.problem import TABLE


def names(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("code", [code for code in TABLE if code.startswith("device.")])
def test_both_languages_have_the_same_places(code):
    assert names(TABLE[code].id) == names(TABLE[code].en)


@pytest.mark.parametrize("code", ["0100", *PROBLEM, "599", "abc"])
def test_every_device_error_has_words_in_both_languages(code):
    problem = refusal({"errorCode": code, "errorInfo": "a\nb" * 200}, "Rekam D1")
    assert "{" not in problem.say("id") + problem.say("en")
    assert "\n" not in problem.say("id")
    assert len(problem.say("id")) < 400


def test_a_thumb_and_a_right_eye_keep_their_own_words_though_their_numbers_are_equal():
    assert FingerPosition.RIGHT_THUMB == Eye.RIGHT == 1
    assert sub_type(FingerPosition.RIGHT_THUMB) == "Right Thumb"
    assert sub_type(Eye.RIGHT) == "Right"
    assert sub_type(None) is None


def test_each_place_has_one_word():
    assert len(PLACE) == 12
    assert all(sub_type(place) == word for word, place in PLACE.items())


@pytest.mark.parametrize(
    ("modality", "places", "sub_id"),
    [
        (Modality.FINGER, LEFT_FOUR, "1"),
        (Modality.FINGER, RIGHT_FOUR, "2"),
        (Modality.FINGER, THUMBS, "3"),
        (Modality.FINGER, (FingerPosition.LEFT_THUMB,), "3"),
        (Modality.FINGER, (FingerPosition.LEFT_RING,), "1"),
        (Modality.IRIS, (Eye.LEFT,), "1"),
        (Modality.IRIS, (Eye.RIGHT,), "2"),
        (Modality.IRIS, (Eye.RIGHT, Eye.LEFT), "3"),
        (Modality.FACE, (None,), "0"),
    ],
)
def test_sub_devices_are_numbered_as_the_specification_says(modality, places, sub_id):
    assert sub_id_for(modality, places) == sub_id


def test_no_sub_device_shows_both_hands():
    with pytest.raises(ValueError, match="at once"):
        sub_id_for(Modality.FINGER, (FingerPosition.LEFT_RING, FingerPosition.RIGHT_RING))


def test_moments_are_written_in_utc_and_read_with_any_zone():
    moment = read_moment("2026-03-01T15:15:30.5+07:00")
    assert written(moment) == "2026-03-01T08:15:30Z"
    assert skew_s("2026-03-01T08:15:25Z", moment) in (-5, -6)
    assert read_moment("2026-03-01T08:15:30") == read_moment("2026-03-01T08:15:30Z")


@pytest.mark.parametrize(
    "answer", [None, {}, [], [None], [{}], [{"digitalId": "!"}], "x", [{"digitalId": "e30"}]]
)
def test_a_strange_answer_to_discovery_is_no_device(answer):
    assert read_discovery(answer, 4501, read_moment("2026-03-01T08:15:30Z")) == []


def test_a_frame_is_cut_out_by_its_stated_length():
    image = b"\xff\xd8\xff\xe0 thumbnail \xff\xd9 rest \xff\xd9"
    head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(image)}\r\n\r\n".encode()
    whole = head + image + b"\r\n--frame"
    assert _frame(bytearray(whole)) == image
    assert _frame(bytearray(head + image[:-1])) is None


def test_a_frame_without_length_ends_at_its_mark():
    assert _frame(bytearray(b"--x\r\n\r\n\xff\xd8\xff\xe0ab\xff\xd9\r\n")) == b"\xff\xd8\xff\xe0ab\xff\xd9"
    assert _frame(bytearray(b"--x\r\n\r\n\xff\xd8\xff\xe0ab")) is None
    assert _frame(bytearray(b"--x\r\n")) is None
