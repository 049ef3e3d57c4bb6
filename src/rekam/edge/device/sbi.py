"""The words of MOSIP SBI 0.9.5 and what they mean here."""

from collections.abc import Mapping, Sequence

from rekam.biometric import LEFT_FOUR, RIGHT_FOUR, THUMBS, Eye, FingerPosition, Modality
from rekam.biometric.sample import Place

SPEC_VERSION = "0.9.5"
REGISTRATION = "Registration"

TYPE: Mapping[Modality, str] = {Modality.FINGER: "Finger", Modality.IRIS: "Iris", Modality.FACE: "Face"}
MODALITY: Mapping[str, Modality] = {word: modality for modality, word in TYPE.items()}
ANY_TYPE = "Biometric Device"

SUB_TYPE: Mapping[FingerPosition, str] = {
    FingerPosition.RIGHT_THUMB: "Right Thumb",
    FingerPosition.RIGHT_INDEX: "Right IndexFinger",
    FingerPosition.RIGHT_MIDDLE: "Right MiddleFinger",
    FingerPosition.RIGHT_RING: "Right RingFinger",
    FingerPosition.RIGHT_LITTLE: "Right LittleFinger",
    FingerPosition.LEFT_THUMB: "Left Thumb",
    FingerPosition.LEFT_INDEX: "Left IndexFinger",
    FingerPosition.LEFT_MIDDLE: "Left MiddleFinger",
    FingerPosition.LEFT_RING: "Left RingFinger",
    FingerPosition.LEFT_LITTLE: "Left LittleFinger",
}
"""Sub-type words of fingers; eyes are in ``EYE_SUB_TYPE`` (both enums are integers and would collide)."""

EYE_SUB_TYPE: Mapping[Eye, str] = {Eye.LEFT: "Left", Eye.RIGHT: "Right"}

PLACE: Mapping[str, FingerPosition | Eye] = {
    **{word: place for place, word in SUB_TYPE.items()},
    **{word: eye for eye, word in EYE_SUB_TYPE.items()},
}

SUB_ID: Mapping[Modality, Mapping[str, Sequence[Place]]] = {
    Modality.FINGER: {"1": LEFT_FOUR, "2": RIGHT_FOUR, "3": THUMBS},
    Modality.IRIS: {"1": (Eye.LEFT,), "2": (Eye.RIGHT,), "3": (Eye.LEFT, Eye.RIGHT)},
    Modality.FACE: {"0": (None,)},
}
"""What each sub-device shows: left slap, right slap, thumbs; left, right, both eyes; the face."""

SUCCESS = "0"
NOT_REGISTERED = "100"
NOTHING_SEEN = "101"
TECHNICAL_ERROR = "102"
DEVICE_NOT_FOUND = "106"
NOT_SUPPORTED = "109"
NOT_READY = "110"
BUSY = "111"
TRANSACTION_INVALID = "112"
COUNT_WRONG = "113"
TYPE_WRONG = "120"
SUB_TYPE_WRONG = "122"
TYPE_UNKNOWN = "502"
REQUEST_INVALID = "590"

ERROR_INFO: Mapping[str, str] = {
    SUCCESS: "Success",
    NOT_REGISTERED: "Device not registered",
    NOTHING_SEEN: "Unable to detect a biometric object",
    TECHNICAL_ERROR: "Technical error during extraction",
    DEVICE_NOT_FOUND: "Device not found",
    NOT_SUPPORTED: "Requested number of biometric (Finger/IRIS) not supported",
    NOT_READY: "Device is not ready",
    BUSY: "Device is busy",
    TRANSACTION_INVALID: "Invalid transaction id",
    COUNT_WRONG: "Count does not fit the sub-types",
    TYPE_WRONG: "Device type does not fit the device id",
    SUB_TYPE_WRONG: "Sub-types do not fit the sub-device",
    TYPE_UNKNOWN: "Type is none of Biometric Device, Finger, Iris, Face",
    REQUEST_INVALID: "Request does not follow the specification",
}
"""100-109 stand in the specification; 110-122 and 502 are those of MOSIP's own device mock; 590 is ours (5xx is free)."""

PROBLEM: Mapping[str, str] = {
    "100": "device.not_registered",
    "101": "device.nothing_seen",
    "102": "device.broken",
    "103": "device.tampered",
    "104": "device.not_ready",
    "105": "device.upside_down",
    "106": "device.not_found",
    "107": "device.certificate_expired",
    "110": "device.not_ready",
    "111": "device.busy",
    "112": "device.transaction_mismatch",
    "202": "device.not_found",
    "503": "device.not_found",
    "607": "device.not_ready",
    "701": "device.nothing_seen",
    "703": "device.busy",
    "705": "device.not_found",
}
"""Problem for an error code; every other code is ``device.request_refused`` and keeps its number."""


def error(code: str) -> dict[str, str]:
    """The ``error`` object for a code."""
    return {"errorCode": code, "errorInfo": ERROR_INFO[code]}


def sub_type(place: Place) -> str | None:
    """The word for a finger or an eye; ``None`` for the face."""
    if isinstance(place, FingerPosition):
        return SUB_TYPE[place]
    return EYE_SUB_TYPE[place] if isinstance(place, Eye) else None


def modality_of(place: Place) -> Modality:
    """What kind of device shows this place; ``None`` is the face."""
    if isinstance(place, FingerPosition):
        return Modality.FINGER
    return Modality.IRIS if isinstance(place, Eye) else Modality.FACE


def sub_id_for(modality: Modality, places: Sequence[Place]) -> str:
    """The sub-device that shows all these places at once.

    Raises:
        ValueError: If no sub-device does, for example for a thumb and a ring finger.
    """
    wanted = {sub_type(place) for place in places}
    for sub_id, shown in SUB_ID[modality].items():
        if wanted <= {sub_type(place) for place in shown}:
            return sub_id
    message = f"no sub-device of {modality.value} shows {sorted(map(str, wanted))} at once"
    raise ValueError(message)
