"""Quality by cell of the picture (ISO/IEC 19794-2, extended data type 3)."""

from dataclasses import dataclass

import numpy as np

from rekam.biometric.interchange.extended_data import ExtendedBlock, ExtendedKind
from rekam.biometric.interchange.octets import Octets

_MOST_BITS = 8


@dataclass(frozen=True, slots=True)
class ZonalQuality:
    """Quality of each cell, line by line.

    Attributes:
        cell: Width and height of a cell, pixels.
        bits: Bits of one value, 1-8.
        values: Quality of each cell, 0 = worst.
        algorithm: Vendor and algorithm (edition 2011); ``None`` in the 2005 edition, which has no place for them.
    """

    cell: tuple[int, int]
    bits: int
    values: tuple[int, ...]
    algorithm: tuple[int, int] | None = None

    def block(self) -> ExtendedBlock:
        """As a block of the extended data; the last octet is filled with zero bits."""
        values = np.array(self.values, np.uint8)[:, None]
        packed = np.packbits(np.unpackbits(values, axis=1)[:, -self.bits :])
        head = b"" if self.algorithm is None else b"".join(one.to_bytes(2, "big") for one in self.algorithm)
        data = head + bytes((*self.cell, self.bits)) + packed.tobytes()
        return ExtendedBlock(ExtendedKind.ZONAL_QUALITY, data)

    @classmethod
    def of(cls, block: ExtendedBlock, size: tuple[int, int], standard: str, *, named: bool) -> "ZonalQuality":
        """Reads a block of type 3.

        Args:
            block: The block.
            size: Width and height of the picture, pixels.
            standard: Name of the standard, for the problem.
            named: Whether vendor and algorithm stand first (edition 2011).

        Raises:
            Problem: ``biometric.record_unreadable`` if the cells do not cover the picture exactly.
        """
        octets = Octets(block.data, standard)
        field = "zonal quality"
        algorithm = (octets.unsigned(2, field), octets.unsigned(2, field)) if named else None
        width, height, bits = octets.take(3, field)
        if not (width and height and 1 <= bits <= _MOST_BITS):
            raise octets.unreadable(field)
        cells = -(-size[0] // width) * -(-size[1] // height)
        if octets.left != -(-cells * bits // 8):
            raise octets.unreadable(field)
        packed = np.frombuffer(octets.take(octets.left, field), np.uint8)
        single = np.unpackbits(packed)[: cells * bits].reshape(cells, bits)
        values = tuple((single @ (1 << np.arange(bits)[::-1])).tolist())
        return cls((width, height), bits, values, algorithm)
