"""One minutia as ISO/IEC 19794-2 writes it, the same five or six octets in both editions."""

from dataclasses import dataclass
from enum import IntEnum
from struct import Struct

from rekam.biometric.interchange.octets import Octets

ANGLE_STEPS = 256
"""Steps of a turn in a record; one is 1.40625 degrees (ISO/IEC 19794-2:2005, 7.4.2)."""
_PLACE = Struct(">HHB")
_KIND_SHIFT = 14
_COORDINATE = (1 << _KIND_SHIFT) - 1


class MinutiaKind(IntEnum):
    """What a minutia is (two bits; 3 is reserved)."""

    OTHER = 0
    ENDING = 1
    BIFURCATION = 2


@dataclass(frozen=True, slots=True)
class Minutia:
    """One minutia.

    Attributes:
        x: From the left of the picture, pixels, 0-16383.
        y: From the top, pixels, 0-16383.
        angle: Direction into the ridge or the valley, against the clock from +x, 256ths of a turn.
        kind: Ending, bifurcation or either.
        quality: 1-100; 0 (edition 2005) and 254 (edition 2011) = not reported, 255 = could not be computed.
    """

    x: int
    y: int
    angle: int
    kind: MinutiaKind = MinutiaKind.OTHER
    quality: int = 0

    def encode(self, *, with_quality: bool = True) -> bytes:
        """The six octets, or the five without quality.

        Raises:
            ValueError: If a coordinate needs more than 14 bits (a mistake of the programmer).
        """
        if not (0 <= self.x <= _COORDINATE and 0 <= self.y <= _COORDINATE):
            raise ValueError(f"minutia at {self.x}, {self.y}")
        place = _PLACE.pack(self.kind << _KIND_SHIFT | self.x, self.y, self.angle)
        return place + bytes((self.quality,)) if with_quality else place

    @classmethod
    def read(cls, octets: Octets, width: int, height: int, *, with_quality: bool = True) -> "Minutia":
        """The next minutia of a record.

        Args:
            octets: The record.
            width: Width of the picture that it was found in, pixels.
            height: Height of that picture, pixels.
            with_quality: Whether a sixth octet follows.

        Raises:
            Problem: ``biometric.record_unreadable`` for a reserved kind or a place outside the picture.
        """
        first, y, angle = octets.read(_PLACE, "minutia")
        kind, x = first >> _KIND_SHIFT, first & _COORDINATE
        quality = octets.unsigned(1, "minutia quality") if with_quality else 0
        known = octets.kind(MinutiaKind, kind, "minutia type")
        if x >= width or y >= height:
            raise octets.unreadable("minutia position")
        return cls(x, y, angle, known, quality)
