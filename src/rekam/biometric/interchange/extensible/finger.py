"""Finger images, ISO/IEC 39794-4:2019."""

from dataclasses import dataclass
from enum import IntEnum

from rekam.biometric.interchange.capture import CaptureMoment
from rekam.biometric.interchange.element import Element
from rekam.biometric.interchange.extensible.code import Code
from rekam.biometric.interchange.extensible.fields import Fields, holder, in_order, plain, whole
from rekam.biometric.interchange.extensible.moment import moment_element, read_moment
from rekam.biometric.interchange.limits import Limits
from rekam.biometric.interchange.octets import Octets

STANDARD = "ISO/IEC 39794-4:2019"
APPLICATION = 0x64
_POSITION, _IMPRESSION, _FORMAT, _IMAGE, _MOMENT, _RATE = 0, 1, 2, 3, 4, 7
_KNOWN = (_POSITION, _IMPRESSION, _FORMAT, _IMAGE, _MOMENT, _RATE)
_SAMPLES, _UNIT = 0, 1

FLAT = Code(0)
"""Impression of a flat finger on a sensor."""


class FingerFormat(IntEnum):
    """How the picture is encoded."""

    PGM = 0
    WSQ = 1
    JPEG2000_LOSSY = 2
    JPEG2000_LOSSLESS = 3
    PNG = 4


class Unit(IntEnum):
    """Length that the sampling rate counts in."""

    INCH = 0
    CENTIMETRE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensibleFinger:
    """One finger, or one slap of fingers.

    Attributes:
        position: 0 unknown, 1-10 fingers, 13-15 slaps, other codes as the standard numbers them.
        image_format: How ``image`` is encoded, `FingerFormat`.
        image: Encoded picture.
        impression: 0 flat on a sensor, 1 rolled, 4 latent, 8 swiped.
        moment: When it was captured; ``None`` = not said.
        rate: Samples in one unit of length; ``None`` = not said.
        kept: All other elements as they came (sensor, quality, segments, comments, maker's own).
    """

    position: Code
    image_format: Code
    image: bytes
    impression: Code = FLAT
    moment: CaptureMoment | None = None
    rate: tuple[int, Unit] | None = None
    kept: tuple[Element, ...] = ()

    def elements(self) -> tuple[Element, ...]:
        """The elements of its representation block."""
        return in_order(
            (
                self.position.element(_POSITION),
                self.impression.element(_IMPRESSION),
                self.image_format.element(_FORMAT),
                plain(_IMAGE, self.image),
                None if self.moment is None else moment_element(_MOMENT, self.moment),
                None if self.rate is None else _rate_element(*self.rate),
            ),
            self.kept,
        )

    @classmethod
    def of(cls, block: Element, limits: Limits) -> "ExtensibleFinger":
        """Reads a representation block; Problem ``biometric.record_unreadable``."""
        fields = Fields.of(block, STANDARD, limits)
        moment, rate = fields.by_number.get(_MOMENT), fields.by_number.get(_RATE)
        return cls(
            position=Code.of(fields.need(_POSITION, "position"), STANDARD, "position", limits),
            image_format=Code.of(fields.need(_FORMAT, "image format"), STANDARD, "image format", limits),
            image=fields.octets(_IMAGE, "image data"),
            impression=Code.of(fields.need(_IMPRESSION, "impression"), STANDARD, "impression", limits),
            moment=None if moment is None else read_moment(moment, STANDARD, limits),
            rate=None if rate is None else _read_rate(rate, limits),
            kept=fields.rest(_KNOWN),
        )


def _rate_element(samples: int, unit: Unit) -> Element:
    return holder(_RATE, (whole(_SAMPLES, samples), whole(_UNIT, unit)))


def _read_rate(element: Element, limits: Limits) -> tuple[int, Unit]:
    fields = Fields.of(element, STANDARD, limits)
    samples, unit = fields.number(_SAMPLES, "sampling rate"), fields.number(_UNIT, "sampling rate")
    if unit not in tuple(Unit):
        raise Octets(b"", STANDARD, element.at).unreadable("sampling rate")
    return samples, Unit(unit)
