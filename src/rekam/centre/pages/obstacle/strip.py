"""The day of a post as strips of a picture: when what was there and when it was away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rekam.centre.post_days import DayTold
from rekam.operations.obstacle import Cause, Loss, day_bounds, opening
from rekam.operations.obstacle.parameters import OPEN_HOURS

LEFT, RIGHT, EDGE = 140.0, 760.0, 24.0
ROW = 30.0
FIRST_HOUR, LAST_HOUR = OPEN_HOURS.start - 2, OPEN_HOURS.stop + 2
"""Hours that the picture shows: two before and after the opening."""

ROWS = (Cause.POWER, Cause.DEVICE, Cause.LINE, Cause.SUSPENSION)
"""What has times of its own; other causes are told in hours."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch: from ``x`` on, ``width`` points; ``kind`` is ``there``, ``away``, ``hinders`` or ``told``."""

    x: float
    width: float
    kind: str


@dataclass(frozen=True, slots=True)
class Strip:
    """One row; ``key`` names its words."""

    key: str
    y: float
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Strips:
    """The picture: rows, and the hours below them with their places."""

    rows: list[Strip]
    hours: list[tuple[int, float]]
    height: float
    left: float = LEFT
    width: float = RIGHT
    ground: float = RIGHT - LEFT - EDGE


def strips_of(day: date, place: str, told: DayTold) -> Strips:
    """The strips of a day."""
    midnight, _ = day_bounds(day, place)
    first, last = midnight + FIRST_HOUR * 3600, midnight + LAST_HOUR * 3600

    def x(at: int) -> float:
        return LEFT + (RIGHT - LEFT - EDGE) * (min(max(at, first), last) - first) / (last - first)

    def pieces(stretches: Iterable[tuple[int, int, str]]) -> list[Piece]:
        return [Piece(x(a), x(b) - x(a), kind) for a, b, kind in stretches if x(b) > x(a)]

    rows = [("open", pieces((a, b, "there") for a, b in opening(day, place)))]
    if told.running is not None:
        rows.append(("running", pieces((a, b, "there") for a, b in told.running)))
    rows += [
        (
            one.value,
            pieces((loss.since, loss.until, _kind(loss)) for loss in told.losses if loss.cause is one),
        )
        for one in ROWS
    ]
    hours = [(hour, x(midnight + hour * 3600)) for hour in range(FIRST_HOUR, LAST_HOUR + 1, 2)]
    strips = [Strip(key, 8 + ROW * number, drawn) for number, (key, drawn) in enumerate(rows)]
    return Strips(strips, hours, ROW * len(rows) + 34)


def _kind(loss: Loss) -> str:
    if not loss.observed:
        return "told"
    return "away" if loss.stops else "hinders"
