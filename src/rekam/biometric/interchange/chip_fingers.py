"""The fingers that a card's chip holds: a group of biometric information templates (ISO/IEC 7816-11).

``7F61 { 02 number, 7F60 { A1 header, 7F2E { 81 minutiae } } ... }``; the header says which finger and which
format. Permendagri 34/2014 wants the minutiae of two fingers on the KTP-el and leaves their layout open.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rekam.biometric.interchange.card_minutiae import (
    CardFormat,
    CardMinutia,
    Order,
    read_card_minutiae,
    write_card_minutiae,
)
from rekam.biometric.interchange.element import Element, read_elements
from rekam.biometric.interchange.octets import Octets
from rekam.biometric.position import FingerPosition
from rekam.problem import Problem

STANDARD = "ISO/IEC 7816-11"
_GROUP, _TEMPLATE, _HEADER, _DATA, _MINUTIAE = 0x7F61, 0x7F60, 0xA1, 0x7F2E, 0x81
_NUMBER, _KIND, _SUBTYPE, _OWNER, _FORMAT = 0x02, 0x81, 0x82, 0x87, 0x88
_SAID = (_KIND, _SUBTYPE, _OWNER, _FORMAT)
_FINGERPRINT = b"\x08"
_JTC1_SC37 = b"\x01\x01"
_FORMATS = {CardFormat.NORMAL: b"\x00\x03", CardFormat.COMPACT: b"\x00\x05"}
"""Registered formats, ridge endings placed at valley bifurcations (ISO/IEC 19794-2:2005, clause 9)."""
_RIGHT, _LEFT = 0b01, 0b10
"""Lowest bits of the CBEFF subtype; the finger, thumb = 1, stands two bits higher (ISO/IEC 19785-3)."""
MOST_FINGERS = 10


@dataclass(frozen=True, slots=True)
class ChipFinger:
    """One finger of a chip.

    Attributes:
        position: Which finger.
        minutiae: Its minutiae on the grid of ``form``.
        form: Compact or normal.
        kept: Further elements of its header, as they came (version, period of validity, maker).
    """

    position: FingerPosition
    minutiae: tuple[CardMinutia, ...]
    form: CardFormat = CardFormat.COMPACT
    kept: tuple[Element, ...] = ()


def write_chip_fingers(fingers: Sequence[ChipFinger], order: Order = Order.ANY) -> bytes:
    """The group for the chip; two fingers of 60 minutiae take about 430 octets.

    Args:
        fingers: In the order in which the reader shall ask for them.
        order: Order that the card wants within a finger.
    """
    number = Element.of(_NUMBER, bytes((len(fingers),)))
    return Element.holding(_GROUP, (number, *(_template(one, order) for one in fingers))).encode()


def read_chip_fingers(group: bytes) -> tuple[ChipFinger, ...]:
    """Reads the group.

    Raises:
        Problem: ``biometric.record_unreadable``; also for a finger twice, or a format of somebody else.
    """
    (whole,) = _exactly(read_elements(group, STANDARD), (_GROUP,), group)
    number, *templates = read_elements(whole.content, STANDARD, origin=whole.at) or (whole,)
    if number.tag != _NUMBER or number.content != bytes((len(templates),)) or len(templates) > MOST_FINGERS:
        raise _refused("number of templates", number)
    fingers = tuple(_finger(template) for template in templates)
    if len({one.position for one in fingers}) != len(fingers):
        raise _refused("finger position", number)
    if write_chip_fingers(fingers) != group:  # longer lengths than needed, or a header out of order
        raise _refused("distinguished encoding", whole)
    return fingers


def _template(one: ChipFinger, order: Order) -> Element:
    said = (
        Element.of(_KIND, _FINGERPRINT),
        Element.of(_SUBTYPE, bytes((_subtype(one.position),))),
        Element.of(_OWNER, _JTC1_SC37),
        Element.of(_FORMAT, _FORMATS[one.form]),
    )
    header = Element.holding(_HEADER, sorted((*said, *one.kept), key=lambda element: element.tag))
    minutiae = Element.of(_MINUTIAE, write_card_minutiae(one.minutiae, one.form, order))
    return Element.holding(_TEMPLATE, (header, Element.holding(_DATA, (minutiae,))))


def _finger(template: Element) -> ChipFinger:
    if template.tag != _TEMPLATE:
        raise _refused("biometric information template", template)
    parts = read_elements(template.content, STANDARD, origin=template.at)
    header, data = _exactly(parts, (_HEADER, _DATA), template.content)
    fields = {one.tag: one for one in read_elements(header.content, STANDARD, origin=header.at)}
    said = {tag: fields[tag].content if tag in fields else b"" for tag in _SAID}
    kept = tuple(one for tag, one in fields.items() if tag not in _SAID)
    form = next((form for form, code in _FORMATS.items() if code == said[_FORMAT]), None)
    position = next((one for one in FingerPosition if bytes((_subtype(one),)) == said[_SUBTYPE]), None)
    if said[_KIND] != _FINGERPRINT or said[_OWNER] != _JTC1_SC37 or form is None or position is None:
        raise _refused("biometric header", header)
    inner = read_elements(data.content, STANDARD, origin=data.at)
    (minutiae,) = _exactly(inner, (_MINUTIAE,), data.content)
    return ChipFinger(position, read_card_minutiae(minutiae.content, form), form, kept)


def _subtype(position: FingerPosition) -> int:
    right = position <= FingerPosition.RIGHT_LITTLE
    finger = position if right else position - FingerPosition.RIGHT_LITTLE
    return finger << 2 | (_RIGHT if right else _LEFT)


def _exactly(found: tuple[Element, ...], tags: tuple[int, ...], content: bytes) -> tuple[Element, ...]:
    if tuple(one.tag for one in found) != tags:
        raise Octets(content, STANDARD, found[0].at if found else 0).unreadable("tag")
    return found


def _refused(field: str, element: Element) -> Problem:
    return Octets(element.content, STANDARD, element.at).unreadable(field)
