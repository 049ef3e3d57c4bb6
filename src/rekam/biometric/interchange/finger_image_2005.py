"""Finger image records, ISO/IEC 19794-4:2005."""

from dataclasses import dataclass
from struct import Struct

from rekam.biometric.interchange.finger_image import Compression, Scale
from rekam.biometric.interchange.limits import USUAL, Limits
from rekam.biometric.interchange.octets import Octets, with_length

STANDARD = "ISO/IEC 19794-4:2005"
IDENTIFIER = b"FIR\x00010\0"
_HEADER = Struct(">8s6sHHBBHHHHBBH")
_VIEW = Struct(">BBBBBHHB")
_LENGTH_OCTETS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class FingerView:
    """One finger, or one slap of fingers.

    Attributes:
        position: 0 unknown, 1-10 fingers, 13-15 slaps.
        width: Pixels in a line.
        height: Lines.
        image: Encoded picture.
        views: Number of views of this position in the record.
        number: Number of this view, 1 = first.
        quality: 0-100; 254 = not reported in this edition.
        impression: Impression type.
        reserved: 0.
    """

    position: int
    width: int
    height: int
    image: bytes
    views: int = 1
    number: int = 1
    quality: int = 254
    impression: int = 0
    reserved: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FingerImageRecord2005:
    """A record of one or more finger pictures, all at one sampling rate and in one encoding.

    Attributes:
        views: The pictures.
        device: Vendor's number of the sensor.
        level: Image acquisition level; 31 = 500 ppi, 8 bits, certified optics.
        scale: Unit of the four sampling rates.
        scan_rate: Sampling rate of the sensor, horizontal and vertical.
        image_rate: Sampling rate of the pictures.
        bit_depth: Bits of one pixel.
        compression: How pictures are encoded.
        reserved: 0.
    """

    views: tuple[FingerView, ...]
    device: int = 0
    level: int = 31
    scale: Scale = Scale.PER_INCH
    scan_rate: tuple[int, int] = (500, 500)
    image_rate: tuple[int, int] = (500, 500)
    bit_depth: int = 8
    compression: Compression = Compression.WSQ
    reserved: int = 0

    def encode(self) -> bytes:
        """The record as octets."""
        views = b"".join(map(_encode, self.views))
        length = (_HEADER.size + len(views)).to_bytes(_LENGTH_OCTETS, "big")
        return (
            _HEADER.pack(
                IDENTIFIER, length, self.device, self.level, len(self.views), self.scale, *self.scan_rate,
                *self.image_rate, self.bit_depth, self.compression, self.reserved,
            )
            + views
        )  # fmt: skip

    @classmethod
    def decode(cls, record: bytes, limits: Limits = USUAL) -> "FingerImageRecord2005":
        """Reads a record; ``decode(x).encode() == x`` for every record it accepts.

        Raises:
            Problem: ``biometric.record_unreadable`` with the field and its place.
        """
        octets = Octets.whole(record, STANDARD, limits)
        (
            identifier, length, device, level, count, scale, scan_x, scan_y, image_x, image_y, bit_depth,
            compression, reserved,
        ) = _HEADER.unpack(octets.take(_HEADER.size, "record header"))  # fmt: skip
        if identifier != IDENTIFIER:
            raise octets.unreadable("format identifier")
        if int.from_bytes(length, "big") != len(record):
            raise octets.unreadable("record length")
        if not 1 <= count <= limits.representations:
            raise octets.unreadable("number of fingers")
        unit = octets.kind(Scale, scale, "scale units")
        encoding = octets.kind(Compression, compression, "compression algorithm")
        views = tuple(_read(octets.part("finger record length"), limits) for _ in range(count))
        octets.end("record length")
        return cls(
            views=views,
            device=device,
            level=level,
            scale=unit,
            scan_rate=(scan_x, scan_y),
            image_rate=(image_x, image_y),
            bit_depth=bit_depth,
            compression=encoding,
            reserved=reserved,
        )


def _encode(view: FingerView) -> bytes:
    head = _VIEW.pack(
        view.position, view.views, view.number, view.quality, view.impression, view.width, view.height,
        view.reserved,
    )  # fmt: skip
    return with_length(head + view.image)


def _read(octets: Octets, limits: Limits) -> FingerView:
    position, views, number, quality, impression, width, height, reserved = octets.read(
        _VIEW, "finger header"
    )
    octets.check_sides(width, height, limits)
    return FingerView(
        position=position,
        width=width,
        height=height,
        image=octets.take(octets.left, "image data"),
        views=views,
        number=number,
        quality=quality,
        impression=impression,
        reserved=reserved,
    )
