"""The numbered elements of one ASN.1 SEQUENCE, as ISO/IEC 39794 tags them all (automatic, implicit)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rekam.biometric.interchange.element import Element, read_elements
from rekam.biometric.interchange.limits import Limits
from rekam.biometric.interchange.octets import Octets
from rekam.problem import Problem

_CONTEXT = 0x80
_CONSTRUCTED = 0x20
_LONG = 0x1F
_MOST_INTEGER_OCTETS = 5
SEQUENCE = 0x30


def unreadable(element: Element, standard: str, field: str) -> Problem:
    """The problem that names the field and where its content stands."""
    return Octets(b"", standard, element.at).unreadable(field)


def plain(number: int, content: bytes) -> Element:
    """``[number]`` with a number or a string of octets in it."""
    return Element.of(_CONTEXT | number, content)


def holder(number: int, inner: Iterable[Element]) -> Element:
    """``[number]`` with elements in it."""
    return Element.holding(_CONTEXT | _CONSTRUCTED | number, inner)


def whole(number: int, value: int) -> Element:
    """``[number]`` with a whole number that is not negative."""
    return plain(number, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def read_whole(element: Element, standard: str, field: str) -> int:
    """The whole number in an element; Problem ``biometric.record_unreadable`` if it is negative or huge."""
    content = element.content
    if element.constructed or not 1 <= len(content) <= _MOST_INTEGER_OCTETS or content[0] & 0x80:
        raise unreadable(element, standard, field)
    return int.from_bytes(content, "big")


@dataclass(frozen=True, slots=True)
class Fields:
    """The elements of one SEQUENCE by their number."""

    owner: Element
    standard: str
    by_number: Mapping[int, Element]

    @classmethod
    def of(cls, owner: Element, standard: str, limits: Limits) -> "Fields":
        """Reads what stands in ``owner``; Problem ``biometric.record_unreadable`` unless in rising order."""
        if not owner.constructed:
            raise unreadable(owner, standard, "tag")
        found: dict[int, Element] = {}
        for element in read_elements(owner.content, standard, origin=owner.at, limits=limits):
            number = _number(element)
            if number is None or (found and number <= max(found)):
                raise unreadable(element, standard, "tag")
            found[number] = element
        return cls(owner, standard, found)

    def need(self, number: int, field: str) -> Element:
        """An obligatory element."""
        if number not in self.by_number:
            raise unreadable(self.owner, self.standard, field)
        return self.by_number[number]

    def number(self, number: int, field: str) -> int:
        """An obligatory whole number."""
        return read_whole(self.need(number, field), self.standard, field)

    def octets(self, number: int, field: str) -> bytes:
        """An obligatory string of octets."""
        element = self.need(number, field)
        if element.constructed:
            raise unreadable(element, self.standard, field)
        return element.content

    def rest(self, known: Iterable[int]) -> tuple[Element, ...]:
        """The elements with other numbers, to be kept as they came."""
        read = set(known)
        return tuple(element for number, element in self.by_number.items() if number not in read)


def in_order(elements: Iterable[Element | None], kept: Iterable[Element]) -> tuple[Element, ...]:
    """New and kept elements together in rising order of their numbers; ``None`` = not there."""
    together = [one for one in elements if one is not None] + list(kept)
    return tuple(sorted(together, key=lambda one: _number(one) or 0))


def _number(element: Element) -> int | None:
    if element.head[0] & 0xC0 != _CONTEXT:
        return None
    number = element.head[0] & _LONG
    if number < _LONG:
        return number
    number = 0
    for octet in element.tag.to_bytes(3, "big").lstrip(b"\0")[1:]:
        number = number << 7 | octet & 0x7F
    return number
