"""The eight steps of one recording, in the order of the counter (``PAGES.md``, Rekam 1-8)."""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from rekam.recording.item import IRIS_ITEMS, LEFT_FOUR_ITEMS, RIGHT_FOUR_ITEMS, THUMB_ITEMS, Item


class Step(IntEnum):
    """A page of the wizard; the number is the one the operator sees."""

    BIODATA = 1
    PHOTO = 2
    SIGNATURE = 3
    RIGHT_FOUR = 4
    LEFT_FOUR = 5
    THUMBS = 6
    IRIS = 7
    REVIEW = 8


ITEMS_OF: Mapping[Step, tuple[Item, ...]] = MappingProxyType(
    {
        Step.BIODATA: (),
        Step.PHOTO: (Item.FACE,),
        Step.SIGNATURE: (Item.SIGNATURE,),
        Step.RIGHT_FOUR: RIGHT_FOUR_ITEMS,
        Step.LEFT_FOUR: LEFT_FOUR_ITEMS,
        Step.THUMBS: THUMB_ITEMS,
        Step.IRIS: IRIS_ITEMS,
        Step.REVIEW: (),
    }
)

STEP_OF: Mapping[Item, Step] = MappingProxyType(
    {item: step for step, items in ITEMS_OF.items() for item in items}
)
