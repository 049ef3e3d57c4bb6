import numpy as np
import pytest

from rekam.biometric import Eye, FingerPosition
from rekam.edge.device.simulator import ChartSubject, Settings, WrongAnswer
from rekam.edge.device.simulator.booth import Booth
from rekam.edge.device.simulator.degrade import CLEAN, degrade
from rekam.edge.device.simulator.setting import changed
from rekam.problem import Problem

INDEX = FingerPosition.LEFT_INDEX


@pytest.fixture
def booth():
    made = Booth(ChartSubject)
    yield made
    made.close()


def test_only_what_is_named_changes():
    settings = changed(Settings(quality=70), {"delay_ms": 250})
    assert (settings.quality, settings.delay_ms) == (70, 250)


def test_one_status_word_counts_for_all_devices():
    assert set(changed(Settings(), {"status": "Busy"}).status.values()) == {"Busy"}


def test_a_status_can_be_that_of_one_device():
    status = changed(Settings(), {"status": {"Iris": "Not Ready"}}).status
    assert status == {"Finger": "Ready", "Iris": "Not Ready", "Face": "Ready"}


def test_missing_places_are_named_by_word_or_by_position():
    assert changed(Settings(), {"missing": [INDEX, Eye.RIGHT, "Left Thumb"]}).missing == (
        "Left IndexFinger",
        "Right",
        "Left Thumb",
    )


def test_a_wrong_answer_is_named_by_its_word():
    assert changed(Settings(), {"wrong_answer": "garbage"}).wrong_answer is WrongAnswer.GARBAGE


@pytest.mark.parametrize(
    "changes",
    [
        {"quality": 101},
        {"quality": "good"},
        {"delay_ms": -1},
        {"status": "Asleep"},
        {"status": {"Ear": "Ready"}},
        {"status": 5},
        {"broken": ["Ear"]},
        {"missing": ["Left Toe"]},
        {"missing": 7},
        {"wrong_answer": "sing"},
        {"person": -1},
        {"unheard": 1},
    ],
)
def test_a_wrong_setting_is_refused_and_changes_nothing(booth, changes):
    before = booth.settings
    with pytest.raises(Problem) as caught:
        booth.set(**changes)
    assert caught.value.code == "device.setting_invalid"
    assert booth.settings == before


def test_the_same_attempt_shows_the_same_picture_and_the_next_another(booth):
    first = booth.picture(INDEX).pixels
    assert np.array_equal(booth.picture(INDEX).pixels, first)
    booth.taken([INDEX])
    second = booth.picture(INDEX).pixels
    assert not np.array_equal(second, first)
    assert np.array_equal(second, ChartSubject(booth.settings.sitter()).finger(INDEX, 2).pixels)


def test_attempts_are_counted_for_each_place_alone(booth):
    thumb = booth.picture(FingerPosition.RIGHT_THUMB).pixels
    booth.taken([Eye.RIGHT])  # has the number of the right thumb
    assert np.array_equal(booth.picture(FingerPosition.RIGHT_THUMB).pixels, thumb)


def test_a_new_sitter_begins_with_the_first_attempt(booth):
    booth.taken([INDEX, INDEX])
    booth.set(person=9)
    expected = ChartSubject(booth.settings.sitter()).finger(INDEX, 1).pixels
    assert np.array_equal(booth.picture(INDEX).pixels, expected)


def test_a_later_visit_begins_with_its_own_first_attempt(booth):
    booth.taken([INDEX])
    booth.set(first_attempt=50)
    expected = ChartSubject(booth.settings.sitter()).finger(INDEX, 50).pixels
    assert np.array_equal(booth.picture(INDEX).pixels, expected)


def test_a_change_of_quality_does_not_move_the_attempt(booth):
    booth.taken([INDEX])
    before = booth.picture(INDEX).pixels
    booth.set(quality=CLEAN)
    assert np.array_equal(booth.picture(INDEX).pixels, before)


def test_a_shown_subject_stays_until_the_sitter_changes(booth):
    other = ChartSubject(Settings(person=77).sitter())
    booth.show(other)
    assert np.array_equal(booth.picture(None).pixels, other.face(1).pixels)
    booth.set(person=2)
    assert not np.array_equal(booth.picture(None).pixels, other.face(1).pixels)


def test_good_quality_leaves_the_picture_alone():
    pixels = np.zeros((50, 40), np.uint8)
    assert degrade(pixels, CLEAN, (1,)) is pixels


def test_lower_quality_has_less_ridge_energy_and_the_same_noise_for_a_seed():
    pixels = ChartSubject(Settings().sitter()).finger(INDEX, 1).pixels
    spectrum = np.abs(np.fft.rfft2(pixels.astype(float)))
    ring = spectrum[1:].argmax() + spectrum.shape[1]  # the strongest ridge frequency, without the mean

    def energy(quality):
        return np.abs(np.fft.rfft2(degrade(pixels, quality, (5,)).astype(float))).ravel()[ring]

    energies = [energy(quality) for quality in (79, 60, 40, 20, 0)]
    assert energies == sorted(energies, reverse=True)
    assert np.array_equal(degrade(pixels, 30, (5,)), degrade(pixels, 30, (5,)))
    assert not np.array_equal(degrade(pixels, 30, (5,)), degrade(pixels, 30, (6,)))


def test_a_portrait_is_degraded_without_mixing_its_colours():
    red = np.zeros((40, 40, 3), np.uint8)
    red[..., 0] = 200
    worse = degrade(red, 60, (1,)).astype(float).mean((0, 1))
    assert worse[0] > worse[1] + 50
