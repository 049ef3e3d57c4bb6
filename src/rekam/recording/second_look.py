from enum import Enum


class SecondLook(Enum):
    """What a second capture of a finger says about the kept print."""

    SAME = "same"
    DIFFERENT = "different"
    NOT_COMPARED = "not_compared"
    """The device or the finger gave nothing to compare."""
