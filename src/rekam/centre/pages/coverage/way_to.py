"""How far a place and the places below it are from their target."""

from dataclasses import dataclass, replace
from datetime import timedelta

from rekam.centre.pages.coverage.figures import RECORDED, Basis, bases_within, basis_of, cut_name
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH, Named, level_below, listed
from rekam.edge.store.centre.history import DayCount
from rekam.edge.store.centre.targets import TargetRow
from rekam.operations.coverage import (
    Demand,
    PrintedPace,
    Standing,
    demand,
    shared_out,
    short_of,
    standing,
)

DAYS_SEEN = 14
"""The pace is what the counters rose in so many days; in fewer, where they are not kept for longer."""


@dataclass(frozen=True, slots=True)
class Way:
    """A place on the way to its target.

    Attributes:
        place: The place.
        basis: Where it stands; counted, or reported where nobody was counted.
        target: Percentage and day, with who set it.
        demand: What is left, and how many a day that takes.
        seen: Recordings a day; ``None`` = not measured yet.
        printed: The pace of published figures, when there is no own measurement.
        standing: In time, late, reached, overdue, or not known.
        reported: The reported figure beside a counted one.
        reported_demand: What the target asks by that figure.
    """

    place: Named
    basis: Basis
    target: TargetRow
    demand: Demand
    seen: float | None
    printed: PrintedPace | None
    standing: Standing
    reported: Basis | None = None
    reported_demand: Demand | None = None

    @property
    def short(self) -> int:
        """People who would still wait on the target's day."""
        return short_of(self.demand, self.seen)


def way_of(desk: Desk, place: Named, printed: PrintedPace | None = None) -> Way:
    """How far a place is.

    Args:
        desk: Store and clock.
        place: Which.
        printed: Pace of what was published about it; used when the counters are too young.
    """
    counted, reported = basis_of(desk, place.code, RECORDED, cut_name(desk))
    basis = counted if counted.figure.denominator or reported is None else reported
    target = desk.target_of(place.code)
    seen = _seen(desk, [place.code], {place.code: basis}).get(place.code)
    told = None if seen is not None else printed
    if told:
        seen = told.per_day * basis.figure.denominator
    way = _way(desk, place, basis, target, seen, told)
    if reported is None or basis is reported:
        return way
    return replace(way, reported=reported, reported_demand=_asked(desk, reported, target))


def ways_below(desk: Desk, place: Named, whole: Way) -> list[tuple[Way, int]]:
    """Each region below with its part of the place's daily need; the parts sum to the need.

    Only regions on the same kind of figure as the place share its need: counted with counted.
    """
    below = level_below(place)
    if below is None:
        return []
    found = bases_within(desk, place.code, WIDTH[below], RECORDED, cut_name(desk))
    codes = [code for code, basis in found.items() if basis.figure.denominator]
    own = desk.store.targets.own(codes)
    seen = _seen(desk, codes, found)
    ways = [
        _way(
            desk, listed(desk.gazetteer, code), found[code], own.get(code, whole.target), seen.get(code), None
        )
        for code in codes
    ]
    weights = [way.basis.figure.missing if way.basis.counted == whole.basis.counted else 0 for way in ways]
    parts = shared_out(whole.demand.per_day or 0, weights)
    return sorted(zip(ways, parts, strict=True), key=lambda one: (-one[0].demand.left, one[0].place.title))


def _way(
    desk: Desk, place: Named, basis: Basis, target: TargetRow, seen: float | None, printed: PrintedPace | None
) -> Way:
    asked = _asked(desk, basis, target)
    stands = standing(asked, seen, known=bool(basis.figure.denominator))
    return Way(place, basis, target, asked, seen, printed, stands)


def _asked(desk: Desk, basis: Basis, target: TargetRow) -> Demand:
    figure = basis.figure
    return demand(figure.numerator, figure.denominator, target.fraction, target.by_day, desk.today)


def _seen(desk: Desk, codes: list[str], found: dict[str, Basis]) -> dict[str, float]:
    """Recordings a day of each counted place, from its counters of earlier days on the same data cut."""
    since = desk.today - timedelta(days=DAYS_SEEN)
    before: dict[str, DayCount] = desk.store.history.first_days(codes, since=since, until=desk.today)
    paces = {}
    for code, then in before.items():
        now = found[code]
        if now.counted and then.cut == now.figure.cut:
            paces[code] = max(0, now.figure.numerator - then.recorded) / (desk.today - then.day).days
    return paces
