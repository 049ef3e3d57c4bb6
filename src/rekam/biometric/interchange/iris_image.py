"""Iris image records, ISO/IEC 19794-6:2011."""

from dataclasses import dataclass
from enum import IntEnum
from struct import Struct

from rekam.biometric.interchange.capture import CaptureHead
from rekam.biometric.interchange.header import Header
from rekam.biometric.interchange.limits import USUAL, Limits
from rekam.biometric.interchange.octets import Octets, with_length

_HEADER = Header(b"IIR\0", b"020\0", "ISO/IEC 19794-6:2011")
_IMAGE = Struct(">HBBBBHHBHHHHHHHHHI")

UNDEFINED_ANGLE = 0xFFFF
"""Roll angle or its uncertainty is not known."""

UPRIGHT = 0b01_00_01_01
"""Image properties: base orientation both ways, not compressed before this encoding."""


class IrisImageType(IntEnum):
    """Kind of picture (table 6)."""

    UNCROPPED = 1
    VGA = 2
    CROPPED = 3
    CROPPED_AND_MASKED = 7


class IrisImageFormat(IntEnum):
    """How the picture is encoded (table 7)."""

    MONO_RAW = 2
    MONO_JPEG2000 = 10
    MONO_PNG = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class IrisRepresentation:
    """One eye.

    Attributes:
        head: Moment, sensor, quality.
        number: Representation number.
        eye: 0 undefined, 1 right, 2 left (subject's own).
        image_type: Kind of picture.
        image_format: How ``image`` is encoded.
        properties: Orientation and compression history, bit field.
        width: Pixels in a line.
        height: Lines.
        bit_depth: Bits of one pixel.
        distance: Camera to eye in millimetres; 0 = not known.
        roll: Roll angle of the eye, 65536ths of a turn; ``UNDEFINED_ANGLE`` = not known.
        roll_uncertainty: Likewise.
        centre_x: Smallest and largest estimate of the iris centre, pixels; 0 = not known.
        centre_y: Likewise.
        diameter: Smallest and largest estimate of the iris diameter, pixels; 0 = not known.
        image: Encoded picture.
    """

    head: CaptureHead
    eye: int
    width: int
    height: int
    image: bytes
    number: int = 1
    image_type: IrisImageType = IrisImageType.UNCROPPED
    image_format: IrisImageFormat = IrisImageFormat.MONO_JPEG2000
    properties: int = UPRIGHT
    bit_depth: int = 8
    distance: int = 0
    roll: int = UNDEFINED_ANGLE
    roll_uncertainty: int = UNDEFINED_ANGLE
    centre_x: tuple[int, int] = (0, 0)
    centre_y: tuple[int, int] = (0, 0)
    diameter: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class IrisImageRecord:
    """A record of one or more eye pictures."""

    representations: tuple[IrisRepresentation, ...]

    def encode(self) -> bytes:
        """The record as octets."""
        eyes = len({one.eye for one in self.representations})
        parts = b"".join(with_length(_encode(one)) for one in self.representations)
        return _HEADER.close(len(self.representations), bytes((0, eyes)) + parts)

    @classmethod
    def decode(cls, record: bytes, limits: Limits = USUAL) -> "IrisImageRecord":
        """Reads a record; ``decode(x).encode() == x`` for every record it accepts.

        Raises:
            Problem: ``biometric.record_unreadable`` with the field and its place.
        """
        octets, count = _HEADER.open(record, limits)
        if octets.unsigned(1, "certification flag"):  # this part of the standard always writes zero
            raise octets.unreadable("certification flag")
        eyes = octets.unsigned(1, "number of eyes")
        read = tuple(_read(octets.part("representation length"), limits) for _ in range(count))
        octets.end("record length")
        if eyes != len({one.eye for one in read}):
            raise octets.unreadable("number of eyes")
        return cls(read)


def _encode(one: IrisRepresentation) -> bytes:
    return (
        one.head.encode()
        + _IMAGE.pack(
            one.number, one.eye, one.image_type, one.image_format, one.properties, one.width, one.height,
            one.bit_depth, one.distance, one.roll, one.roll_uncertainty, *one.centre_x, *one.centre_y,
            *one.diameter, len(one.image),
        )
        + one.image
    )  # fmt: skip


def _read(octets: Octets, limits: Limits) -> IrisRepresentation:
    head = CaptureHead.read(octets)
    (
        number, eye, image_type, image_format, properties, width, height, bit_depth, distance, roll,
        roll_uncertainty, x_low, x_high, y_low, y_high, diameter_low, diameter_high, length,
    ) = octets.read(_IMAGE, "image header")  # fmt: skip
    if eye > 2:
        raise octets.unreadable("eye label")
    kind = octets.kind(IrisImageType, image_type, "image type")
    encoding = octets.kind(IrisImageFormat, image_format, "image format")
    octets.check_sides(width, height, limits)
    image = octets.take(length, "image data")
    octets.end("representation length")
    return IrisRepresentation(
        head=head,
        number=number,
        eye=eye,
        image_type=kind,
        image_format=encoding,
        properties=properties,
        width=width,
        height=height,
        bit_depth=bit_depth,
        distance=distance,
        roll=roll,
        roll_uncertainty=roll_uncertainty,
        centre_x=(x_low, x_high),
        centre_y=(y_low, y_high),
        diameter=(diameter_low, diameter_high),
        image=image,
    )
