"""The stretch of days that a page of obstacles is about."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from rekam.centre.pages.desk import WIB, Desk

KEYS = ("bulan", "3bulan", "target")
"""In the address; the first is shown when none is asked for."""

LONG_DAYS = 90
MOST_DAYS = 800
"""Longest stretch since a target, days; older hours say little about today."""


@dataclass(frozen=True, slots=True)
class Period:
    """From ``first`` to ``last``, both included."""

    key: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def period_of(desk: Desk, key: str, place: str) -> Period:
    """The period of a key; an unknown key is this month."""
    today = desk.today
    if key == "3bulan":
        return Period(key, today - timedelta(days=LONG_DAYS - 1), today)
    if key == "target":
        set_at = desk.target_of(place).set_at
        # A target that nobody set is the minister's, for the year.
        begun = (datetime.fromtimestamp(set_at, UTC) + WIB).date() if set_at else date(today.year, 1, 1)
        return Period(key, max(min(begun, today), today - timedelta(days=MOST_DAYS)), today)
    return Period(KEYS[0], today.replace(day=1), today)
