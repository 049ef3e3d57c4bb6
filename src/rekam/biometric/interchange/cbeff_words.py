"""What CBEFF calls fingers, eyes and faces, and what others write instead."""

from collections.abc import Mapping

from rekam.biometric.position import Eye, FingerPosition, Modality
from rekam.biometric.sample import Place

TYPE: Mapping[Modality, str] = {Modality.FINGER: "Finger", Modality.IRIS: "Iris", Modality.FACE: "Face"}
"""Words of ISO/IEC 19785-3, as MOSIP writes them."""
FORMAT_TYPE: Mapping[Modality, str] = {Modality.FINGER: "7", Modality.IRIS: "9", Modality.FACE: "8"}
"""IBIA's numbers of image records, owner 257."""

_MODALITY: Mapping[str, Modality] = {
    "finger": Modality.FINGER,
    "fingerprint": Modality.FINGER,
    "iris": Modality.IRIS,
    "face": Modality.FACE,
    "facial": Modality.FACE,
}
_SIDES = {"right", "left"}
_NAMES = {
    "thumb": "Thumb",
    "index": "IndexFinger",
    "middle": "MiddleFinger",
    "ring": "RingFinger",
    "little": "LittleFinger",
}


def modality_of(word: str) -> Modality | None:
    """``Finger``, ``FINGERPRINT``, ``Iris``, ``Face``; ``None`` for all else."""
    return _MODALITY.get(word.strip().lower())


def place_of(modality: Modality, words: str) -> Place:
    """``Right IndexFinger``, ``Left Index Finger``, ``Left Eye``; ``None`` where the words name no place."""
    said = words.lower().replace("finger", " ").replace("eye", " ").split()
    side = next((word for word in said if word in _SIDES), None)
    if side is None:
        return None
    if modality is Modality.IRIS and said == [side]:
        return Eye[side.upper()]
    if modality is Modality.FINGER:
        name = next((word for word in said if word in _NAMES), None)
        if name is not None and len(said) == 2:
            return FingerPosition[f"{side}_{name}".upper()]
    return None


def subtype_of(place: Place) -> str:
    """The words for a place; empty for a face."""
    if isinstance(place, Eye):
        return place.name.capitalize()
    if isinstance(place, FingerPosition):
        side, _, name = place.name.lower().partition("_")
        return f"{side.capitalize()} {_NAMES[name]}"
    return ""
