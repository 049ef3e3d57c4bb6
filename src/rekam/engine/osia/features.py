"""Features in the forms that clients exchange: our own, and minutiae of ISO/IEC 19794-2."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from rekam.abis import FingerTemplate, IrisTemplate
from rekam.abis.face.template import FaceTemplate
from rekam.abis.interchange.minutiae_record import minutiae_2005, minutiae_2011, templates_of
from rekam.biometric import Eye, FingerPosition
from rekam.biometric.interchange.minutiae_record import read_minutiae_record
from rekam.engine.osia.picture import Place, buffer
from rekam.problem import Problem

FINGER_FORMAT, IRIS_FORMAT, FACE_FORMAT = "REKAM_FINGER_1", "REKAM_IRIS_1", "REKAM_FACE_1"
"""`TemplateFormat` of our own features, which lose nothing."""
ISO_2005, ISO_2011 = "ISO_19794_2", "ISO_19794_2_2011"
"""`TemplateFormat` of minutiae records; OSIA's first name stands for the edition of 2005."""
_UNKNOWN = 255
"""Quality of a picture that we do not keep (ISO/IEC 19794-2:2011, 8.4.2.3)."""

Features = FingerTemplate | IrisTemplate | FaceTemplate

_OWN = {FingerTemplate: FINGER_FORMAT, IrisTemplate: IRIS_FORMAT, FaceTemplate: FACE_FORMAT}
_Writer = Callable[[FingerTemplate, FingerPosition, int], bytes]
_ISO: Mapping[str, _Writer] = {
    ISO_2005: lambda finger, place, _: minutiae_2005(finger, place).encode(),
    ISO_2011: lambda finger, place, seen: minutiae_2011(
        finger, place, _UNKNOWN, datetime.fromtimestamp(seen, UTC)
    ).encode(),
}


def written(
    features: Features, place: Place | None, wanted: str | None, seen: int
) -> tuple[str, bytes] | None:
    """Name and bytes of the format that is wanted, of our own if none is; nothing if it is not ours to write.

    Args:
        features: Of one finger, eye or face.
        place: Which finger or eye.
        wanted: A `TemplateFormat`.
        seen: When its picture came, unix seconds.
    """
    own = _OWN[type(features)]
    if wanted in (None, own):
        return own, features.to_bytes()
    if wanted in _ISO and isinstance(features, FingerTemplate) and isinstance(place, FingerPosition):
        return wanted, _ISO[wanted](features, place, seen)
    return None


def given(item: Mapping[str, Any], place: Place | None) -> Features:
    """The features in an item's ``template``.

    Raises:
        Problem: ``engine.template_format_unknown``, ``engine.place_differs``, ``abis.template_unreadable``,
            ``biometric.record_unreadable``.
    """
    kind = item.get("templateFormat")
    if place is None:
        if kind == FACE_FORMAT:
            return FaceTemplate.from_bytes(buffer(item, "template"))
    elif isinstance(place, Eye):
        if kind == IRIS_FORMAT:
            return IrisTemplate.from_bytes(buffer(item, "template"))
    elif kind == FINGER_FORMAT:
        return FingerTemplate.from_bytes(buffer(item, "template"))
    elif kind in _ISO:
        held = templates_of(read_minutiae_record(buffer(item, "template")))
        fitting = [finger for told, finger in held if told in (0, int(place))]
        if not fitting:
            raise Problem("engine.place_differs")
        return fitting[0]
    known = (FINGER_FORMAT, *_ISO, IRIS_FORMAT, FACE_FORMAT)
    raise Problem("engine.template_format_unknown", known=", ".join(known))
