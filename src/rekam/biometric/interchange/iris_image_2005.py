"""Iris image records, ISO/IEC 19794-6:2005, rectilinear pictures."""

from dataclasses import dataclass
from enum import IntEnum
from struct import Struct

from rekam.biometric.interchange.limits import USUAL, Limits
from rekam.biometric.interchange.octets import Octets

STANDARD = "ISO/IEC 19794-6:2005"
_IDENTIFIER = b"IIR\0"
_VERSIONS = (b"010\0", b"013\0")
"""The published edition, and the number that the reference software of its draft writes."""
_HEADER = Struct(">4s4sIHBHHHHHHBB16s")
_EYE = Struct(">BH")
_IMAGE = Struct(">HBHHI")
_MOST_EYES = 2
NOT_KNOWN = 0xFFFF
"""Rotation or its uncertainty is not known."""


class IrisFormat(IntEnum):
    """How pictures are encoded."""

    MONO_RAW = 2
    RGB_RAW = 4
    MONO_JPEG = 6
    RGB_JPEG = 8
    MONO_JPEG_LS = 10
    RGB_JPEG_LS = 12
    MONO_JPEG2000 = 14
    RGB_JPEG2000 = 16


@dataclass(frozen=True, slots=True)
class IrisView:
    """One picture of an eye.

    Attributes:
        number: Image number, 1 = first of the eye.
        quality: 0-100; 254 or 255 = not measured.
        rotation: Rotation of the eye, 65536ths of a turn; ``NOT_KNOWN``.
        uncertainty: Likewise.
        image: Encoded picture.
    """

    number: int
    quality: int
    rotation: int
    uncertainty: int
    image: bytes


@dataclass(frozen=True, slots=True)
class EyeViews:
    """The pictures of one eye: 0 undefined, 1 right, 2 left (subject's own)."""

    eye: int
    images: tuple[IrisView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IrisImageRecord2005:
    """A record of one or both eyes, all pictures of one size and in one encoding.

    Attributes:
        eyes: The eyes.
        width: Pixels in a line.
        height: Lines.
        image_format: How pictures are encoded.
        properties: Orientation, kind of scan, occlusions; bit field.
        diameter: Expected diameter of an iris, pixels; 0 = not known.
        bit_depth: Bits of one pixel.
        transformation: 0 undefined, 1 standard.
        device: Vendor's number of the camera.
        device_name: Its own number, 16 octets.
        version: Version number with the zero octet after it.
    """

    eyes: tuple[EyeViews, ...]
    width: int
    height: int
    image_format: IrisFormat = IrisFormat.MONO_JPEG2000
    properties: int = 0b0101
    diameter: int = 0
    bit_depth: int = 8
    transformation: int = 0
    device: int = 0
    device_name: bytes = b"0" * 16
    version: bytes = _VERSIONS[0]

    def encode(self) -> bytes:
        """The record as octets."""
        eyes = b"".join(map(_encode, self.eyes))
        return (
            _HEADER.pack(
                _IDENTIFIER, self.version, _HEADER.size + len(eyes), self.device, len(self.eyes),
                _HEADER.size, self.properties, self.diameter, self.image_format, self.width, self.height,
                self.bit_depth, self.transformation, self.device_name,
            )
            + eyes
        )  # fmt: skip

    @classmethod
    def decode(cls, record: bytes, limits: Limits = USUAL) -> "IrisImageRecord2005":
        """Reads a record; ``decode(x).encode() == x`` for every record it accepts.

        Raises:
            Problem: ``biometric.record_unreadable`` with the field and its place.
        """
        octets = Octets.whole(record, STANDARD, limits)
        (
            identifier, version, length, device, count, header, properties, diameter, image_format, width,
            height, bit_depth, transformation, device_name,
        ) = _HEADER.unpack(octets.take(_HEADER.size, "record header"))  # fmt: skip
        if identifier != _IDENTIFIER:
            raise octets.unreadable("format identifier")
        if version not in _VERSIONS:
            raise octets.unreadable("version number")
        if length != len(record) or header != _HEADER.size:
            raise octets.unreadable("record length")
        if not 1 <= count <= _MOST_EYES:
            raise octets.unreadable("number of eyes")
        encoding = octets.kind(IrisFormat, image_format, "image format")
        octets.check_sides(width, height, limits)
        eyes = tuple(_read(octets, limits) for _ in range(count))
        octets.end("record length")
        return cls(
            eyes=eyes,
            width=width,
            height=height,
            image_format=encoding,
            properties=properties,
            diameter=diameter,
            bit_depth=bit_depth,
            transformation=transformation,
            device=device,
            device_name=device_name,
            version=version,
        )


def _encode(eye: EyeViews) -> bytes:
    images = (
        _IMAGE.pack(one.number, one.quality, one.rotation, one.uncertainty, len(one.image)) + one.image
        for one in eye.images
    )
    return _EYE.pack(eye.eye, len(eye.images)) + b"".join(images)


def _read(octets: Octets, limits: Limits) -> EyeViews:
    eye, count = octets.read(_EYE, "eye")
    if eye > _MOST_EYES:
        raise octets.unreadable("eye label")
    if not 1 <= count <= limits.representations:
        raise octets.unreadable("number of images")
    return EyeViews(eye, tuple(_image(octets) for _ in range(count)))


def _image(octets: Octets) -> IrisView:
    number, quality, rotation, uncertainty, length = octets.read(_IMAGE, "image header")
    return IrisView(number, quality, rotation, uncertainty, octets.take(length, "image data"))
