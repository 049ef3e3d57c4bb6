"""Alat: sets and components of a place by condition, repairs by age and turn, what is away, what it cost."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.fleet.sums import kinds_of, places_of, total_of
from rekam.centre.pages.places import WIDTH, Named, asked_place, level_below, listed, trail
from rekam.edge.store.centre.fleet_row import StageCount
from rekam.operations.fleet import Condition, HolderKind
from rekam.operations.fleet.published import published_at
from rekam.operations.fleet.turn import DAY_S, Turn
from rekam.place import Level

_OUTSIDE = {HolderKind.DEPOT.value: Turn.DEPOT.value, HolderKind.MINISTRY.value: Turn.MINISTRY.value}


def overview_page(desk: Desk, request: Request) -> Response:
    """The first sight of the fleet."""
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.REPORT_DEVICE, request.query_params.get("wilayah", ""))
    register, now = desk.store.device_register, desk.now()
    width = _width(place)
    counts = register.counts(place.code, width)
    lines = places_of(counts, register.sets_by_place(place.code, width))
    stages = register.stages(place.code, now)
    return desk.shell.page(
        request,
        "fleet.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        lines=[(line, listed(desk.gazetteer, line.key), width == WIDTH[Level.DISTRICT]) for line in lines],
        total=total_of(lines),
        kinds=kinds_of(counts),
        conditions=[condition.value for condition in Condition],
        published=published_at(place.code),
        stages=[(row, turn_of(row), (now - row.oldest) // DAY_S) for row in stages],
        tickets=sum(row.tickets for row in stages),
        old=sum(row.older for row in stages),
        away=_away(stages),
        costs=register.costs(place.code),
        times=[(row.kind, row.repairs, row.mean_s / DAY_S) for row in register.repair_times(place.code)],
        faults=desk.store.fleet.faults(place.code, limit=20),
        unanswered=register.unanswered(place.code),
        counted=now,
        today=desk.today,
    )


def turn_of(row: StageCount) -> str:
    """Whose turn the repairs of a line are."""
    return _OUTSIDE.get(row.bound_kind or row.holder_kind, Turn.OFFICE.value)


def _away(stages: list[StageCount]) -> dict[str, int]:
    """Repairs that are not at their office: on the way, at a depot, at the ministry."""
    found = dict.fromkeys((HolderKind.TRANSIT.value, HolderKind.DEPOT.value, HolderKind.MINISTRY.value), 0)
    for row in stages:
        if row.holder_kind in found:
            found[row.holder_kind] += row.tickets
    return found


def _width(place: Named) -> int:
    """Letters of the codes of the lines: the next level down, no deeper than a kecamatan."""
    below = level_below(place)
    return WIDTH[min(below, Level.DISTRICT)] if below is not None else WIDTH[Level.DISTRICT]
