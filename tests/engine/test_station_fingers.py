"""The fingers are the ones asked for: in a capture, between steps, and once more before the resident agrees."""

from functools import cache

import numpy as np
import pytest
from station_counter import make_counter, resident

from rekam.abis import compare_fingers, extract_finger, read_finger
from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition
from rekam.biometric.drawn import finger_impression, signature
from rekam.problem import Problem
from rekam.recording import Accommodation, Item, SecondLook, Step, confusion
from rekam.station import StationConfig, StationOperator, open_station
from rekam.station.judge import EngineJudge, Judgement
from rekam.station.use.sign_in import account_of

WOMAN = resident(1).nik
R, L = FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX


@cache
def template(finger, impression=1):
    return extract_finger(finger_impression(11, finger, impression))


class TwoFingers:
    """A judge for pictures that show no body: ``shows`` says which real print each place stands for.

    Places that are not named have no print, as a finger that cannot be read.
    """

    compares = True

    def __init__(self):
        self.shows = {R: (R, 1), L: (L, 1)}

    def judge(self, one, item):
        return Judgement(80, None, self.template(one.image) if isinstance(one.image, FingerImage) else None)

    def template(self, image):
        shown = self.shows.get(image.position)
        return template(*shown) if shown else None


@pytest.fixture
def judge():
    return TwoFingers()


@pytest.fixture
def operator(tmp_path, judge):
    counter = make_counter(tmp_path)
    station = open_station(
        StationConfig(counter.folder / "station"), clock=counter.clock, bench=counter.bench, judge=judge
    )
    operator = StationOperator(station, account_of(station, "rina"))
    operator.begin(WOMAN)
    yield operator
    station.close()


def to_review(operator):
    for step in list(Step)[:-1]:
        if step is Step.SIGNATURE:
            operator.sign(signature(1, "SULASTRI"))
        elif step is not Step.BIODATA:
            operator.capture(step)
        operator.confirm(step)


def test_a_print_read_with_its_quality_knows_its_finger_and_no_other():
    again, other = template(R, 2), template(L)
    reading = read_finger(finger_impression(11, R, 1))
    assert 0 <= reading.quality <= 100
    assert compare_fingers(reading.template, again).score > 8
    assert compare_fingers(reading.template, other).score < 2


def test_one_finger_in_two_places_of_a_capture_is_named():
    found = confusion({Item.RIGHT_INDEX: template(R), Item.RIGHT_MIDDLE: template(R, 2)}, {})
    assert found is not None
    assert found.problem().code == "recording.same_finger_twice"
    assert confusion({Item.RIGHT_INDEX: template(R), Item.RIGHT_MIDDLE: template(L)}, {}) is None


def test_another_attempt_at_the_same_finger_is_no_confusion():
    assert confusion({Item.RIGHT_INDEX: template(R)}, {Item.RIGHT_INDEX: template(R, 2)}) is None


def test_the_wrong_hand_is_refused_and_nothing_is_kept(operator, judge):
    operator.capture(Step.RIGHT_FOUR)
    before = operator.draft
    judge.shows[L] = (R, 2)
    with pytest.raises(Problem) as caught:
        operator.capture(Step.LEFT_FOUR)
    assert caught.value == Problem("recording.finger_of_other_step", finger=7, other=2, step=4)
    assert operator.draft == before
    judge.shows[L] = (L, 1)
    assert operator.capture(Step.LEFT_FOUR).of(Item.LEFT_INDEX).best is not None


def test_the_check_survives_a_restart_because_prints_are_read_again(operator, judge):
    operator.capture(Step.RIGHT_FOUR)
    operator.station.prints.forget()
    judge.shows[L] = (R, 2)
    with pytest.raises(Problem, match="finger_of_other_step"):
        operator.capture(Step.LEFT_FOUR)


def test_matching_index_fingers_let_the_resident_agree_without_a_note(operator, judge):
    to_review(operator)
    judge.shows = {R: (R, 2), L: (L, 2)}
    draft = operator.consent()
    assert [draft.of(item).look for item in (Item.RIGHT_INDEX, Item.LEFT_INDEX)] == [SecondLook.SAME] * 2
    assert draft.consented_at is not None


def test_somebody_elses_finger_holds_the_sealing_up_until_it_is_noted(operator, judge):
    to_review(operator)
    judge.shows = {R: (L, 1), L: (L, 2)}
    for left in (2, 1):
        with pytest.raises(Problem) as caught:
            operator.recheck()
        assert caught.value == Problem("recording.index_differs", finger=2, left=left)
    assert operator.recheck().of(Item.RIGHT_INDEX).looks == 3
    operator.consent()
    from rekam.recording import notes

    assert "index check different: finger.2 after 3" in notes(operator.draft)


def test_capturing_the_finger_again_begins_its_check_anew(operator, judge):
    to_review(operator)
    judge.shows = {R: (L, 1), L: (L, 2)}
    with pytest.raises(Problem, match="index_differs"):
        operator.recheck()
    judge.shows = {R: (R, 1), L: (L, 1)}
    held = operator.capture(Step.RIGHT_FOUR).of(Item.RIGHT_INDEX)
    assert (held.look, held.looks) == (None, 0)


def test_a_scanner_that_breaks_before_the_check_does_not_hold_the_resident_up(operator):
    to_review(operator)
    operator.station.bench.problem = Problem("device.not_found")
    with pytest.raises(Problem, match=r"device\.not_found"):
        operator.recheck()
    assert operator.consent().consented_at is not None
    assert operator.draft.of(Item.LEFT_INDEX).look is SecondLook.NOT_COMPARED


def test_who_cannot_follow_needs_a_companion_by_name(operator):
    from rekam.biometric import ExceptionReason

    reason, supervisor = ExceptionReason.CANNOT_COOPERATE, ("budi", "rahasia")
    with pytest.raises(Problem, match="companion_first"):
        operator.except_item([Item.SIGNATURE], reason, supervisor)
    with pytest.raises(Problem, match="companion_needed"):
        operator.accommodate(Accommodation.COMPANION, "", "ibu")
    operator.accommodate(Accommodation.COMPANION, "SITI AMINAH", "ibu kandung")
    draft = operator.except_item([Item.SIGNATURE], reason, supervisor)
    assert draft.of(Item.SIGNATURE).exemption.reason is reason


def test_the_engine_judges_pictures_that_show_nothing_without_a_traceback():
    blank = np.full((480, 640), 200, np.uint8)
    judge = EngineJudge()
    for image, item in (
        (FingerImage(R, blank), Item.RIGHT_INDEX),
        (EyeImage(Eye.LEFT, blank), Item.LEFT_IRIS),
        (FaceImage(np.repeat(blank[:, :, None], 3, axis=2)), Item.FACE),
    ):
        judged = judge.judge(type("Shot", (), {"image": image})(), item)
        assert judged.quality < 40
        assert judged.cause is not None
    assert judge.template(FingerImage(R, blank)) is None
