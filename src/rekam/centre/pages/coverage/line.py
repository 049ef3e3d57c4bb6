"""Coverage over time as a picture of lines, made by the server: it prints and works without script."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor

from rekam.operations.coverage import Point

WIDTH, HEIGHT = 760, 300
LEFT, RIGHT, TOP, BOTTOM = 52, 20, 14, 30
"""Points of the picture and of its margins."""

YEARS_BY_MONTH = 2
"""A stretch up to so many years has a mark every quarter, a longer one every year."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure in the picture.

    Attributes:
        x: Points from the left.
        y: Points from above.
        number: Of its row in the table under the picture.
        point: The figure.
    """

    x: float
    y: float
    number: int
    point: Point


@dataclass(frozen=True, slots=True)
class Aim:
    """A target in the picture.

    Attributes:
        x: Points from the left.
        y: Points from above.
        fraction: What is to be reached.
        by_day: By which day.
    """

    x: float
    y: float
    fraction: float
    by_day: date


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture.

    Attributes:
        dots: Every figure.
        told: Points of the line through exact figures that were published or reported.
        counted: Points of the line through whole counts of this system.
        aims: Targets.
        levels: (y, fraction) of the lines across.
        days: (x, day) of the marks below.
        today: x of today.
    """

    dots: list[Dot]
    told: str
    counted: str
    aims: list[Aim]
    levels: list[tuple[float, float]]
    days: list[tuple[float, date]]
    today: float


def chart(
    points: Sequence[tuple[int, Point]], targets: Sequence[tuple[float, date]], today: date
) -> Chart | None:
    """The picture of a place's history, or ``None`` when there is nothing to draw.

    Args:
        points: Number of the row and figure, by day.
        targets: (fraction, last day).
        today: Right of it lies only what is still to be reached.
    """
    seen = [(number, point, share) for number, point in points if (share := point.fraction) is not None]
    if not seen:
        return None
    days = [point.on_day for _, point, _ in seen]
    first, last = min(days), max([today, *days, *(day for _, day in targets)])
    span = max(1, (last - first).days)
    shares = [share for _, _, share in seen] + [share for share, _ in targets]
    low = max(0.0, floor(min(shares) * 10 - 0.2) / 10)
    high = max(1.0, ceil(max(shares) * 20) / 20)

    def x(day: date) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / span

    def y(share: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (high - share) / (high - low)

    dots = [Dot(x(point.on_day), y(share), number, point) for number, point, share in seen]
    exact = [dot for dot in dots if not dot.point.approximate]
    steps = 10 if high - low > 0.3 else 20
    return Chart(
        dots,
        _through([dot for dot in exact if dot.point.kind != "counted"]),
        _through([dot for dot in exact if dot.point.kind == "counted"]),
        [Aim(x(day), y(share), share, day) for share, day in targets],
        [(y(n / steps), n / steps) for n in range(ceil(low * steps - 1e-9), floor(high * steps + 1e-9) + 1)],
        [(x(day), day) for day in _marks(first, last)],
        x(today),
    )


def _through(dots: Sequence[Dot]) -> str:
    return " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in dots)


def _marks(first: date, last: date) -> list[date]:
    months = (1,) if (last - first).days > YEARS_BY_MONTH * 365 else (1, 4, 7, 10)
    marks = [date(year, month, 1) for year in range(first.year, last.year + 2) for month in months]
    return [day for day in marks if first <= day <= last] or [first, first + timedelta((last - first).days)]
