from dataclasses import dataclass
from enum import Enum

from rekam.biometric.position import Eye, FingerPosition, Modality


class ExceptionReason(Enum):
    """Why an item was not captured; the words of the form stand in ``docs/words.md``."""

    MISSING = "missing"
    BANDAGED = "bandaged"
    UNREADABLE = "unreadable"
    BLIND = "blind"
    CANNOT_SIGN = "cannot_sign"
    CANNOT_COOPERATE = "cannot_cooperate"
    DEVICE_BROKEN = "device_broken"


Place = FingerPosition | Eye | None
"""Which finger or eye; ``None`` for face and signature."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One captured item in its interchange record.

    Attributes:
        modality: Kind of item.
        place: Finger or eye; ``None`` for face and signature.
        media_type: ``image/x-wsq`` (finger), ``image/jp2`` (iris, face), ``image/png`` (signature).
        content: Encoded picture.
        quality: 0-100 as shown to the operator (NFIQ 2 for fingers), 254 = not measured.
        attempts: How many captures were made of this item; the best is kept.
    """

    modality: Modality
    place: Place
    media_type: str
    content: bytes
    quality: int
    attempts: int = 1


@dataclass(frozen=True, slots=True)
class MissingItem:
    """An item that was excepted, with its reason."""

    modality: Modality
    place: Place
    reason: ExceptionReason
