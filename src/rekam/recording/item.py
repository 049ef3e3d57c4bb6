"""The fourteen things one recording holds, each with a stable key."""

from enum import Enum

from rekam.biometric import LEFT_FOUR, RIGHT_FOUR, THUMBS, Eye, FingerPosition, Modality
from rekam.biometric.sample import Place


class Item(Enum):
    """One thing to capture; the value is its key in events, addresses and notes."""

    FACE = "face"
    SIGNATURE = "signature"
    RIGHT_THUMB = "finger.1"
    RIGHT_INDEX = "finger.2"
    RIGHT_MIDDLE = "finger.3"
    RIGHT_RING = "finger.4"
    RIGHT_LITTLE = "finger.5"
    LEFT_THUMB = "finger.6"
    LEFT_INDEX = "finger.7"
    LEFT_MIDDLE = "finger.8"
    LEFT_RING = "finger.9"
    LEFT_LITTLE = "finger.10"
    RIGHT_IRIS = "iris.1"
    LEFT_IRIS = "iris.2"

    @property
    def modality(self) -> Modality:
        """What kind of sample it is."""
        return Modality(self.value.partition(".")[0])

    @property
    def place(self) -> Place:
        """Which finger or eye; ``None`` for face and signature."""
        number = self.value.partition(".")[2]
        match self.modality:
            case Modality.FINGER:
                return FingerPosition(int(number))
            case Modality.IRIS:
                return Eye(int(number))
            case _:
                return None


def item_of(modality: Modality, place: Place) -> Item:
    """The item for what a device names.

    Raises:
        ValueError: If no recording holds such an item.
    """
    return Item(modality.value if place is None else f"{modality.value}.{int(place)}")


RIGHT_FOUR_ITEMS = tuple(item_of(Modality.FINGER, finger) for finger in RIGHT_FOUR)
LEFT_FOUR_ITEMS = tuple(item_of(Modality.FINGER, finger) for finger in LEFT_FOUR)
THUMB_ITEMS = tuple(item_of(Modality.FINGER, finger) for finger in THUMBS)
IRIS_ITEMS = (Item.RIGHT_IRIS, Item.LEFT_IRIS)
