from struct import Struct

from rekam.problem import Problem

_U32 = Struct(">I")


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
        length = self.unsigned(_U32.size, field)
        if length < _U32.size:
            raise self.unreadable(field)
        return Octets(self.take(length - _U32.size, field), self._standard, self._origin + start + _U32.size)

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
