"""Ridge counts between minutiae (ISO/IEC 19794-2, extended data type 1)."""

from dataclasses import dataclass
from enum import IntEnum

from rekam.biometric.interchange.extended_data import ExtendedBlock, ExtendedKind
from rekam.biometric.interchange.octets import Octets

_EDGE = 3


class Neighbours(IntEnum):
    """Which pairs were counted."""

    ANY = 0
    FOUR = 1
    EIGHT = 2


@dataclass(frozen=True, slots=True)
class RidgeCounts:
    """Ridges crossed on the straight line between two minutiae.

    Attributes:
        neighbours: How the pairs were chosen.
        edges: Index of one minutia, index of the other, ridges between them.
    """

    neighbours: Neighbours
    edges: tuple[tuple[int, int, int], ...]

    def block(self) -> ExtendedBlock:
        """As a block of the extended data."""
        edges = b"".join(bytes(edge) for edge in self.edges)
        return ExtendedBlock(ExtendedKind.RIDGE_COUNTS, bytes((self.neighbours,)) + edges)

    @classmethod
    def of(cls, block: ExtendedBlock, minutiae: int, standard: str) -> "RidgeCounts":
        """Reads the block.

        Args:
            block: A block of type 1.
            minutiae: Number of minutiae in the view.
            standard: Name of the standard, for the problem.

        Raises:
            Problem: ``biometric.record_unreadable``; also if an edge names a minutia that is not there.
        """
        octets = Octets(block.data, standard)
        method = octets.unsigned(1, "ridge count method")
        if method not in tuple(Neighbours) or octets.left % _EDGE:
            raise octets.unreadable("ridge counts")
        rest = octets.take(octets.left, "ridge counts")
        edges = tuple((rest[at], rest[at + 1], rest[at + 2]) for at in range(0, len(rest), _EDGE))
        if any(max(one, other) >= minutiae for one, other, _ in edges):
            raise octets.unreadable("ridge counts")
        return cls(Neighbours(method), edges)
