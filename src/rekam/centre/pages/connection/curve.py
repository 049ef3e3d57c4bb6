"""The small curve of a line: speed by day, with marks on days that lost office hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rekam.edge.store.centre.lines import LineDay

WIDTH, HEIGHT = 120, 24
"""Of the drawing, in its own units."""


@dataclass(frozen=True, slots=True)
class Curve:
    """What the drawing is made of.

    Attributes:
        parts: One path for each unbroken run of measured days.
        marks: Left edges of days that lost office hours.
        step: Width of a day.
        low: Slowest measured day, kilobits a second.
        high: Fastest.
        measured: Days with a measurement.
    """

    parts: tuple[str, ...]
    marks: tuple[float, ...]
    step: float
    low: float
    high: float
    measured: int


def curve(days: Sequence[LineDay], first: date, length: int) -> Curve | None:
    """The curve of some days; ``None`` where nothing is known.

    Args:
        days: Oldest first.
        first: The day at the left edge.
        length: Days of the whole width.
    """
    if not days:
        return None
    step = WIDTH / length
    speeds = {(one.day - first).days: one.kbit_s for one in days if one.kbit_s is not None}
    low, high = min(speeds.values(), default=0.0), max(speeds.values(), default=0.0)
    parts: list[str] = []
    before = None
    for number, speed in sorted(speeds.items()):
        height = HEIGHT - 2 - (HEIGHT - 4) * (speed / high if high else 0)
        if before is not None and number == before + 1:
            parts[-1] += f"V{height:.1f}H{(number + 1) * step:.1f}"
        else:
            parts.append(f"M{number * step:.1f} {height:.1f}H{(number + 1) * step:.1f}")
        before = number
    marks = tuple(round((one.day - first).days * step, 1) for one in days if one.lost_s > 0)
    return Curve(tuple(parts), marks, round(step, 1), low, high, len(speeds))
