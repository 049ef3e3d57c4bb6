"""Certification blocks of a representation, alike in finger pictures and minutiae of edition 2011."""

from collections.abc import Sequence
from dataclasses import dataclass
from struct import Struct

from rekam.biometric.interchange.octets import Octets

_BLOCK = Struct(">HB")


@dataclass(frozen=True, slots=True)
class Certification:
    """Who certified the sensor, by which scheme."""

    authority: int
    scheme: int


def write_certifications(blocks: Sequence[Certification]) -> bytes:
    """Their number and their octets."""
    marks = (_BLOCK.pack(block.authority, block.scheme) for block in blocks)
    return len(blocks).to_bytes(1, "big") + b"".join(marks)


def read_certifications(octets: Octets) -> tuple[Certification, ...]:
    """Reads what ``write_certifications`` wrote; Problem ``biometric.record_unreadable`` if octets are missing."""
    count = octets.unsigned(1, "number of certification blocks")
    return tuple(Certification(*octets.read(_BLOCK, "certification block")) for _ in range(count))
