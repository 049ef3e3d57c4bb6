from enum import Enum, IntEnum


class FingerPosition(IntEnum):
    """Finger position codes of ISO/IEC 19794-2 table 2 (and of the card's chip)."""

    RIGHT_THUMB = 1
    RIGHT_INDEX = 2
    RIGHT_MIDDLE = 3
    RIGHT_RING = 4
    RIGHT_LITTLE = 5
    LEFT_THUMB = 6
    LEFT_INDEX = 7
    LEFT_MIDDLE = 8
    LEFT_RING = 9
    LEFT_LITTLE = 10


class Eye(IntEnum):
    """Eye codes of ISO/IEC 19794-6."""

    RIGHT = 1
    LEFT = 2


class Modality(Enum):
    """What kind of sample a recording holds."""

    FINGER = "finger"
    IRIS = "iris"
    FACE = "face"
    SIGNATURE = "signature"


RIGHT_FOUR = (
    FingerPosition.RIGHT_INDEX,
    FingerPosition.RIGHT_MIDDLE,
    FingerPosition.RIGHT_RING,
    FingerPosition.RIGHT_LITTLE,
)
LEFT_FOUR = (
    FingerPosition.LEFT_INDEX,
    FingerPosition.LEFT_MIDDLE,
    FingerPosition.LEFT_RING,
    FingerPosition.LEFT_LITTLE,
)
THUMBS = (FingerPosition.RIGHT_THUMB, FingerPosition.LEFT_THUMB)
