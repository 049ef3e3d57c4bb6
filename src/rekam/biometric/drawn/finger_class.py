from enum import IntEnum

import numpy as np
from scipy.special import ndtr

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.seed import Stream, stream
from rekam.biometric.position import FingerPosition


class FingerClass(IntEnum):
    """The five classes of Henry and Galton as Wilson, Candela and Watson count them, simplest first."""

    ARCH = 0
    TENTED_ARCH = 1
    RADIAL_LOOP = 2
    ULNAR_LOOP = 3
    WHORL = 4


def digit_of(position: FingerPosition) -> int:
    """0 = thumb ... 4 = little finger, of either hand."""
    return (position - 1) % 5


def is_right(position: FingerPosition) -> bool:
    """Whether the finger is of the right hand."""
    return position <= FingerPosition.RIGHT_LITTLE


def finger_class(person: int, position: FingerPosition) -> FingerClass:
    """The class of one finger.

    The classes are ordered by complexity; a normal value that fingers of one person, and the same fingers of both
    hands, partly share is cut at each finger's own shares.
    """
    values = stream(Stream.FINGER_CLASS, person).standard_normal(16)
    digit = digit_of(position)
    own_share = 1.0 - p.CLASS_SHARE_PERSON - p.CLASS_SHARE_PAIR
    value = (
        np.sqrt(p.CLASS_SHARE_PERSON) * values[0]
        + np.sqrt(p.CLASS_SHARE_PAIR) * values[1 + digit]
        + np.sqrt(own_share) * values[5 + position]
    )
    ends = np.cumsum(p.FINGER_CLASS_SHARES[digit])
    return FingerClass(min(int(np.searchsorted(ends, ndtr(value))), FingerClass.WHORL))
