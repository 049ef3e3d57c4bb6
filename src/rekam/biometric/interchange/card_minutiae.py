"""Minutiae as a chip keeps them, ISO/IEC 19794-2:2005 clause 8: three or five octets each, no header.

Places are in tenths or hundredths of a millimetre, so that no sampling rate is needed on the card.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from rekam.biometric.interchange.minutia import MinutiaKind
from rekam.biometric.interchange.octets import Octets

STANDARD = "ISO/IEC 19794-2:2005 card"
_KIND_BITS = 2
_RESERVED_KIND = 3
MOST = 255
"""Minutiae of one finger; the number has one octet in the card's own description."""


class CardFormat(Enum):
    """The two sizes, with the grid of places and directions.

    Attributes:
        step: Grid of places, millimetres.
        steps: Steps of a turn.
        size: Octets of one minutia.
        reach: Largest coordinate, grid steps.
    """

    COMPACT = (0.1, 64, 3, 0xFF)
    NORMAL = (0.01, 256, 5, 0x3FFF)

    def __init__(self, step: float, steps: int, size: int, reach: int) -> None:
        self.step = step
        self.steps = steps
        self.size = size
        self.reach = reach


class Order(Enum):
    """In which order a card wants its minutiae (8.4; the card's description says which)."""

    ANY = "any"
    X_THEN_Y = "x, y"
    Y_THEN_X = "y, x"
    ANGLE = "angle"


@dataclass(frozen=True, slots=True)
class CardMinutia:
    """One minutia on the grid of its format: ``x`` and ``y`` in grid steps, ``angle`` in its steps of a turn."""

    x: int
    y: int
    angle: int
    kind: MinutiaKind = MinutiaKind.OTHER


_KEY: dict[Order, Callable[[CardMinutia], tuple[int, ...]]] = {
    Order.X_THEN_Y: lambda one: (one.x, one.y, one.angle, one.kind),
    Order.Y_THEN_X: lambda one: (one.y, one.x, one.angle, one.kind),
    Order.ANGLE: lambda one: (one.angle, one.x, one.y, one.kind),
}


def write_card_minutiae(
    minutiae: Sequence[CardMinutia], form: CardFormat = CardFormat.COMPACT, order: Order = Order.ANY
) -> bytes:
    """The octets of all minutiae, in ascending order where the card asks for one.

    Raises:
        ValueError: If a number does not fit the format (a mistake of the programmer).
    """
    if len(minutiae) > MOST:
        raise ValueError(f"{len(minutiae)} minutiae")
    key = _KEY.get(order)
    ordered = minutiae if key is None else sorted(minutiae, key=key)
    return b"".join(_encode(one, form) for one in ordered)


def read_card_minutiae(
    octets: bytes, form: CardFormat = CardFormat.COMPACT, *, most: int = MOST
) -> tuple[CardMinutia, ...]:
    """Reads what ``write_card_minutiae`` wrote; written in any order it gives the same octets again.

    Raises:
        Problem: ``biometric.record_unreadable`` for half a minutia, too many, or a reserved kind.
    """
    reader = Octets(octets, STANDARD)
    if len(octets) % form.size:
        raise reader.unreadable("length")
    if len(octets) > most * form.size:
        raise reader.unreadable("number of minutiae")
    return tuple(_read(reader, form) for _ in range(len(octets) // form.size))


def _encode(one: CardMinutia, form: CardFormat) -> bytes:
    if not (0 <= one.x <= form.reach and 0 <= one.y <= form.reach and 0 <= one.angle < form.steps):
        raise ValueError(f"{one} does not fit {form}")
    if form is CardFormat.COMPACT:
        return bytes((one.x, one.y, one.kind << 8 - _KIND_BITS | one.angle))
    return (one.kind << 14 | one.x).to_bytes(2, "big") + one.y.to_bytes(2, "big") + bytes((one.angle,))


def _read(octets: Octets, form: CardFormat) -> CardMinutia:
    if form is CardFormat.COMPACT:
        x, y, last = octets.take(3, "minutia")
        kind, angle = last >> 8 - _KIND_BITS, last & form.steps - 1
    else:
        first, y, angle = (octets.unsigned(size, "minutia") for size in (2, 2, 1))
        kind, x = first >> 14, first & form.reach
    if kind == _RESERVED_KIND or y > form.reach:
        raise octets.unreadable("minutia")
    return CardMinutia(x, y, angle, MinutiaKind(kind))
