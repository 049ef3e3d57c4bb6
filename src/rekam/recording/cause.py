"""Why a capture is not good enough, and what the operator can do about it."""

from enum import Enum

import numpy as np

from rekam.biometric import FingerImage, Modality
from rekam.problem import Problem
from rekam.recording import parameters
from rekam.recording.item import Item


class Cause(Enum):
    """A cause that has an advice in the problem table, ``recording.advice_<value>``."""

    FINGER_SMALL = "finger_small"
    FINGER_PALE = "finger_pale"
    FINGER_DARK = "finger_dark"
    FINGER_UNCLEAR = "finger_unclear"
    FINGER_UNREADABLE = "finger_unreadable"
    IRIS_UNCLEAR = "iris_unclear"
    FACE_UNCLEAR = "face_unclear"

    @property
    def advice(self) -> Problem:
        """The sentence for the operator, in both languages."""
        return Problem(f"recording.advice_{self.value}")


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
    pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Array (rows, block, columns, block) float32 of whole blocks."""
    block = parameters.FOREGROUND_BLOCK
    rows, columns = pixels.shape[0] // block, pixels.shape[1] // block
    whole = pixels[: rows * block, : columns * block].astype(np.float32)
    return whole.reshape(rows, block, columns, block)
