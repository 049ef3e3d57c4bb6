"""Dates as people write them."""

import re
from datetime import date
from typing import Literal

from rekam.problem import Problem

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_VARIANTS = {"pebruari": 2, "peb": 2, "nopember": 11, "nop": 11, "agt": 8, "agst": 8, "ags": 8, "sept": 9}
"""Spellings beside the names and their first three letters."""

_DAY_FIRST = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2}|[a-z]+)\.?[\s./-]+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def _month_names() -> dict[str, int]:
    names = dict(_VARIANTS)
    for list_ in (MONTHS, _ENGLISH):
        for number, name in enumerate(list_, start=1):
            names[name.lower()] = number
            names[name.lower()[:3]] = number
    return names


_MONTH_OF = _month_names()


def read_date(text: str) -> date:
    """A date in Indonesian order: "17 Oktober 2017", "17-10-2017", "17/10/2017", "2017-10-17".

    Raises:
        Problem: ``person.date_unreadable``; also for a year of two digits, which could be two.
    """
    plain = " ".join(text.lower().split())
    if plain.isascii():
        match = _YEAR_FIRST.fullmatch(plain)
        year, month, day = match.groups() if match else ("", "", "")
        match = _DAY_FIRST.fullmatch(plain)
        if match:
            day, month, year = match.groups()
        number = int(month) if month.isdigit() else _MONTH_OF.get(month, 0)
        try:
            return date(int(year or 0), number, int(day or 0))
        except ValueError as error:
            raise Problem("person.date_unreadable", text=text[:30]) from error
    raise Problem("person.date_unreadable", text=text[:30])


def say_date(day: date, language: Literal["id", "en"] = "id") -> str:
    """The date in words: "17 Oktober 2017"."""
    names = MONTHS if language == "id" else _ENGLISH
    return f"{day.day} {names[day.month - 1]} {day.year}"
