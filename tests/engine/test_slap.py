"""One picture of four fingers cut into its fingers."""

import numpy as np
import pytest

from rekam.abis import compare_fingers, extract_finger
from rekam.biometric import LEFT_FOUR, RIGHT_FOUR, FingerPosition
from rekam.biometric.drawn import finger_impression, slap_picture
from rekam.biometric.slap import Hand, segment
from rekam.problem import Problem

RING = FingerPosition.RIGHT_RING


@pytest.mark.parametrize(("turn", "shift"), [(14.0, (25, -15)), (-20.0, (0, 20))])
def test_each_finger_of_a_turned_hand_is_cut_out_upright_and_named(turn, shift):
    picture = slap_picture(3, RIGHT_FOUR, 1, turn=turn, shift=shift)
    fingers = segment(picture, Hand.RIGHT)
    assert tuple(one.position for one in fingers) == RIGHT_FOUR
    index = extract_finger(finger_impression(3, FingerPosition.RIGHT_INDEX, 2))
    scores = [compare_fingers(extract_finger(one), index).score for one in fingers[:2]]
    assert scores[0] > 8 > 2 > scores[1]


def test_the_left_hand_is_named_from_the_little_finger_on():
    # Seen in a mirror the right hand is a left one.
    fingers = segment(np.ascontiguousarray(slap_picture(3, RIGHT_FOUR, 1)[:, ::-1]), Hand.LEFT)
    assert tuple(one.position for one in fingers) == tuple(reversed(LEFT_FOUR))


def test_a_finger_that_is_not_there_leaves_the_names_of_the_others():
    fingers = segment(slap_picture(3, RIGHT_FOUR, 1, missing=(RING,)), Hand.RIGHT, (RING,))
    assert tuple(one.position for one in fingers) == tuple(one for one in RIGHT_FOUR if one is not RING)


def test_what_does_not_fit_is_named():
    whole, three = slap_picture(3, RIGHT_FOUR, 1), slap_picture(3, RIGHT_FOUR, 1, missing=(RING,))
    for picture, hand, missing, code in (
        (three, Hand.RIGHT, (), "biometric.slap_too_few"),
        (whole, Hand.RIGHT, (RING,), "biometric.slap_too_many"),
        (whole, Hand.LEFT, (), "biometric.slap_order"),
        (np.full((1100, 1720), 254, np.uint8), Hand.RIGHT, (), "biometric.slap_unreadable"),
    ):
        with pytest.raises(Problem) as caught:
            segment(picture, hand, missing)
        assert caught.value.code == code
