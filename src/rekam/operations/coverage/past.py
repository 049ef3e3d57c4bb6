"""Points of a place's history and what two of them say together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rekam.operations.coverage.renewal import Renewal


@dataclass(frozen=True, slots=True)
class Point:
    """Coverage on a day.

    Attributes:
        on_day: Day that the figure is of.
        numerator: Recorded; ``None`` where only a percentage was printed.
        denominator: Obliged; likewise.
        printed: Percentage as printed, as a fraction; ``None`` where only counts were.
        cut: Data cut; empty = not stated.
        kind: How it came here; points of one kind are compared with each other.
        approximate: The source says "about".
    """

    on_day: date
    numerator: int | None
    denominator: int | None
    printed: float | None
    cut: str
    kind: str
    approximate: bool = False

    @property
    def fraction(self) -> float | None:
        """Computed where both counts are there, else as printed. Never clipped."""
        if self.numerator is not None and self.denominator:
            return self.numerator / self.denominator
        return self.printed

    @property
    def over(self) -> bool:
        """Above 100 %: numerator and denominator are of different data or places."""
        return (self.fraction or 0.0) > 1.0


@dataclass(frozen=True, slots=True)
class Fall:
    """A later figure below an earlier one because the denominator was renewed."""

    before: Point
    after: Point
    renewal: Renewal


@dataclass(frozen=True, slots=True)
class PrintedPace:
    """Pace between two printed figures, in fractions of the obliged.

    Attributes:
        since: Day of the earlier.
        until: Day of the later.
        per_day: Rise a day.
        same_cut: Both name the same data cut; when not, the reader is told.
    """

    since: date
    until: date
    per_day: float
    same_cut: bool


def renewed(points: Sequence[Point]) -> list[Fall]:
    """Neighbouring points with counts where the coverage fell although more people were recorded.

    Args:
        points: Of one place, by day.
    """
    whole = [p for p in points if p.numerator is not None and p.denominator and not p.approximate]
    found = []
    for before, after in pairwise(whole):
        if before.denominator == after.denominator:
            continue
        renewal = Renewal(
            before.numerator or 0, before.denominator or 0, after.numerator or 0, after.denominator or 0
        )
        if (renewal.after or 0) < (renewal.before or 0) and renewal.more_recorded >= 0:
            found.append(Fall(before, after, renewal))
    return found


def printed_pace(points: Sequence[Point]) -> PrintedPace | None:
    """Pace between the last two exact figures that somebody printed.

    A percentage that fell has no pace (its denominator was renewed or one of the two is wrong), and "about" is no
    figure to measure with.

    Args:
        points: Of one place, by day.
    """
    exact = [p for p in points if p.kind != "counted" and not p.approximate and p.fraction is not None]
    for before, after in reversed(list(pairwise(exact))):
        days = (after.on_day - before.on_day).days
        rise = (after.fraction or 0.0) - (before.fraction or 0.0)
        if days <= 0 or (before.cut and after.cut and before.cut != after.cut):
            continue
        if rise < 0:
            return None
        return PrintedPace(before.on_day, after.on_day, rise / days, before.cut == after.cut != "")
    return None
