import numpy as np
import pytest

from rekam.abis import FingerTemplate
from rekam.biometric import FingerPosition
from rekam.biometric.interchange.card_minutiae import CardFormat
from rekam.card.chip import CHIP_BYTES, read_chip, write_chip
from rekam.problem import Problem


def finger(seed: int, minutiae: int = 90) -> FingerTemplate:
    random = np.random.default_rng(seed)
    flow = np.zeros((25, 25), np.uint8)
    places = (random.integers(0, 400, minutiae).astype(np.uint16) for _ in range(2))
    turns, quality = (random.integers(0, 256, minutiae).astype(np.uint8) for _ in range(2))
    return FingerTemplate(*places, turns, quality, flow, 400, 400)


RIGHT, LEFT, THUMB = FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX, FingerPosition.LEFT_THUMB


@pytest.mark.parametrize(("form", "most"), [(CardFormat.COMPACT, 450), (CardFormat.NORMAL, 700)])
def test_two_fingers_of_ninety_minutiae_leave_the_chip_room_for_the_photograph(form, most):
    group = write_chip({RIGHT: finger(1), LEFT: finger(2), THUMB: finger(3)}, {THUMB: 99}, form=form)
    assert len(group) < most < CHIP_BYTES / 10
    read = read_chip(group)
    assert tuple(read) == (RIGHT, LEFT)
    assert [len(one.x) for one in read.values()] == [60, 60]


def test_a_person_without_readable_fingers_has_a_chip_without_templates():
    assert read_chip(write_chip({}, {})) == {}


def test_a_chip_with_too_few_minutiae_is_no_finger():
    with pytest.raises(Problem) as caught:
        read_chip(write_chip({RIGHT: finger(1, minutiae=3)}, {}))
    assert caught.value.code == "abis.finger_unreadable"
