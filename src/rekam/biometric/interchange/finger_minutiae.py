"""Finger minutiae records, ISO/IEC 19794-2:2011 (off card)."""

from dataclasses import dataclass, replace
from enum import IntEnum
from struct import Struct

from rekam.biometric.interchange.capture import CaptureHead
from rekam.biometric.interchange.certification import (
    Certification,
    read_certifications,
    write_certifications,
)
from rekam.biometric.interchange.extended_data import ExtendedBlock, read_blocks
from rekam.biometric.interchange.header import Header
from rekam.biometric.interchange.limits import USUAL, Limits
from rekam.biometric.interchange.minutia import Minutia
from rekam.biometric.interchange.octets import Octets, with_length

STANDARD = "ISO/IEC 19794-2:2011"
_HEADER = Header(b"FMR\0", b"030\0", STANDARD)
_VIEW = Struct(">BBHHBHHBB")
_EXTENDED_LENGTH = 2
_WITHOUT_QUALITY, _WITH_QUALITY = 5, 6

NOT_REPORTED = 254
"""Quality of a minutia that was not measured."""


class RidgeEnding(IntEnum):
    """Where the place of a ridge ending was taken."""

    VALLEY_BIFURCATION = 0
    RIDGE_END = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutiaeRepresentation:
    """The minutiae of one finger.

    Attributes:
        head: Moment, sensor, quality.
        position: 0 unknown, 1-10 fingers.
        width: Of the picture they were found in, pixels.
        height: Likewise.
        minutiae: At most 255.
        certifications: Only in a record that says it holds them.
        number: Representation number of this position.
        rate: Sampling rate, horizontal and vertical, pixels per centimetre.
        impression: Impression type; 0 = flat on a live sensor.
        ridge_ending: Where ridge endings were placed.
        with_quality: Whether each minutia has a quality octet.
        extended: Extended data area, kept as it came.
    """

    head: CaptureHead
    position: int
    width: int
    height: int
    minutiae: tuple[Minutia, ...]
    certifications: tuple[Certification, ...] = ()
    number: int = 0
    rate: tuple[int, int] = (197, 197)
    impression: int = 0
    ridge_ending: RidgeEnding = RidgeEnding.VALLEY_BIFURCATION
    with_quality: bool = True
    extended: bytes = b""

    @property
    def blocks(self) -> tuple[ExtendedBlock, ...]:
        """The extended data, taken apart."""
        return read_blocks(self.extended, STANDARD)


@dataclass(frozen=True, slots=True)
class FingerMinutiaeRecord:
    """A record of the minutiae of one or more fingers."""

    representations: tuple[MinutiaeRepresentation, ...]
    certified: bool = False

    def encode(self) -> bytes:
        """The record as octets."""
        parts = (_encode(one, certified=self.certified) for one in self.representations)
        return _HEADER.close(
            len(self.representations), bytes((self.certified,)) + b"".join(map(with_length, parts))
        )

    @classmethod
    def decode(cls, record: bytes, limits: Limits = USUAL) -> "FingerMinutiaeRecord":
        """Reads a record; ``decode(x).encode() == x`` for every record it accepts.

        Raises:
            Problem: ``biometric.record_unreadable`` with the field and its place.
        """
        octets, count = _HEADER.open(record, limits)
        flag = octets.unsigned(1, "certification flag")
        if flag > 1:
            raise octets.unreadable("certification flag")
        read = tuple(
            _read(octets.part("representation length"), limits, certified=bool(flag)) for _ in range(count)
        )
        octets.end("record length")
        return cls(read, bool(flag))


def _encode(one: MinutiaeRepresentation, *, certified: bool) -> bytes:
    size = _WITH_QUALITY if one.with_quality else _WITHOUT_QUALITY
    return b"".join(
        (
            one.head.encode(),
            write_certifications(one.certifications) if certified else b"",
            _VIEW.pack(
                one.position, one.number, *one.rate, one.impression, one.width, one.height,
                size << 4 | one.ridge_ending, len(one.minutiae),
            ),
            *(minutia.encode(with_quality=one.with_quality) for minutia in one.minutiae),
            len(one.extended).to_bytes(_EXTENDED_LENGTH, "big"),
            one.extended,
        )
    )  # fmt: skip


def _read(octets: Octets, limits: Limits, *, certified: bool) -> MinutiaeRepresentation:
    head = CaptureHead.read(octets)
    certifications = read_certifications(octets) if certified else ()
    position, number, rate_x, rate_y, impression, width, height, fields, count = octets.read(_VIEW, "view")
    size, ending = fields >> 4, fields & 15
    if size not in (_WITHOUT_QUALITY, _WITH_QUALITY):
        raise octets.unreadable("minutia field length")
    ridge_ending = octets.kind(RidgeEnding, ending, "ridge ending type")
    octets.check_sides(width, height, limits)
    if min(rate_x, rate_y) < limits.least_rate:
        raise octets.unreadable("sampling rate")
    with_quality = size == _WITH_QUALITY
    minutiae = (Minutia.read(octets, width, height, with_quality=with_quality) for _ in range(count))
    found = tuple(minutiae if with_quality else (replace(one, quality=NOT_REPORTED) for one in minutiae))
    extended = octets.take(octets.unsigned(_EXTENDED_LENGTH, "extended data length"), "extended data")
    read_blocks(extended, STANDARD)
    octets.end("representation length")
    return MinutiaeRepresentation(
        head=head,
        position=position,
        width=width,
        height=height,
        minutiae=found,
        certifications=certifications,
        number=number,
        rate=(rate_x, rate_y),
        impression=impression,
        ridge_ending=ridge_ending,
        with_quality=with_quality,
        extended=extended,
    )
