"""The extended data behind the minutiae of a view: ridge counts, cores and deltas, quality by cell.

The area stays in the record as it came; it is taken apart here when somebody asks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from struct import Struct

from rekam.biometric.interchange.octets import Octets

_HEAD = Struct(">HH")


class ExtendedKind(IntEnum):
    """Type identification codes that the standard gives; from 0x0101 on they are a vendor's own."""

    RIDGE_COUNTS = 1
    CORES_AND_DELTAS = 2
    ZONAL_QUALITY = 3


VENDOR_FIRST = 0x0101
"""First type identification code that vendors may use (ISO/IEC 19794-2:2005, 7.5.1.2)."""


@dataclass(frozen=True, slots=True)
class ExtendedBlock:
    """One block: its type identification code and what it holds."""

    kind: int
    data: bytes

    def encode(self) -> bytes:
        """The octets; the length counts its own four octets, as example C.2 of the 2005 edition has it."""
        return _HEAD.pack(self.kind, _HEAD.size + len(self.data)) + self.data


def write_blocks(blocks: Sequence[ExtendedBlock]) -> bytes:
    """The whole area, without the two octets of its length."""
    return b"".join(block.encode() for block in blocks)


def read_blocks(area: bytes, standard: str, origin: int = 0) -> tuple[ExtendedBlock, ...]:
    """Takes an extended data area apart.

    Some makers count the four octets of a block's head in its length, as the standard's example does, and
    some do not; the area says which by adding up.

    Args:
        area: The area without its own length.
        standard: Name of the standard, for the problem.
        origin: Where the area begins in the record, octets.

    Raises:
        Problem: ``biometric.record_unreadable`` if it adds up neither way.
    """
    blocks = _blocks(area, _HEAD.size)
    if blocks is None:
        blocks = _blocks(area, 0)
    if blocks is None:
        raise Octets(area, standard, origin).unreadable("extended data")
    return blocks


def _blocks(area: bytes, counted: int) -> tuple[ExtendedBlock, ...] | None:
    found: list[ExtendedBlock] = []
    at = 0
    while at < len(area):
        if at + _HEAD.size > len(area):
            return None
        kind, length = _HEAD.unpack_from(area, at)
        start, at = at + _HEAD.size, at + _HEAD.size + length - counted
        if at < start or at > len(area):
            return None
        found.append(ExtendedBlock(kind, area[start:at]))
    return tuple(found)
