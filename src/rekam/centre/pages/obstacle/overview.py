"""Hambatan: hours by cause beside the shortfall, observed against reported, and where the most is lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.obstacle.bars import bars_of
from rekam.centre.pages.obstacle.owner import evidence_href, owner_of
from rekam.centre.pages.obstacle.period import KEYS, Period, period_of
from rekam.centre.pages.obstacle.reading import NARROWEST, Hours, hours_of, read
from rekam.centre.pages.places import Named, asked_place, listed, trail
from rekam.edge.store.centre.obstacles import Lost, Piece, Worked
from rekam.operations.obstacle import Cause
from rekam.operations.obstacle.parameters import POSSIBLE_PER_HOUR

SHOWN, SHOWN_DAYS = 60, 31
"""Places and station-days that one page lists."""
SILENT_S = 3 * 86_400
"""A station that has not spoken for three days is counted as silent."""


@dataclass(frozen=True, slots=True)
class Below:
    """A place below, with what it lost."""

    place: Named
    open_s: int
    lost_s: int
    recorded: int
    worst: str
    worst_s: int


def overview_page(desk: Desk, request: Request) -> Response:
    """The ledger of a place and a period."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_SUMMARY, request.query_params.get("wilayah", ""))
    assert account is not None
    period = period_of(desk, request.query_params.get("kurun", KEYS[0]), place.code)
    reading = read(desk, place, period)
    obstacles = desk.store.obstacles
    code = place.code[:NARROWEST]
    near = len(code) >= 5
    rows = [
        {
            "cause": cause.value,
            "hours": reading.hours[cause],
            "short": reading.short.by_cause[cause],
            "whole": reading.whole.by_cause[cause],
            "worth": reading.worth(cause),
            "named": reading.whole.named.get(cause, 0),
            "owner": owner_of(desk, cause, code),
        }
        for cause in reading.causes
    ]
    return desk.shell.page(
        request,
        "obstacle.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        period=period,
        periods=KEYS,
        reading=reading,
        rows=rows,
        bars=bars_of(reading),
        below=_below(desk, code, period),
        days=obstacles.days(code, period.first, period.last, limit=SHOWN_DAYS)
        if len(code) == NARROWEST
        else [],
        pieces=_pieces(obstacles.evidence(code, period.first, period.last, limit=20), code) if near else [],
        reports=desk.store.loss_reports.touching(code, period.first, period.last),
        names=lambda region: listed(desk.gazetteer, region).title,
        silent=obstacles.silent(code, desk.now() - SILENT_S),
        sample=obstacles.has_samples(code),
        possible=POSSIBLE_PER_HOUR,
        may_report=near and may(account, Act.REPORT_LOSS, place.code),
        may_see_people=may(account, Act.SEE_MISSING_PEOPLE, place.code) and bool(place.code),
    )


def _below(desk: Desk, code: str, period: Period) -> list[Below]:
    """The places one level down, the most lost hours first."""
    width = {0: 2, 2: 5, 5: 8}.get(len(code))
    if width is None:
        return []
    worked = desk.store.obstacles.worked(code, width, period.first, period.last)
    lost: dict[str, list[Lost]] = {}
    for one in desk.store.obstacles.lost(code, width, period.first, period.last):
        lost.setdefault(one.place, []).append(one)
    found = [_one_below(desk, one, lost.get(one.place, [])) for one in worked]
    return sorted(found, key=lambda one: (-one.lost_s, one.place.title))[:SHOWN]


def _one_below(desk: Desk, worked: Worked, lost: Sequence[Lost]) -> Below:
    hours = hours_of(lost)
    worst = max(Cause, key=lambda cause: hours.get(cause, Hours()).lost_s)
    return Below(
        listed(desk.gazetteer, worked.place), worked.open_s, worked.lost_s, worked.recorded,
        worst.value if hours[worst].lost_s else "", hours[worst].lost_s,
    )  # fmt: skip


def _pieces(found: list[Piece], place: str) -> list[dict[str, object]]:
    return [
        {
            "cause": one.cause,
            "kind": one.piece.partition(":")[0],
            "number": one.piece.partition(":")[2],
            "href": evidence_href(one.piece, place),
            "source": one.source,
            "lost_s": one.lost_s,
            "days": one.days,
        }
        for one in found
    ]
