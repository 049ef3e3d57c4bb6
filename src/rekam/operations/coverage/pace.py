"""How fast a place must go, and when it arrives at today's speed."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from rekam.operations.coverage.figure import Figure

LONGEST_DAYS = 3650
"""An arrival further away than ten years is called none."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Distance to a target.

    Attributes:
        missing: People still to record.
        days_left: Days until the target date, the target day included; 0 when it is past.
        needed_per_day: Recordings a day to arrive on time; ``None`` when the date is past.
        seen_per_day: Mean of the observed days.
        arrives: Range of dates at the seen speed (fast, slow), or ``None`` when it never arrives.
    """

    missing: int
    days_left: int
    needed_per_day: int | None
    seen_per_day: float
    arrives: tuple[date, date] | None


def pace(figure: Figure, recorded_by_day: list[int], today: date, target: date) -> Pace:
    """Pace of a place.

    The range comes from the faster and the slower half of the observed days; it is a statement about this
    pace, not a forecast (the forecast room has its own).

    Args:
        figure: Coverage today.
        recorded_by_day: Recordings on each of the last days, oldest first.
        today: Day of the statement.
        target: Day by which everybody is to be recorded.
    """
    days_left = max(0, (target - today).days + 1)
    needed = ceil(figure.missing / days_left) if days_left else None
    seen = sum(recorded_by_day) / len(recorded_by_day) if recorded_by_day else 0.0
    return Pace(figure.missing, days_left, needed, seen, _arrival(figure.missing, recorded_by_day, today))


def _arrival(missing: int, recorded_by_day: list[int], today: date) -> tuple[date, date] | None:
    if missing == 0:
        return today, today
    ranked = sorted(recorded_by_day, reverse=True)
    half = (len(ranked) + 1) // 2
    fast, slow = ranked[:half], ranked[len(ranked) - half :]
    if not fast or sum(slow) == 0:
        return None
    days = [ceil(missing / (sum(part) / len(part))) for part in (fast, slow)]
    if days[1] > LONGEST_DAYS:
        return None
    return today + timedelta(days=days[0]), today + timedelta(days=days[1])
