"""Who turns 17 when: the queue of those who will need a card."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rekam.operations.birth.age import needs_card_on
from rekam.operations.birth.parameters import ELECTIONS

Month = tuple[int, int]
"""Year and month."""


@dataclass(frozen=True, slots=True)
class Born:
    """People of one place with one day of birth who were not obliged at the data cut.

    Attributes:
        place: Code of the territory they are summed under.
        birth: Their day of birth.
        people: How many.
        recorded: Of these, recorded already, at 16 (*pemula*).
    """

    place: str
    birth: date
    people: int
    recorded: int


@dataclass(frozen=True, slots=True)
class Turning:
    """How many turn 17 in a time, and how many of them are recorded already."""

    people: int = 0
    recorded: int = 0

    @property
    def missing(self) -> int:
        """Who still has to come."""
        return self.people - self.recorded

    def __add__(self, other: "Turning") -> "Turning":
        return Turning(self.people + other.people, self.recorded + other.recorded)


def everywhere(born: Iterable[Born]) -> list[Born]:
    """The same people without their places, one line for each day of birth."""
    days: dict[date, Turning] = {}
    for one in born:
        days[one.birth] = days.get(one.birth, Turning()) + Turning(one.people, one.recorded)
    return [Born("", birth, who.people, who.recorded) for birth, who in days.items()]


def turned(born: Iterable[Born], *, before: date) -> Turning:
    """Those who turned 17 since the data cut and before a day."""
    return _sum(one for one in born if needs_card_on(one.birth) < before)


def turning_until(born: Iterable[Born], *, today: date, until: date) -> Turning:
    """Those who turn 17 from today to a day, both taken in."""
    return _sum(one for one in born if today <= needs_card_on(one.birth) <= until)


def by_month(born: Iterable[Born], *, today: date, months: int = 12) -> dict[str, dict[Month, Turning]]:
    """For each place how many turn 17 in this month and the following ones.

    Args:
        born: People by day of birth.
        today: Its month is the first; all of it counts, also the days gone by.
        months: How many months.
    """
    columns = months_from(today, months)
    table: dict[str, dict[Month, Turning]] = {}
    for one in born:
        row = table.setdefault(one.place, dict.fromkeys(columns, Turning()))
        day = needs_card_on(one.birth)
        month = (day.year, day.month)
        if month in row:
            row[month] += Turning(one.people, one.recorded)
    return table


def months_from(today: date, months: int) -> list[Month]:
    """The month of a day and those that follow it, so many together."""
    first = today.year * 12 + today.month - 1
    asked = [divmod(number, 12) for number in range(first, first + months)]
    return [(year, month + 1) for year, month in asked]


def next_election(today: date) -> tuple[date, str, str] | None:
    """The next day of voting, its name and the decision that set it; ``None`` = none is known."""
    return next((one for one in ELECTIONS if one[0] >= today), None)


def window_end(today: date, days: int) -> date:
    """Last day of a window of so many days that begins today."""
    return today + timedelta(days=days - 1)


def _sum(born: Iterable[Born]) -> Turning:
    return sum((Turning(one.people, one.recorded) for one in born), Turning())
