"""Finger image records, ISO/IEC 19794-4:2011."""

from dataclasses import dataclass
from enum import IntEnum
from struct import Struct

from rekam.biometric.interchange.capture import CaptureHead
from rekam.biometric.interchange.certification import (
    Certification,
    read_certifications,
    write_certifications,
)
from rekam.biometric.interchange.header import Header
from rekam.biometric.interchange.limits import USUAL, Limits
from rekam.biometric.interchange.octets import Octets, with_length

_HEADER = Header(b"FIR\0", b"020\0", "ISO/IEC 19794-4:2011")
_IMAGE = Struct(">BBBHHHHBBBHHI")


class Compression(IntEnum):
    """Image compression algorithm (table 9)."""

    NONE = 0
    PACKED = 1
    WSQ = 2
    JPEG = 3
    JPEG2000_LOSSY = 4
    JPEG2000_LOSSLESS = 5
    PNG = 6


class Scale(IntEnum):
    """Scale units (table 6)."""

    PER_INCH = 1
    PER_CENTIMETRE = 2


LIVE_SCAN_PLAIN = 0
"""Impression type: a flat finger on a live sensor (table 10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FingerRepresentation:
    """One finger, or one slap of fingers.

    Attributes:
        head: Moment, sensor, quality.
        certifications: Only in a record that says it holds them.
        position: 0 unknown, 1-10 fingers, 13-15 slaps (table 5).
        number: Representation number of this position.
        scale: Unit of the four sampling rates.
        scan_rate: Sampling rate of the sensor, horizontal and vertical.
        image_rate: Sampling rate of the picture.
        bit_depth: Bits of one pixel.
        compression: How ``image`` is encoded.
        impression: Impression type.
        width: Pixels in a line.
        height: Lines.
        image: Encoded picture.
        extended: Segmentation, annotation and comment blocks, kept as they came.
    """

    head: CaptureHead
    position: int
    width: int
    height: int
    image: bytes
    certifications: tuple[Certification, ...] = ()
    number: int = 0
    scale: Scale = Scale.PER_INCH
    scan_rate: tuple[int, int] = (500, 500)
    image_rate: tuple[int, int] = (500, 500)
    bit_depth: int = 8
    compression: Compression = Compression.WSQ
    impression: int = LIVE_SCAN_PLAIN
    extended: bytes = b""


@dataclass(frozen=True, slots=True)
class FingerImageRecord:
    """A record of one or more finger pictures."""

    representations: tuple[FingerRepresentation, ...]
    certified: bool = False

    def encode(self) -> bytes:
        """The record as octets."""
        positions = len({one.position for one in self.representations})
        parts = (_encode(one, certified=self.certified) for one in self.representations)
        return _HEADER.close(
            len(self.representations), bytes((self.certified, positions)) + b"".join(map(with_length, parts))
        )

    @classmethod
    def decode(cls, record: bytes, limits: Limits = USUAL) -> "FingerImageRecord":
        """Reads a record; ``decode(x).encode() == x`` for every record it accepts.

        Raises:
            Problem: ``biometric.record_unreadable`` with the field and its place.
        """
        octets, count = _HEADER.open(record, limits)
        flag = octets.unsigned(1, "certification flag")
        positions = octets.unsigned(1, "number of finger positions")
        if flag > 1:
            raise octets.unreadable("certification flag")
        read = tuple(
            _read(octets.part("representation length"), limits, certified=bool(flag)) for _ in range(count)
        )
        octets.end("record length")
        if positions != len({one.position for one in read}):
            raise octets.unreadable("number of finger positions")
        return cls(read, bool(flag))


def _encode(one: FingerRepresentation, *, certified: bool) -> bytes:
    return b"".join(
        (
            one.head.encode(),
            write_certifications(one.certifications) if certified else b"",
            _IMAGE.pack(
                one.position, one.number, one.scale, *one.scan_rate, *one.image_rate, one.bit_depth,
                one.compression, one.impression, one.width, one.height, len(one.image),
            ),
            one.image,
            one.extended,
        )
    )  # fmt: skip


def _read(octets: Octets, limits: Limits, *, certified: bool) -> FingerRepresentation:
    head = CaptureHead.read(octets)
    certifications = read_certifications(octets) if certified else ()
    (
        position, number, scale, scan_x, scan_y, image_x, image_y, bit_depth, compression, impression,
        width, height, length,
    ) = octets.read(_IMAGE, "image header")  # fmt: skip
    unit = octets.kind(Scale, scale, "scale units")
    encoding = octets.kind(Compression, compression, "compression algorithm")
    octets.check_sides(width, height, limits)
    return FingerRepresentation(
        head=head,
        certifications=certifications,
        position=position,
        number=number,
        scale=unit,
        scan_rate=(scan_x, scan_y),
        image_rate=(image_x, image_y),
        bit_depth=bit_depth,
        compression=encoding,
        impression=impression,
        width=width,
        height=height,
        image=octets.take(length, "image data"),
        extended=octets.take(octets.left, "extended data"),
    )
