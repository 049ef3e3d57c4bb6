"""Lines and figures of directives as templates show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import listed
from rekam.edge.store.centre.directive_rows import Addressee, MeasuredAddressee
from rekam.operations.directive import KINDS, Reading, Step, change, covering, reached, zone_of
from rekam.operations.directive.step import FINAL

LATE_STATES = frozenset({Step.REFUSED.value, Step.WARNED.value, Step.WARNED_AGAIN.value})


@dataclass(frozen=True, slots=True)
class Progress:
    """A live figure since the issue.

    Attributes:
        share: The values are fractions, else counts.
        change: Towards the goal; below 0 = away from it.
        reading: The figure now, with what it was counted of.
    """

    share: bool
    start: float | None
    now: float | None
    end: float | None
    goal: float | None
    change: float | None
    reached: bool
    reading: Reading | None


def progress(
    kind: str, goal: float | None, start: Reading | None, now: Reading | None, end: Reading | None = None
) -> Progress | None:
    """The figure of one place; ``None`` for a directive that a document closes."""
    known = KINDS.get(kind)
    if known is None:
        return None
    return Progress(
        known.share,
        start.value if start else None,
        now.value if now else None,
        end.value if end else None,
        goal,
        change(kind, start, now),
        reached(kind, now, goal),
        now,
    )


def reading(numerator: int | None, denominator: int | None, at: int) -> Reading | None:
    """A kept figure; ``None`` where none was kept."""
    return None if numerator is None else Reading(numerator, denominator, "", at)


def summed(places: Iterable[str], figures: Mapping[str, Reading], kind: str) -> Reading | None:
    """One figure of several places, none of them counted twice; ``None`` where there is none."""
    found = [figures[place] for place in covering(places) if place in figures]
    if not found:
        return None
    denominators = [one.denominator or 0 for one in found]
    share = kind in KINDS and KINDS[kind].share
    return Reading(
        sum(one.numerator for one in found),
        sum(denominators) if share else None,
        found[0].cut,
        min(one.counted_at for one in found),
    )


@dataclass(frozen=True, slots=True)
class LineShown:
    """One addressee in a table.

    Attributes:
        place: Its name.
        zone: Whose clock the deadline goes by.
        late: Open and past the deadline.
        rank: Overdue ones first, then those who refuse, then the unheard.
    """

    number: int
    post: str
    code: str
    place: str
    name: str
    state: str
    since: int
    acknowledged_at: int | None
    due_at: int
    zone: str
    late: bool
    progress: Progress | None
    rank: tuple[int, str, str]


def line_shown(desk: Desk, line: Addressee, figure: Progress | None) -> LineShown:
    """An addressee with its figure."""
    open_ = line.state not in {step.value for step in FINAL}
    late = open_ and line.due_at < desk.now()
    order = (
        0
        if late
        else 1
        if line.state in LATE_STATES
        else 2
        if line.state == Step.SENT.value
        else 3 + (not open_)
    )
    place = listed(desk.gazetteer, line.place)
    # The post says already whether it is a regency's or a city's; a city's head of office does not.
    spoken = place.title if place.title.startswith("Kota ") and line.post != "mayor" else place.name
    return LineShown(
        line.addressee_id, line.post, line.place, spoken if line.place else "", line.name, line.state, line.since,
        line.acknowledged_at, line.due_at, zone_of(line.place), late, figure, (order, line.place, line.post),
    )  # fmt: skip


def measured(
    desk: Desk,
    kind: str,
    goal: float | None,
    line: MeasuredAddressee,
    now: Mapping[str, Reading],
    issued_at: int,
) -> LineShown:
    """A line with its figure at the issue, now and at the deadline."""
    start = reading(line.start_numerator, line.start_denominator, issued_at)
    end = reading(line.end_numerator, line.end_denominator, line.due_at)
    return line_shown(desk, line, progress(kind, goal, start, now.get(line.place), end))


def spoken_place(desk: Desk, code: str) -> str:
    """A place behind a post: empty for the nation."""
    return listed(desk.gazetteer, code).name if code else ""
