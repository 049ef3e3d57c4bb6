from collections.abc import Iterator
from functools import lru_cache

from rekam.place.code import cut_to, dotted, level_of
from rekam.place.former import FormerRegister
from rekam.place.level import Level
from rekam.place.region import Region
from rekam.place.register import Register
from rekam.place.search import Found, NameIndex
from rekam.place.succession import Change, Succession
from rekam.problem import Problem


class Gazetteer:
    """All regions of 2025, and those of 2017 where they were otherwise.

    Codes are given dotted or as digits only. Lists are in the order of the codes.

    Args:
        register: The code list of 2025 (Kepmendagri 300.2.2-2430/2025).
        former: What the list of 2017 (Permendagri 137/2017) says otherwise.
    """

    def __init__(self, register: Register, former: FormerRegister) -> None:
        self.register = register
        self.former = former
        # The index of the whole country is about 25 MB; a station only ever asks within its regency.
        self._index = lru_cache(maxsize=4)(self._build_index)

    def region(self, code: str) -> Region:
        """The region of a code: as it is today, or as it was in 2017 if the code vanished since.

        Raises:
            Problem: ``place.bad_code``, ``place.unknown_region``.
        """
        code = dotted(code)
        row = self.register.index(code)
        if row is not None:
            return self.register.region(row)
        then = self.former.succession(code)
        if then is None:
            raise Problem("place.unknown_region", region=code)
        return then.former

    def knows(self, code: str) -> bool:
        """Whether the code is in the list of 2025 or 2017."""
        try:
            code = dotted(code)
        except Problem:
            return False
        return self.register.index(code) is not None or self.former.succession(code) is not None

    def in_force(self, code: str) -> bool:
        """Whether the code is in the list of 2025."""
        return self.knows(code) and self.register.index(dotted(code)) is not None

    def ancestors(self, code: str) -> tuple[Region, ...]:
        """Every region above one, province first, without itself."""
        code = self.region(code).code
        return tuple(self.region(cut_to(code, level)) for level in Level if level < level_of(code))

    def children(self, code: str) -> tuple[Region, ...]:
        """The regions of today directly below one."""
        level = self.region(code).level
        return () if level is Level.VILLAGE else self.within(code, Level(level + 1))

    def within(self, code: str, level: Level) -> tuple[Region, ...]:
        """The regions of today at a level below one (or itself, at its own level)."""
        region = self.region(code)
        if region.level is level:
            return (region,)
        parts = level - 1
        codes = self.register.codes
        rows = (row for row in self.register.under(region.code) if codes[row].count(".") == parts)
        return tuple(self.register.region(row) for row in rows)

    def provinces(self) -> tuple[Region, ...]:
        """The provinces of today."""
        return tuple(
            self.register.region(row) for row, code in enumerate(self.register.codes) if len(code) == 2
        )

    def succession(self, code_2017: str) -> Succession:
        """A region of 2017 with its code today and what happened between.

        Raises:
            Problem: ``place.unknown_region`` if the list of 2017 does not have it.
        """
        code = dotted(code_2017)
        then = self.former.succession(code)
        if then is not None:
            return then
        row = self.register.index(code)
        if row is None or code in self.former.newcomers:
            raise Problem("place.unknown_region", region=code)
        return Succession(self.register.region(row), code, Change.SAME)

    def forward(self, code_2017: str) -> Region | None:
        """Where an old code lives today; a code of today lives where it is.

        Returns:
            The region of today, or None if it was abolished (no region bears its name any more).

        Raises:
            Problem: ``place.unknown_region`` if neither list has the code.
        """
        code = dotted(code_2017)
        if code in self.former.newcomers:
            return self.region(code)
        today = self.succession(code).today
        return None if today is None else self.region(today)

    def backward(self, code: str) -> tuple[Region, ...]:
        """The regions of 2017 that live under this code today; empty for a region founded since."""
        code = self.region(code).code
        earlier = [self.succession(one).former for one in self.former.predecessors(code)]
        if not earlier and code not in self.former.newcomers and self.former.succession(code) is None:
            return (self.region(code),)
        return tuple(earlier)

    def regions_of_2017(self) -> Iterator[Region]:
        """Every region of the list of 2017, in no promised order."""
        for code in self.former.codes:
            yield self.succession(code).former
        for row, code in enumerate(self.register.codes):
            if code not in self.former.newcomers and self.former.succession(code) is None:
                yield self.register.region(row)

    def path(self, code: str) -> str:
        """The region with everything above it: "Desa X, Kecamatan Y, Kabupaten Z, Jambi"."""
        return ", ".join(one.title for one in (self.region(code), *reversed(self.ancestors(code))))

    def search(
        self, text: str, *, level: Level | None = None, within: str | None = None, limit: int = 10
    ) -> list[Found]:
        """Regions of today by name, former name or code, with typing errors.

        Args:
            text: A name ("bangko"), a name and its context ("kec bangko, merangin"), or digits
                with which the code begins.
            level: Only this level.
            within: Only regions below this one.
            limit: At most so many.

        Raises:
            Problem: ``place.bad_code``, ``place.unknown_region`` for a wrong ``within``.
        """
        home = "" if within is None else self.region(within).code
        digits = text.strip().replace(".", "")
        if digits.isascii() and digits.isdigit():
            return self._by_code(digits, level, home, limit)
        return self._index(home).search(text, level, limit)

    def _by_code(self, digits: str, level: Level | None, home: str, limit: int) -> list[Found]:
        found: list[Found] = []
        for row in self.register.under(home) if home else range(len(self.register)):
            code = self.register.codes[row]
            if not code.replace(".", "").startswith(digits):
                continue
            region = self.register.region(row)
            if level is None or region.level is level:
                found.append(Found(region, 100.0, region.name, self.path(code)))
            if len(found) == limit:
                break
        return found

    def _build_index(self, home: str) -> NameIndex:
        rows = self.register.under(home) if home else range(len(self.register))
        names = [(self.register.names[row], self.register.codes[row]) for row in rows]
        names += [pair for pair in self.former.renamed() if not home or pair[1].startswith(home + ".")]
        return NameIndex(names, self.region, self.path)
