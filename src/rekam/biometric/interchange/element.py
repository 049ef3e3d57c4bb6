"""Nested elements of tag, length and content (ISO/IEC 8825-1), as chips and ISO/IEC 39794 write them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rekam.biometric.interchange.limits import USUAL, Limits
from rekam.biometric.interchange.octets import Octets

_TAG_FOLLOWS = 0x1F
_MORE = 0x80
_CONSTRUCTED = 0x20
_MOST_TAG_OCTETS = 3
_MOST_LENGTH_OCTETS = 4


@dataclass(frozen=True, slots=True)
class Element:
    """One element; the octets of tag and length are kept as they came, so that it is written back unchanged.

    Attributes:
        tag: The tag octets as a number, for example ``0x7F2E``.
        content: What is inside.
        head: Octets of tag and length.
        at: Where the content stands in the record, octets; for problems only.
    """

    tag: int
    content: bytes
    head: bytes
    at: int = field(default=0, compare=False)

    @classmethod
    def of(cls, tag: int, content: bytes) -> "Element":
        """A new element, its length written as short as possible."""
        head = tag.to_bytes((tag.bit_length() + 7) // 8 or 1, "big")
        size = len(content)
        if size < _MORE:
            return cls(tag, content, head + bytes((size,)))
        length = size.to_bytes((size.bit_length() + 7) // 8, "big")
        return cls(tag, content, head + bytes((_MORE | len(length),)) + length)

    @classmethod
    def holding(cls, tag: int, inner: "Iterable[Element]") -> "Element":
        """A new element that holds others."""
        return cls.of(tag, b"".join(one.encode() for one in inner))

    @property
    def constructed(self) -> bool:
        """Whether it holds elements."""
        return bool(self.head[0] & _CONSTRUCTED)

    def encode(self) -> bytes:
        """Its octets."""
        return self.head + self.content


def read_elements(
    content: bytes, standard: str, *, origin: int = 0, limits: Limits = USUAL
) -> tuple[Element, ...]:
    """The elements of one level, side by side; what they hold is read by who needs it.

    Args:
        content: The octets of the level.
        standard: Name of the standard, for the problem.
        origin: Where the level begins in the record, octets.
        limits: Most elements.

    Raises:
        Problem: ``biometric.record_unreadable``; also for an indefinite length.
    """
    octets = Octets(content, standard, origin)
    found: list[Element] = []
    while octets.left:
        if len(found) == limits.elements:
            raise octets.unreadable("number of elements")
        found.append(_read(octets))
    return tuple(found)


def _read(octets: Octets) -> Element:
    tag = octets.take(1, "tag")
    if tag[0] & _TAG_FOLLOWS == _TAG_FOLLOWS:
        tag += octets.take(1, "tag")
        while tag[-1] & _MORE:
            if len(tag) == _MOST_TAG_OCTETS:
                raise octets.unreadable("tag")
            tag += octets.take(1, "tag")
    length = octets.take(1, "length")
    size = length[0]
    if size & _MORE:
        if not 1 <= size - _MORE <= _MOST_LENGTH_OCTETS:
            raise octets.unreadable("length")
        more = octets.take(size - _MORE, "length")
        length, size = length + more, int.from_bytes(more, "big")
    at = octets.at
    return Element(int.from_bytes(tag, "big"), octets.take(size, "content"), tag + length, at)
