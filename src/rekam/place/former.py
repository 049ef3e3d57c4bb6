from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rekam.place.code import level_of, parent_of
from rekam.place.level import KINDS, Level
from rekam.place.region import Region
from rekam.place.succession import Change, Succession

CHANGES: tuple[Change, ...] = tuple(Change)
"""Order in which packed columns number the changes; append only."""


@dataclass(frozen=True)
class FormerRegister:
    """What an older edition of the code list says otherwise than today's.

    Only the differences are kept: codes that vanished, names and kinds that were others, and the
    codes that the older list did not have.

    Attributes:
        codes: Codes of the older edition, ascending.
        names: Their names then.
        kinds: Their kinds then, index into `KINDS`.
        today: Their code today; empty where nobody bears the name any more.
        changes: What happened, index into `CHANGES`.
        newcomers: Codes of today that the older list did not have.
    """

    codes: Sequence[str]
    names: Sequence[str]
    kinds: bytes
    today: Sequence[str]
    changes: bytes
    newcomers: frozenset[str]

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        return {code: row for row, code in enumerate(self.codes)}

    @cached_property
    def _predecessors(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for code, today in zip(self.codes, self.today, strict=True):
            if today:
                found[today] = (*found.get(today, ()), code)
        return found

    def succession(self, code: str) -> Succession | None:
        """What became of an older code; None if this register says nothing about it."""
        row = self._rows.get(code)
        if row is None:
            return None
        region = Region(code, parent_of(code), level_of(code), KINDS[self.kinds[row]], self.names[row])
        return Succession(region, self.today[row] or None, CHANGES[self.changes[row]])

    def predecessors(self, code: str) -> tuple[str, ...]:
        """Older codes whose region lives under this code of today, as far as anything differs."""
        return self._predecessors.get(code, ())

    def renamed(self, level: Level | None = None) -> list[tuple[str, str]]:
        """(older name, code today) of every region that lives on under another name or code."""
        return [
            (name, today)
            for code, name, today in zip(self.codes, self.names, self.today, strict=True)
            if today and (level is None or level_of(code) is level)
        ]
