"""One item of ``biometricData`` as an image in memory."""

import base64
import binascii
from collections.abc import Mapping
from typing import Any

import numpy as np

from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition, Modality
from rekam.biometric.image import Grey
from rekam.biometric.interchange.extensible import face, finger, iris
from rekam.biometric.interchange.picture_record import read_pictures
from rekam.biometric.interchange.recorded_picture import RecordedPicture
from rekam.biometric.picture import LEAST_SIDE, MOST_PIXELS, decode_colour, decode_grey
from rekam.engine.osia.words import EYES, FINGERS
from rekam.problem import Problem

DPI = 500.0
"""Where nothing is said (ISO/IEC 19794-4 and the FBI's EBTS take it as the norm)."""
DPI_RANGE = (100.0, 4000.0)
"""Sensors from the coarsest mobile one to research devices."""

_MAGICS = frozenset({b"FIR\0", b"IIR\0", b"FAC\0"})
"""First octets of a record of ISO/IEC 19794-4, -6 and -5."""
_TAGS = frozenset(bytes((part.APPLICATION,)) for part in (face, finger, iris))
"""First octet of a record of ISO/IEC 39794; no picture begins with one of them."""

Place = FingerPosition | Eye


def place_of(item: Mapping[str, Any]) -> Place:
    """The finger or eye of an item.

    Raises:
        Problem: ``engine.item_not_compared`` for a type, or a group of fingers, that the engine does not compare.
    """
    kind, subtype = item["biometricType"], item.get("biometricSubType", "UNKNOWN")
    place = {"FINGER": FINGERS.get(subtype), "IRIS": EYES.get(subtype)}.get(kind)
    if place is None:
        raise Problem("engine.item_not_compared", type=kind, subtype=subtype)
    return place


def buffer(item: Mapping[str, Any], name: str) -> bytes:
    """The bytes of ``image`` or ``template``.

    Raises:
        Problem: ``engine.buffer_not_base64``.
    """
    try:
        return base64.b64decode(item[name], validate=True)
    except (binascii.Error, ValueError) as error:
        raise Problem("engine.buffer_not_base64", field=name) from error


def image_of(item: Mapping[str, Any], place: Place) -> FingerImage | EyeImage:
    """The picture of an item: an encoded picture, an ISO record of any edition, or raw pixels with their size.

    Raises:
        Problem: ``biometric.picture_…``, ``biometric.record_unreadable``, ``engine.buffer_not_base64``,
            ``engine.place_differs``, ``engine.resolution_bad``.
    """
    if isinstance(place, FingerPosition):
        pixels, dpi = ridges_of(item, int(place))
        return FingerImage(place, pixels, dpi)
    content = buffer(item, "image")
    if _is_record(content, item):
        return EyeImage(place, _recorded(content, Modality.IRIS, int(place)).grey())
    return EyeImage(place, _grey(content, item))


def portrait_of(item: Mapping[str, Any]) -> FaceImage:
    """The portrait of an item, an encoded picture or an ISO record.

    Raises:
        Problem: As ``image_of``.
    """
    content = buffer(item, "image")
    if _is_record(content, item):
        return FaceImage(_recorded(content, Modality.FACE, 0).colour())
    return FaceImage(decode_colour(content))


def ridges_of(item: Mapping[str, Any], code: int) -> tuple[Grey, float]:
    """Pixels of one finger or a slap, and their number an inch.

    Args:
        item: One item.
        code: Position that a record in it may name (ISO/IEC 19794-4:2011, table 5).

    Raises:
        Problem: As ``image_of``.
    """
    content = buffer(item, "image")
    if _is_record(content, item):
        one = _recorded(content, Modality.FINGER, code)
        return one.grey(), _checked_dpi(one.dpi or DPI)
    return _grey(content, item), _checked_dpi(float(item.get("resolution", DPI)))


def _is_record(content: bytes, item: Mapping[str, Any]) -> bool:
    """Whether it is a record; raw pixels may begin with the octet of a tag, so a width with them decides."""
    tagged = content[:1] in _TAGS and not (item.get("compression") == "NONE" and "width" in item)
    return content[:4] in _MAGICS or tagged


def _recorded(content: bytes, modality: Modality, code: int) -> RecordedPicture:
    """The first picture of a record, which may leave the place open (0) but must not name another."""
    (one, *_) = read_pictures(content)
    if one.modality is not modality or one.place not in (0, code):
        raise Problem("engine.place_differs")
    return one


def _grey(content: bytes, item: Mapping[str, Any]) -> Grey:
    return _raw(content, item) if item.get("compression") == "NONE" else decode_grey(content)


def _checked_dpi(dpi: float) -> float:
    if not DPI_RANGE[0] <= dpi <= DPI_RANGE[1]:
        raise Problem("engine.resolution_bad", least=int(DPI_RANGE[0]), most=int(DPI_RANGE[1]))
    return dpi


def _raw(content: bytes, item: Mapping[str, Any]) -> Grey:
    if item.get("bitdepth", 8) != 8:
        raise Problem("biometric.picture_unreadable")
    return _grid(content, int(item.get("width", 0)), int(item.get("height", 0)))


def _grid(octets: bytes, width: int, height: int) -> Grey:
    if min(width, height) < LEAST_SIDE or width * height != len(octets):
        raise Problem("biometric.picture_unreadable")
    if width * height > MOST_PIXELS:
        raise Problem("biometric.picture_too_large", size=f"{width} × {height} px")
    return np.frombuffer(octets, np.uint8).reshape(height, width)
