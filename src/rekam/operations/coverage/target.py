"""Targets: how many by when, how many a day that takes, and whether a place is on its way."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from math import ceil

STEPS = ("recorded", "unique", "printed", "handed_over")
"""Steps that a target may be set for, each a share of the step before it (recorded: of the obliged)."""


class Standing(Enum):
    """Where a place stands against its target."""

    REACHED = "reached"
    ON_TRACK = "on_track"
    LATE = "late"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Demand:
    """What a target still asks of a place.

    Attributes:
        left: People still to reach until the target is met.
        days_left: Days until its last day, that day and today included; 0 when it is past.
        per_day: People a day from today on; ``None`` when the day is past and somebody is left.
    """

    left: int
    days_left: int
    per_day: int | None


def demand(numerator: int, denominator: int, fraction: float, by_day: date, today: date) -> Demand:
    """What is left of a target.

    Args:
        numerator: Reached today.
        denominator: Of how many.
        fraction: Target, 1.0 = everybody.
        by_day: Its last day.
        today: Day of the statement.
    """
    # 0.9 of ten people are nine: the tiny excess of a binary fraction asks for nobody more.
    wanted = ceil(round(denominator * fraction, 6))
    left = max(0, wanted - numerator)
    days_left = max(0, (by_day - today).days + 1)
    if not left:
        return Demand(0, days_left, 0)
    return Demand(left, days_left, ceil(left / days_left) if days_left else None)


def standing(asked: Demand, seen_per_day: float | None, *, known: bool = True) -> Standing:
    """Whether a place arrives in time if it goes on as seen.

    Args:
        asked: What the target asks.
        seen_per_day: Pace seen; ``None`` = there is nothing to compare yet.
        known: Whether anybody was counted there at all.
    """
    if not known:
        return Standing.UNKNOWN
    if not asked.left:
        return Standing.REACHED
    if not asked.days_left:
        return Standing.OVERDUE
    if seen_per_day is None:
        return Standing.UNKNOWN
    # The exact need, not the one rounded up: 2.5 a day seen meets 2.4 a day needed.
    return Standing.ON_TRACK if seen_per_day >= asked.left / asked.days_left else Standing.LATE


def short_of(asked: Demand, seen_per_day: float | None) -> int:
    """People who would still be waiting on the target's last day at the pace seen."""
    return max(0, asked.left - int((seen_per_day or 0.0) * asked.days_left))
