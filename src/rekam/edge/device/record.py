"""Between pictures and the ISO/IEC 19794 records that devices send."""

from datetime import datetime

from rekam.biometric import Eye, EyeImage, FaceImage, FingerImage, FingerPosition, Modality
from rekam.biometric.interchange import (
    CaptureHead,
    CaptureMoment,
    FaceImageRecord,
    FaceRepresentation,
    FingerImageRecord,
    FingerRepresentation,
    IrisImageRecord,
    IrisRepresentation,
    QualityBlock,
)
from rekam.biometric.interchange.face_image import FaceDataType
from rekam.biometric.interchange.finger_image import Compression, Scale
from rekam.biometric.interchange.iris_image import IrisImageFormat, IrisImageType
from rekam.biometric.picture import decode_jp2, decode_wsq, encode_jp2, encode_wsq
from rekam.biometric.sample import Place
from rekam.problem import Problem

WSQ = "image/x-wsq"
JP2 = "image/jp2"

_CM_PER_INCH = 2.54
_VGA = (480, 640)

Picture = FingerImage | EyeImage | FaceImage


def write_record(image: Picture, quality: int, moment: datetime) -> bytes:
    """One picture as the record a device sends: WSQ for a finger, JPEG 2000 for eye and face."""
    head = CaptureHead(CaptureMoment.of(moment), quality=(QualityBlock(quality),))
    height, width = image.pixels.shape[:2]
    match image:
        case FingerImage(position=position, dpi=dpi):
            rate = (round(dpi), round(dpi))
            return FingerImageRecord(
                (
                    FingerRepresentation(
                        head=head, position=position, scan_rate=rate, image_rate=rate,
                        width=width, height=height, image=encode_wsq(image),
                    ),
                )
            ).encode()  # fmt: skip
        case EyeImage(eye=eye, pixels=pixels):
            kind = IrisImageType.VGA if pixels.shape == _VGA else IrisImageType.UNCROPPED
            return IrisImageRecord(
                (
                    IrisRepresentation(
                        head=head, eye=eye, image_type=kind, width=width, height=height,
                        image=encode_jp2(pixels),
                    ),
                )
            ).encode()  # fmt: skip
        case FaceImage(pixels=pixels):
            return FaceImageRecord(
                (FaceRepresentation(head=head, width=width, height=height, image=encode_jp2(pixels)),)
            ).encode()


def read_record(record: bytes, modality: Modality, place: Place, label: str) -> tuple[Picture, bytes, str]:
    """The picture in a device's record, its encoded form and media type.

    Args:
        record: Octets from the device.
        modality: What was asked for.
        place: Finger or eye that was asked for.
        label: Name of the device in problems.

    Raises:
        Problem: ``biometric.record_unreadable``, ``biometric.picture_unreadable``, ``biometric.picture_too_large``,
            or ``device.answer_invalid`` if record and request do not fit each other.
    """
    if isinstance(place, FingerPosition) and modality is Modality.FINGER:
        return _read_finger(record, place, label)
    if isinstance(place, Eye) and modality is Modality.IRIS:
        return _read_eye(record, place, label)
    return _read_face(record, label)


def _read_finger(record: bytes, place: FingerPosition, label: str) -> tuple[FingerImage, bytes, str]:
    (one, *more) = FingerImageRecord.decode(record).representations
    _require(not more and one.position == place, label, "position")
    _require(one.compression is Compression.WSQ, label, "compression")
    _require(one.image_rate[0] == one.image_rate[1] > 0, label, "sampling rate")
    dpi = one.image_rate[0] * (1.0 if one.scale is Scale.PER_INCH else _CM_PER_INCH)
    image = decode_wsq(one.image, place, dpi)
    _require(image.pixels.shape == (one.height, one.width), label, "image size")
    return image, one.image, WSQ


def _read_eye(record: bytes, place: Eye, label: str) -> tuple[EyeImage, bytes, str]:
    (one, *more) = IrisImageRecord.decode(record).representations
    _require(not more and one.eye == place, label, "eye")
    _require(one.image_format is IrisImageFormat.MONO_JPEG2000, label, "image format")
    pixels = decode_jp2(one.image)
    _require(pixels.shape == (one.height, one.width), label, "image size")
    return EyeImage(place, pixels), one.image, JP2


def _read_face(record: bytes, label: str) -> tuple[FaceImage, bytes, str]:
    (one, *more) = FaceImageRecord.decode(record).representations
    _require(not more, label, "face")
    jpeg2000 = one.data_type in (FaceDataType.JPEG2000_LOSSY, FaceDataType.JPEG2000_LOSSLESS)
    _require(jpeg2000, label, "image data type")
    pixels = decode_jp2(one.image)
    _require(pixels.shape == (one.height, one.width, 3), label, "image size")
    return FaceImage(pixels), one.image, JP2


def _require(fits: bool, label: str, part: str) -> None:
    if not fits:
        raise Problem("device.answer_invalid", device=label, part=part)
