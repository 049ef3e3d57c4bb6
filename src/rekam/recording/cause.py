"""Why a capture is not good enough, and what the operator can do about it."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from rekam.biometric import FingerImage, Modality
from rekam.biometric.fault import FaceFault, IrisFault
from rekam.problem import Problem
from rekam.recording import parameters
from rekam.recording.item import Item

if TYPE_CHECKING:
    import numpy as np


class Cause(Enum):
    """A cause that has an advice in the problem table, ``recording.advice_<value>``."""

    FINGER_SMALL = "finger_small"
    FINGER_PALE = "finger_pale"
    FINGER_DARK = "finger_dark"
    FINGER_UNCLEAR = "finger_unclear"
    FINGER_UNREADABLE = "finger_unreadable"
    IRIS_UNCLEAR = "iris_unclear"
    IRIS_COVERED = "iris_covered"
    IRIS_BLURRED = "iris_blurred"
    IRIS_PUPIL = "iris_pupil"
    IRIS_AWAY = "iris_away"
    IRIS_EDGE = "iris_edge"
    IRIS_FAR = "iris_far"
    FACE_UNCLEAR = "face_unclear"
    FACE_NOT_ONE = "face_not_one"
    FACE_BLURRED = "face_blurred"
    FACE_DARK = "face_dark"
    FACE_BRIGHT = "face_bright"
    FACE_UNEVEN = "face_uneven"
    FACE_BACKGROUND = "face_background"
    FACE_FAR = "face_far"
    FACE_NEAR = "face_near"
    FACE_OFF_CENTRE = "face_off_centre"
    FACE_TILTED = "face_tilted"

    @property
    def advice(self) -> Problem:
        """The sentence for the operator, in both languages."""
        return Problem(f"recording.advice_{self.value}")


IRIS_CAUSE: Mapping[IrisFault, Cause] = MappingProxyType(
    {
        IrisFault.COVERED: Cause.IRIS_COVERED,
        IrisFault.BLURRED: Cause.IRIS_BLURRED,
        IrisFault.PUPIL: Cause.IRIS_PUPIL,
        IrisFault.AWAY: Cause.IRIS_AWAY,
        IrisFault.EDGE: Cause.IRIS_EDGE,
        IrisFault.FAR: Cause.IRIS_FAR,
        IrisFault.FLAT: Cause.IRIS_UNCLEAR,
    }
)

FACE_CAUSE: Mapping[FaceFault, Cause] = MappingProxyType(
    {
        FaceFault.NO_FACE: Cause.FACE_NOT_ONE,
        FaceFault.BLURRED: Cause.FACE_BLURRED,
        FaceFault.DARK: Cause.FACE_DARK,
        FaceFault.BRIGHT: Cause.FACE_BRIGHT,
        FaceFault.UNEVEN: Cause.FACE_UNEVEN,
        FaceFault.BACKGROUND: Cause.FACE_BACKGROUND,
        FaceFault.FAR: Cause.FACE_FAR,
        FaceFault.NEAR: Cause.FACE_NEAR,
        FaceFault.OFF_CENTRE: Cause.FACE_OFF_CENTRE,
        FaceFault.TILTED: Cause.FACE_TILTED,
    }
)


def finger_cause(image: FingerImage) -> Cause:
    """Says what is most likely wrong with a print that missed its gate.

    Ridge area is every block whose grey varies; its share of the picture and its mean grey tell a finger
    beside the glass, a dry one and a wet one apart. Anything else is called unclear.

    Args:
        image: The print, ridges dark on light.
    """
    blocks = _blocks(image.pixels)
    ridges = blocks.std(axis=(1, 3)) > parameters.FOREGROUND_DEVIATION
    if ridges.mean() < parameters.FINGER_SMALL_AREA:
        return Cause.FINGER_SMALL
    grey = float(blocks.mean(axis=(1, 3))[ridges].mean())
    if grey > parameters.FINGER_PALE_GREY:
        return Cause.FINGER_PALE
    if grey < parameters.FINGER_DARK_GREY:
        return Cause.FINGER_DARK
    return Cause.FINGER_UNCLEAR


def device_cause(item: Item) -> Cause | None:
    """The cause named for items whose quality only the device measured."""
    match item.modality:
        case Modality.IRIS:
            return Cause.IRIS_UNCLEAR
        case Modality.FACE:
            return Cause.FACE_UNCLEAR
        case Modality.FINGER:
            return Cause.FINGER_UNCLEAR
        case Modality.SIGNATURE:
            return None


def _blocks(
    pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]",
) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    """Array (rows, block, columns, block) float32 of whole blocks."""
    block = parameters.FOREGROUND_BLOCK
    rows, columns = pixels.shape[0] // block, pixels.shape[1] // block
    whole = pixels[: rows * block, : columns * block].astype("float32")
    return whole.reshape(rows, block, columns, block)
