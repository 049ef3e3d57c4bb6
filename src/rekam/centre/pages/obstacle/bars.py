"""Bars of hours beside bars of people, as points of a picture."""

from dataclasses import dataclass

from rekam.centre.pages.obstacle.reading import Reading
from rekam.operations.obstacle import Cause

LEFT, MIDDLE, RIGHT = 190.0, 500.0, 760.0
"""Where the bars of hours begin, where those of people begin, where the picture ends; points."""
ROOM_S, ROOM_P = 230.0, 190.0
"""Longest bar of hours and of people; a figure stands behind it."""
ROW = 34.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One cause.

    Attributes:
        y: Upper edge of its row.
        observed: Length of what was observed.
        reported: Length of what was reported, behind it.
        people: Length of its people.
    """

    cause: str
    y: float
    observed: float
    reported: float
    people: float
    hours: int
    number: int


@dataclass(frozen=True, slots=True)
class Bars:
    """The picture."""

    rows: list[Bar]
    height: float
    left: float = LEFT
    middle: float = MIDDLE
    width: float = RIGHT


def bars_of(reading: Reading) -> Bars:
    """One row a cause, longest first; both scales begin at nothing."""
    causes = reading.causes
    most_s = max([reading.hours[cause].lost_s for cause in causes], default=0) or 1
    most_p = max([_people(reading, cause) for cause in causes], default=0) or 1
    rows = [_bar(reading, cause, number, most_s, most_p) for number, cause in enumerate(causes)]
    return Bars(rows, ROW * len(rows) + 26)


def _bar(reading: Reading, cause: Cause, number: int, most_s: int, most_p: int) -> Bar:
    hours, people = reading.hours[cause], _people(reading, cause)
    return Bar(
        cause.value, 24 + ROW * number, ROOM_S * hours.observed_s / most_s, ROOM_S * hours.reported_s / most_s,
        ROOM_P * people / most_p, round(hours.lost_s / 3600), people,
    )  # fmt: skip


def _people(reading: Reading, cause: Cause) -> int:
    """The missing of a cause; where nobody knows how many are missing, what its hours are worth."""
    return reading.whole.by_cause[cause] if reading.known else reading.worth(cause)
