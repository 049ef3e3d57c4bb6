"""When an item is good enough to go on with."""

from enum import Enum

from rekam.biometric import FingerPosition, Modality
from rekam.recording import parameters
from rekam.recording.item import Item

_LITTLE = (FingerPosition.RIGHT_LITTLE, FingerPosition.LEFT_LITTLE)
_THUMB_INDEX = (
    FingerPosition.RIGHT_THUMB,
    FingerPosition.RIGHT_INDEX,
    FingerPosition.LEFT_THUMB,
    FingerPosition.LEFT_INDEX,
)


class Word(Enum):
    """How good, in a word for the operator."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


def gate(item: Item) -> int:
    """Lowest quality (0-100) with which the item passes at once."""
    match item.modality:
        case Modality.FINGER if item.place in _THUMB_INDEX:
            return parameters.FINGER_GATE_THUMB_INDEX
        case Modality.FINGER if item.place in _LITTLE:
            return parameters.FINGER_GATE_LITTLE
        case Modality.FINGER:
            return parameters.FINGER_GATE_MIDDLE_RING
        case Modality.IRIS:
            return parameters.IRIS_GATE
        case Modality.FACE:
            return parameters.FACE_GATE
        case Modality.SIGNATURE:
            return 0


def passes(item: Item, quality: int) -> bool:
    """Whether this quality is enough without trying again; an unmeasured signature is."""
    if item is Item.SIGNATURE:
        return True
    return quality != parameters.NOT_MEASURED and quality >= gate(item)


def word(item: Item, quality: int) -> Word:
    """The word beside the bar."""
    if not passes(item, quality):
        return Word.POOR
    good = item is Item.SIGNATURE or quality >= max(parameters.QUALITY_GOOD, gate(item))
    return Word.GOOD if good else Word.FAIR
