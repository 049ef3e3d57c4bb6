from enum import IntEnum
from struct import Struct
from typing import TypeVar

from rekam.biometric.interchange.limits import Limits
from rekam.problem import Problem

_LENGTH_SIZE = 4
Kind = TypeVar("Kind", bound=IntEnum)


class Octets:
    """Reads a record from front to back; every read is checked against what is left.

    Args:
        record: The record, or a part of it.
        standard: Name of the standard, for the problem.
        origin: Where this part begins in the whole record, octets.
    """

    __slots__ = ("_at", "_origin", "_record", "_standard")

    def __init__(self, record: bytes, standard: str, origin: int = 0) -> None:
        self._record = record
        self._standard = standard
        self._origin = origin
        self._at = 0

    @classmethod
    def whole(cls, record: bytes, standard: str, limits: Limits) -> "Octets":
        """The reader of a record as it came; Problem ``biometric.record_unreadable`` if it is too long."""
        octets = cls(record, standard)
        if len(record) > limits.octets:
            raise octets.unreadable("record length")
        return octets

    @property
    def left(self) -> int:
        """Octets not read yet."""
        return len(self._record) - self._at

    @property
    def at(self) -> int:
        """Where the next octet stands in the whole record."""
        return self._origin + self._at

    def take(self, count: int, field: str) -> bytes:
        """The next ``count`` octets; Problem ``biometric.record_unreadable`` if there are fewer."""
        if count > self.left:
            raise self.unreadable(field)
        start, self._at = self._at, self._at + count
        return self._record[start : self._at]

    def read(self, layout: Struct, field: str) -> tuple[int, ...]:
        """The next fields as ``layout`` has them, big-endian integers."""
        return layout.unpack(self.take(layout.size, field))

    def unsigned(self, size: int, field: str) -> int:
        """The next unsigned integer of ``size`` octets."""
        return int.from_bytes(self.take(size, field), "big")

    def part(self, field: str) -> "Octets":
        """A part whose first four octets give its length, themselves included."""
        start = self._at
        length = self.unsigned(_LENGTH_SIZE, field)
        if length < _LENGTH_SIZE:
            raise self.unreadable(field)
        origin = self._origin + start + _LENGTH_SIZE
        return Octets(self.take(length - _LENGTH_SIZE, field), self._standard, origin)

    def kind(self, kinds: type[Kind], code: int, field: str) -> Kind:
        """What a code that was read stands for; Problem ``biometric.record_unreadable`` if for nothing."""
        try:
            return kinds(code)
        except ValueError:
            raise self.unreadable(field) from None

    def check_sides(self, width: int, height: int, limits: Limits) -> None:
        """Refuses a picture without pixels or with a side over the limit."""
        if not (1 <= width <= limits.side and 1 <= height <= limits.side):
            raise self.unreadable("image size")

    def end(self, field: str) -> None:
        """Refuses octets after the last field."""
        if self.left:
            raise self.unreadable(field)

    def unreadable(self, field: str) -> Problem:
        """The problem that names the standard, the field and where it stands."""
        return Problem(
            "biometric.record_unreadable",
            standard=self._standard,
            field=field,
            offset=self._origin + self._at,
        )


def with_length(part: bytes) -> bytes:
    """A part as ``Octets.part`` reads it: its length, itself included, and its octets."""
    return (len(part) + _LENGTH_SIZE).to_bytes(_LENGTH_SIZE, "big") + part
