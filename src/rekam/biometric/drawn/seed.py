"""One random stream a thing, so that drawing one thing more never changes another."""

from enum import IntEnum

import numpy as np


class Stream(IntEnum):
    """What a stream of random numbers is for; never renumber."""

    FINGER_CLASS = 1
    FINGER_MASTER = 2
    FINGER_IMPRESSION = 3
    IRIS_TEXTURE = 4
    EYE_SHAPE = 5
    EYE_CAPTURE = 6
    FACE = 7
    FACE_CAPTURE = 8
    SIGNATURE = 9
    DEGRADE = 10
    FINGER_WEAR = 11
    FINGER_BALD = 12
    FINGER_SCARS = 13


def stream(what: Stream, *key: int) -> np.random.Generator:
    """The random numbers of one thing: the same key always gives the same numbers.

    Args:
        what: What is drawn.
        key: Person first, then finger or eye, then capture; each zero or more.
    """
    return np.random.default_rng([int(what), *key])
