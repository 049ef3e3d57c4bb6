"""Reads the fields of a decoded map with a limit on each; every failure names the field."""

import re
from collections.abc import Collection, Mapping
from typing import NoReturn

from rekam.packet import cbor
from rekam.packet.parameters import FORMAT, TEXT_CHARACTERS_MOST, TIME_MOST
from rekam.problem import Problem

IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
"""Station and key names: safe as a file name on every system."""
KIND = re.compile(r"[a-z][a-z_]{0,31}")
REGION = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?")
PRINTABLE = re.compile(r"[^\x00-\x1f\x7f]{1,64}")
CODE = re.compile(r"[a-z]+\.[a-z0-9_]{1,60}")


class Fields:
    """One map that came from outside.

    Args:
        value: What the CBOR reader gave.
        problem: Code of the problem to raise, with the detail ``field``.
    """

    __slots__ = ("_problem", "_values")

    def __init__(self, value: object, problem: str) -> None:
        self._problem = problem
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            raise Problem(problem, field="-")
        self._values: Mapping[str, object] = value

    @classmethod
    def of(cls, data: bytes, problem: str) -> "Fields":
        """Decodes ``data`` (deterministic CBOR) into the fields of one map."""
        try:
            return cls(cbor.decode(data), problem)
        except cbor.Unreadable as error:
            raise Problem(problem, field="-") from error

    def refuse(self, name: str) -> NoReturn:
        """Raises the problem for the field ``name``."""
        raise Problem(self._problem, field=name)

    def format(self, known: Collection[int] = (FORMAT,)) -> None:
        """Checks the version of the format.

        Args:
            known: Versions that this reader reads.

        Raises:
            Problem: ``packet.format_unknown`` with the number found.
        """
        found = self.whole("format", high=2**32)
        if found not in known:
            raise Problem("packet.format_unknown", format=found, known=max(known))

    def has(self, name: str) -> bool:
        """Whether the field is there and not null."""
        return self._values.get(name) is not None

    def text(
        self, name: str, *, limit: int = TEXT_CHARACTERS_MOST, shape: re.Pattern[str] | None = None
    ) -> str:
        """A text of at most ``limit`` characters that matches ``shape`` from end to end."""
        value = self._values.get(name)
        if not isinstance(value, str) or len(value) > limit or (shape and not shape.fullmatch(value)):
            self.refuse(name)
        return value

    def whole(self, name: str, *, low: int = 0, high: int = 2**53) -> int:
        """A whole number, ``low`` <= number <= ``high``."""
        value = self._values.get(name)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.refuse(name)
        return value

    def time(self, name: str) -> int:
        """Unix seconds."""
        return self.whole(name, high=TIME_MOST)

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._values.get(name)
        if not isinstance(value, bool):
            self.refuse(name)
        return value

    def octets(self, name: str, *, most: int, least: int = 0) -> bytes:
        """A byte string of ``least`` to ``most`` bytes."""
        value = self._values.get(name)
        if not isinstance(value, bytes) or not least <= len(value) <= most:
            self.refuse(name)
        return value

    def hash(self, name: str) -> bytes:
        """A SHA-256 value, 32 bytes."""
        return self.octets(name, least=32, most=32)

    def list(self, name: str, *, most: int) -> list[object]:
        """A list of at most ``most`` items."""
        value = self._values.get(name)
        if not isinstance(value, list) or len(value) > most:
            self.refuse(name)
        return value

    def octet_list(self, name: str, *, items: int, most: int, least: int = 0) -> tuple[bytes, ...]:
        """A list of at most ``items`` byte strings, each of ``least`` to ``most`` bytes."""
        found = []
        for value in self.list(name, most=items):
            if not isinstance(value, bytes) or not least <= len(value) <= most:
                self.refuse(name)
            found.append(value)
        return tuple(found)

    def whole_list(self, name: str, *, items: int) -> tuple[int, ...]:
        """A list of at most ``items`` numbers from 1."""
        found = []
        for value in self.list(name, most=items):
            if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 2**53:
                self.refuse(name)
            found.append(value)
        return tuple(found)

    def text_list(self, name: str, *, items: int, limit: int) -> tuple[str, ...]:
        """A list of at most ``items`` texts, each of at most ``limit`` characters."""
        found = []
        for value in self.list(name, most=items):
            if not isinstance(value, str) or len(value) > limit:
                self.refuse(name)
            found.append(value)
        return tuple(found)

    def inner(self, name: str) -> "Fields":
        """The fields of a map inside this one."""
        return Fields(self._values.get(name), self._problem)

    def inners(self, name: str, *, most: int) -> "tuple[Fields, ...]":
        """The maps of a list inside this one."""
        return tuple(Fields(value, self._problem) for value in self.list(name, most=most))

    def unknown(self, known: Collection[str]) -> tuple[tuple[str, object], ...]:
        """Fields that this version does not know, in their order; kept, never acted on."""
        return tuple((name, value) for name, value in self._values.items() if name not in known)

    def values(self) -> Mapping[str, object]:
        """The map itself."""
        return self._values
