"""Finger minutiae records, ISO/IEC 19794-2:2005 (off card): the edition most devices and chips still write."""

from dataclasses import dataclass
from struct import Struct

from rekam.biometric.interchange.extended_data import ExtendedBlock, read_blocks
from rekam.biometric.interchange.limits import USUAL, Limits
from rekam.biometric.interchange.minutia import Minutia
from rekam.biometric.interchange.octets import Octets

STANDARD = "ISO/IEC 19794-2:2005"
IDENTIFIER = b"FMR\0 20\0"
_HEADER = Struct(">8sIHHHHHBB")
_VIEW = Struct(">BBBB")
_EXTENDED_LENGTH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutiaeView:
    """The minutiae of one finger.

    Attributes:
        position: 0 unknown, 1-10 fingers.
        minutiae: At most 255.
        number: View number of this position, 0-15.
        impression: Impression type, 0-15; 0 = flat on a live sensor.
        quality: 0-100 for the whole finger.
        extended: Extended data area, kept as it came.
    """

    position: int
    minutiae: tuple[Minutia, ...]
    number: int = 0
    impression: int = 0
    quality: int = 0
    extended: bytes = b""

    @property
    def blocks(self) -> tuple[ExtendedBlock, ...]:
        """The extended data, taken apart."""
        return read_blocks(self.extended, STANDARD)


@dataclass(frozen=True, slots=True, kw_only=True)
class FingerMinutiaeRecord2005:
    """A record of the minutiae of one or more fingers, all from pictures of one size.

    Attributes:
        views: The fingers.
        width: Of the pictures, pixels.
        height: Likewise.
        rate: Sampling rate, horizontal and vertical, pixels per centimetre.
        device: Four bits of equipment certification and twelve of the sensor's identity, as they came.
    """

    views: tuple[MinutiaeView, ...]
    width: int
    height: int
    rate: tuple[int, int] = (197, 197)
    device: int = 0

    def encode(self) -> bytes:
        """The record as octets."""
        views = b"".join(map(_encode, self.views))
        return (
            _HEADER.pack(
                IDENTIFIER, _HEADER.size + len(views), self.device, self.width, self.height, *self.rate,
                len(self.views), 0,
            )
            + views
        )  # fmt: skip

    @classmethod
    def decode(cls, record: bytes, limits: Limits = USUAL) -> "FingerMinutiaeRecord2005":
        """Reads a record; ``decode(x).encode() == x`` for every record it accepts.

        Raises:
            Problem: ``biometric.record_unreadable`` with the field and its place.
        """
        octets = Octets.whole(record, STANDARD, limits)
        identifier, length, device, width, height, rate_x, rate_y, count, reserved = _HEADER.unpack(
            octets.take(_HEADER.size, "record header")
        )
        if identifier != IDENTIFIER:
            raise octets.unreadable("format identifier")
        if length != len(record):
            raise octets.unreadable("record length")
        octets.check_sides(width, height, limits)
        if min(rate_x, rate_y) < limits.least_rate:
            raise octets.unreadable("sampling rate")
        if not 1 <= count <= limits.representations:
            raise octets.unreadable("number of views")
        if reserved:
            raise octets.unreadable("reserved octet")
        views = tuple(_read(octets, width, height) for _ in range(count))
        octets.end("record length")
        return cls(views=views, width=width, height=height, rate=(rate_x, rate_y), device=device)


def _encode(view: MinutiaeView) -> bytes:
    return b"".join(
        (
            _VIEW.pack(view.position, view.number << 4 | view.impression, view.quality, len(view.minutiae)),
            *(minutia.encode() for minutia in view.minutiae),
            len(view.extended).to_bytes(_EXTENDED_LENGTH, "big"),
            view.extended,
        )
    )


def _read(octets: Octets, width: int, height: int) -> MinutiaeView:
    position, how, quality, count = octets.read(_VIEW, "view")
    minutiae = tuple(Minutia.read(octets, width, height) for _ in range(count))
    extended = octets.take(octets.unsigned(_EXTENDED_LENGTH, "extended data length"), "extended data")
    read_blocks(extended, STANDARD)
    return MinutiaeView(
        position=position,
        minutiae=minutiae,
        number=how >> 4,
        impression=how & 15,
        quality=quality,
        extended=extended,
    )
