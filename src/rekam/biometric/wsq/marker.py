from enum import IntEnum


class BrokenWsqError(ValueError):
    """The bytes are not a WSQ picture that the standard allows."""


class Marker(IntEnum):
    """Second byte of each two-byte marker; the first is 0xFF (IAFIS-IC-0110 table 4)."""

    START = 0xA0
    END = 0xA1
    FRAME = 0xA2
    BLOCK = 0xA3
    FILTERS = 0xA4
    QUANTISATION = 0xA5
    HUFFMAN = 0xA6
    RESTART = 0xA7
    COMMENT = 0xA8


class Reader:
    """Big-endian numbers taken from bytes, never past their end.

    Args:
        content: The whole file or one segment of it.
    """

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 0

    @property
    def left(self) -> int:
        """Bytes not yet taken."""
        return len(self.content) - self.at

    def take(self, count: int) -> bytes:
        """The next ``count`` bytes.

        Raises:
            BrokenWsqError: If fewer are left.
        """
        if count > self.left:
            raise BrokenWsqError("the file ends too early")
        self.at += count
        return self.content[self.at - count : self.at]

    def number(self, count: int) -> int:
        """The next ``count`` bytes as one unsigned number."""
        return int.from_bytes(self.take(count), "big")

    def decimal(self) -> float:
        """A number written as power of ten (one byte) and a 16-bit mantissa."""
        power = self.number(1)
        return self.number(2) / 10.0**power

    def marker(self) -> Marker:
        """The next marker.

        Raises:
            BrokenWsqError: If what follows is no marker of the standard.
        """
        first, second = self.take(2)
        if first != 0xFF or second not in Marker._value2member_map_:
            raise BrokenWsqError("a marker was expected")
        return Marker(second)

    def segment(self) -> "Reader":
        """The body of the marker just read: a length of two bytes (counting itself), then the body."""
        length = self.number(2)
        if length < 2:
            raise BrokenWsqError("a segment shorter than its own length field")
        return Reader(self.take(length - 2))
