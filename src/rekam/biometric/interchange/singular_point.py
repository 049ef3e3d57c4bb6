"""Cores and deltas (ISO/IEC 19794-2, extended data type 2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from rekam.biometric.interchange.extended_data import ExtendedBlock, ExtendedKind
from rekam.biometric.interchange.octets import Octets

_ANGLES_FOLLOW = 0x4000
_COORDINATE = 0x3FFF
_MOST = 15
"""Cores or deltas of one view (the count has four bits)."""
_CORE_ANGLES, _DELTA_ANGLES = 1, 3


@dataclass(frozen=True, slots=True)
class SingularPoint:
    """A core or a delta.

    Attributes:
        x: From the left, pixels.
        y: From the top, pixels.
        angles: One for a core, three for a delta, 256ths of a turn; empty = not reported.
    """

    x: int
    y: int
    angles: tuple[int, ...] = ()

    def encode(self) -> bytes:
        """Four octets and one for each angle."""
        x = self.x | (_ANGLES_FOLLOW if self.angles else 0)
        return x.to_bytes(2, "big") + self.y.to_bytes(2, "big") + bytes(self.angles)


@dataclass(frozen=True, slots=True)
class CoresAndDeltas:
    """All singular points of a view."""

    cores: tuple[SingularPoint, ...] = ()
    deltas: tuple[SingularPoint, ...] = ()

    def block(self) -> ExtendedBlock:
        """As a block of the extended data."""
        return ExtendedBlock(ExtendedKind.CORES_AND_DELTAS, _encode(self.cores) + _encode(self.deltas))

    @classmethod
    def of(cls, block: ExtendedBlock, standard: str) -> "CoresAndDeltas":
        """Reads a block of type 2; Problem ``biometric.record_unreadable``."""
        octets = Octets(block.data, standard)
        cores = _read(octets, _CORE_ANGLES, "core")
        deltas = _read(octets, _DELTA_ANGLES, "delta")
        octets.end("core and delta data")
        return cls(cores, deltas)


def _encode(points: Sequence[SingularPoint]) -> bytes:
    return len(points).to_bytes(1, "big") + b"".join(point.encode() for point in points)


def _read(octets: Octets, angles: int, field: str) -> tuple[SingularPoint, ...]:
    count = octets.unsigned(1, field)
    if count > _MOST:
        raise octets.unreadable(field)
    return tuple(_point(octets, angles, field) for _ in range(count))


def _point(octets: Octets, angles: int, field: str) -> SingularPoint:
    x, y = octets.unsigned(2, field), octets.unsigned(2, field)
    given = tuple(octets.take(angles, field)) if x & _ANGLES_FOLLOW else ()
    if x & ~(_ANGLES_FOLLOW | _COORDINATE) or y > _COORDINATE:
        raise octets.unreadable(field)
    return SingularPoint(x & _COORDINATE, y, given)
