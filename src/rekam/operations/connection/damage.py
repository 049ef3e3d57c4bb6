"""What a cut costs: people turned away, a backlog, a later date; everything from counted recordings."""

from dataclasses import dataclass
from math import ceil

from rekam.operations.connection import parameters
from rekam.operations.connection.state import DAY_S


@dataclass(frozen=True, slots=True)
class Made:
    """Recordings made in a stretch of time.

    Attributes:
        days: Length of the stretch, days.
        recordings: How many were made in it, by the time at the station.
    """

    days: float
    recordings: int

    @property
    def per_day(self) -> float | None:
        """Mean of a day; ``None`` for an empty stretch."""
        return self.recordings / self.days if self.days > 0 else None


@dataclass(frozen=True, slots=True)
class Damage:
    """What a cut cost so far.

    Attributes:
        before: The days before the cut, the base of the expectation.
        during: The days of the cut.
        since: The days behind the restoration; ``None`` while it lasts.
        expected: Recordings that the base lets expect during the cut; ``None`` without a base.
        turned_away: Expected and not made, people; ``None`` without a base.
        caught_up: Made behind the restoration above the base; ``None`` without a base or while it lasts.
        shift_days: Whole days by which the last resident comes later, at the speed of the base.
    """

    before: Made
    during: Made
    since: Made | None
    expected: int | None
    turned_away: int | None
    caught_up: int | None
    shift_days: int | None


def stretches(cut_at: int, restored_at: int | None, now: int) -> tuple[tuple[int, int], ...]:
    """The stretches to count in: before, during and (if it is over) behind the cut; Unix seconds, end excluded."""
    end = restored_at if restored_at is not None else max(now, cut_at)
    before = (cut_at - parameters.BASE_DAYS * DAY_S, cut_at)
    if restored_at is None:
        return before, (cut_at, end)
    return before, (cut_at, end), (end, max(end, min(now, end + parameters.CATCH_UP_DAYS * DAY_S)))


def damage(before: Made, during: Made, since: Made | None = None) -> Damage:
    """The damage out of what was counted.

    The expectation is the mean of the base times the days of the cut, rounded; nobody is expected where nothing
    was recorded before, and then the damage is unknown, not zero.

    Args:
        before: Base.
        during: While cut off.
        since: Behind the restoration.
    """
    usual = before.per_day
    if not usual:
        return Damage(before, during, since, None, None, None, None)
    expected = round(usual * during.days)
    turned_away = max(0, expected - during.recordings)
    caught_up = None
    if since is not None:
        caught_up = min(turned_away, max(0, since.recordings - round(usual * since.days)))
    left = turned_away - (caught_up or 0)
    return Damage(before, during, since, expected, turned_away, caught_up, ceil(left / usual))
