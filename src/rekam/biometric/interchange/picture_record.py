"""The pictures in an image record of any edition, with what each one shows: one door for all senders."""

from collections.abc import Callable

from rekam.biometric.interchange import extensible
from rekam.biometric.interchange.extensible import face as face_39794
from rekam.biometric.interchange.extensible import finger as finger_39794
from rekam.biometric.interchange.extensible import iris as iris_39794
from rekam.biometric.interchange.face_image import FaceDataType, FaceImageRecord
from rekam.biometric.interchange.face_image_2005 import IDENTIFIER as FACE_2005
from rekam.biometric.interchange.face_image_2005 import FaceImageRecord2005
from rekam.biometric.interchange.finger_image import Compression, FingerImageRecord, Scale
from rekam.biometric.interchange.finger_image_2005 import IDENTIFIER as FINGER_2005
from rekam.biometric.interchange.finger_image_2005 import FingerImageRecord2005
from rekam.biometric.interchange.iris_image import IrisImageFormat, IrisImageRecord
from rekam.biometric.interchange.iris_image_2005 import IrisFormat, IrisImageRecord2005
from rekam.biometric.interchange.limits import USUAL, Limits
from rekam.biometric.interchange.octets import Octets
from rekam.biometric.interchange.recorded_picture import PORTABLE_GREY, RAW, RecordedPicture
from rekam.biometric.position import Modality

_CM_PER_INCH = 2.54
_FINGERS = {
    Compression.NONE: RAW, Compression.WSQ: "image/x-wsq", Compression.JPEG: "image/jpeg",
    Compression.JPEG2000_LOSSY: "image/jp2", Compression.JPEG2000_LOSSLESS: "image/jp2",
    Compression.PNG: "image/png",
}  # fmt: skip
_FACES = {
    FaceDataType.JPEG: "image/jpeg", FaceDataType.JPEG2000_LOSSY: "image/jp2",
    FaceDataType.JPEG2000_LOSSLESS: "image/jp2", FaceDataType.PNG: "image/png",
}  # fmt: skip
_IRISES = {
    IrisImageFormat.MONO_RAW: RAW, IrisImageFormat.MONO_JPEG2000: "image/jp2",
    IrisImageFormat.MONO_PNG: "image/png",
}  # fmt: skip
_IRISES_2005 = {
    IrisFormat.MONO_RAW: RAW, IrisFormat.MONO_JPEG: "image/jpeg", IrisFormat.RGB_JPEG: "image/jpeg",
    IrisFormat.MONO_JPEG2000: "image/jp2", IrisFormat.RGB_JPEG2000: "image/jp2",
}  # fmt: skip
_FINGERS_39794 = (PORTABLE_GREY, "image/x-wsq", "image/jp2", "image/jp2", "image/png")
_FACES_39794 = ("", "", "image/jpeg", "image/jp2", "image/jp2", "image/png")
_IRISES_39794 = (PORTABLE_GREY, "image/ppm", "image/png", "image/jp2", "image/jp2")


def read_pictures(record: bytes, limits: Limits = USUAL) -> tuple[RecordedPicture, ...]:
    """The pictures of a record of ISO/IEC 19794-4, -5, -6 (2005, 2011) or 39794-4, -5, -6.

    Raises:
        Problem: ``biometric.record_unreadable``.
    """
    for start, read in _READERS.items():
        if record.startswith(start):
            return read(record, limits)
    raise Octets(record, "ISO/IEC 19794, 39794").unreadable("format identifier")


def _fingers(record: bytes, limits: Limits) -> tuple[RecordedPicture, ...]:
    return tuple(
        RecordedPicture(
            Modality.FINGER, one.position, _FINGERS.get(one.compression, ""), one.image,
            (one.width, one.height), _dpi(one.image_rate, one.scale),
        )
        for one in FingerImageRecord.decode(record, limits).representations
    )  # fmt: skip


def _fingers_2005(record: bytes, limits: Limits) -> tuple[RecordedPicture, ...]:
    whole = FingerImageRecord2005.decode(record, limits)
    kind, dpi = _FINGERS.get(whole.compression, ""), _dpi(whole.image_rate, whole.scale)
    return tuple(
        RecordedPicture(Modality.FINGER, one.position, kind, one.image, (one.width, one.height), dpi)
        for one in whole.views
    )


def _fingers_39794(record: bytes, limits: Limits) -> tuple[RecordedPicture, ...]:
    return tuple(
        RecordedPicture(
            Modality.FINGER, one.position.value, _named(_FINGERS_39794, one.image_format.value), one.image,
            dpi=None if one.rate is None else one.rate[0] * (
                1.0 if one.rate[1] is finger_39794.Unit.INCH else _CM_PER_INCH
            ),
        )
        for one in extensible.read_finger_record(record, limits).representations
    )  # fmt: skip


def _faces(record: bytes, limits: Limits) -> tuple[RecordedPicture, ...]:
    return tuple(
        RecordedPicture(Modality.FACE, 0, _FACES[one.data_type], one.image, (one.width, one.height))
        for one in FaceImageRecord.decode(record, limits).representations
    )


def _faces_2005(record: bytes, limits: Limits) -> tuple[RecordedPicture, ...]:
    views = FaceImageRecord2005.decode(record, limits).views
    kinds = ("image/jp2" if one.jpeg2000 else "image/jpeg" for one in views)
    return tuple(
        RecordedPicture(Modality.FACE, 0, kind, one.image, (one.width, one.height))
        for one, kind in zip(views, kinds, strict=True)
    )


def _faces_39794(record: bytes, limits: Limits) -> tuple[RecordedPicture, ...]:
    return tuple(
        RecordedPicture(Modality.FACE, 0, _named(_FACES_39794, one.image_format.value), one.image, one.size)
        for one in extensible.read_face_record(record, limits).representations
    )


def _irises(record: bytes, limits: Limits) -> tuple[RecordedPicture, ...]:
    return tuple(
        RecordedPicture(Modality.IRIS, one.eye, _IRISES[one.image_format], one.image, (one.width, one.height))
        for one in IrisImageRecord.decode(record, limits).representations
    )


def _irises_2005(record: bytes, limits: Limits) -> tuple[RecordedPicture, ...]:
    whole = IrisImageRecord2005.decode(record, limits)
    kind, size = _IRISES_2005.get(whole.image_format, ""), (whole.width, whole.height)
    return tuple(
        RecordedPicture(Modality.IRIS, eye.eye, kind, one.image, size)
        for eye in whole.eyes
        for one in eye.images
    )


def _irises_39794(record: bytes, limits: Limits) -> tuple[RecordedPicture, ...]:
    return tuple(
        RecordedPicture(Modality.IRIS, one.eye, _named(_IRISES_39794, one.image_format.value), one.image)
        for one in extensible.read_iris_record(record, limits).representations
    )


def _dpi(rate: tuple[int, int], scale: Scale) -> float | None:
    if rate[0] != rate[1] or not rate[0]:
        return None
    return rate[0] * (1.0 if scale is Scale.PER_INCH else _CM_PER_INCH)


def _named(kinds: tuple[str, ...], code: int) -> str:
    return kinds[code] if code < len(kinds) else ""


_READERS: dict[bytes, Callable[[bytes, Limits], tuple[RecordedPicture, ...]]] = {
    b"FIR\x00020\0": _fingers,
    FINGER_2005: _fingers_2005,
    bytes((finger_39794.APPLICATION,)): _fingers_39794,
    b"FAC\x00030\0": _faces,
    FACE_2005: _faces_2005,
    bytes((face_39794.APPLICATION,)): _faces_39794,
    b"IIR\x00020\0": _irises,
    b"IIR\x0001": _irises_2005,
    bytes((iris_39794.APPLICATION,)): _irises_39794,
}
