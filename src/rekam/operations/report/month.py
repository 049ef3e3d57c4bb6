"""Months of reports, as people write them."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from rekam.operations.report.parameters import DUE_DAY
from rekam.problem import Problem

MONTH_WORDS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_SHORT: Mapping[str, int] = MappingProxyType(
    {word[:3].lower(): number for number, word in enumerate(MONTH_WORDS, 1)}
    | {"agt": 8, "ags": 8, "nop": 11, "peb": 2}
)
_WRITTEN = re.compile(r"\b([a-z]{3,10})\.?\s*[-/ ]?\s*((?:19|20)\d\d)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\b(0?[1-9]|1[0-2])[-/]((?:19|20)\d\d)\b")
_ISO = re.compile(r"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])\b")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year; months of several years are in order."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month of a day."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> "Month":
        """``2017-09``, ``09/2017``, ``September 2017``, ``Sept 2017``.

        Raises:
            Problem: ``report.month_unreadable``.
        """
        found = cls.find(text)
        if found is None:
            raise Problem("report.month_unreadable", value=text.strip()[:40])
        return found

    @classmethod
    def find(cls, text: str) -> "Month | None":
        """The first month named in a text, or ``None``."""
        if match := _ISO.search(text):
            return cls(int(match[1]), int(match[2]))
        for match in _WRITTEN.finditer(text):
            number = month_number(match[1])
            if number:
                return cls(int(match[2]), number)
        if match := _DIGITS.search(text):
            return cls(int(match[2]), int(match[1]))
        return None

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    @property
    def next(self) -> "Month":
        """The month after it."""
        return Month.of(self.last + timedelta(days=1))

    @property
    def before(self) -> "Month":
        """The month before it."""
        return Month.of(self.first - timedelta(days=1))

    def due(self, day: int = DUE_DAY) -> date:
        """Last day on which its report is on time."""
        return date(self.next.year, self.next.number, day)

    @property
    def words(self) -> str:
        """``September 2017``; Indonesian, as on paper."""
        return f"{MONTH_WORDS[self.number - 1]} {self.year}"

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


def month_number(word: str) -> int | None:
    """1 to 12 for the name of a month or the beginning of one; ``None`` for any other word."""
    letters = word.lower()
    if len(letters) == 3 or letters == "sept":
        return _SHORT.get(letters[:3])
    whole = {name.lower(): number for number, name in enumerate(MONTH_WORDS, 1)} | {
        "pebruari": 2,
        "nopember": 11,
    }
    return whole.get(letters) or next(
        (number for name, number in whole.items() if len(letters) > 3 and name.startswith(letters)), None
    )
