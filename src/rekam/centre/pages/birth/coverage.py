"""The first page: how many children have a birth certificate, against the target and what was published."""

from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.pages.birth.urgent import urgent_keys
from rekam.centre.pages.coverage import cut_name
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH, asked_place, level_below, listed, trail
from rekam.edge.packed import published_certificates
from rekam.operations.birth import BirthCount, PublishedBirths, published_of, still_needed, summed, target_of
from rekam.operations.coverage import Figure


@dataclass(frozen=True, slots=True)
class Line:
    """One region of the table.

    Attributes:
        said: The newest published figure of it, per cent; ``None`` = none.
    """

    title: str
    href: str
    figure: Figure
    said: PublishedBirths | None


def figure_of(count: BirthCount, cut: str, now: int) -> Figure:
    """Children with a certificate, of all children."""
    return Figure(count.certified, count.children, cut, datetime.fromtimestamp(now, UTC))


def births_page(desk: Desk, request: Request) -> Response:
    """Coverage of a place, the regions below it, and the published figures beside."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_COVERAGE, request.query_params.get("wilayah", ""))
    assert account is not None
    cut, now = cut_name(desk), desk.now()
    percents = {code: row.percent_0_18 for code, row in published_certificates().items()}
    below = level_below(place)
    rows = desk.store.births.within(place.code, WIDTH[below], today=desk.today) if below is not None else []
    count = (
        summed(row.count for row in rows)
        if below is not None
        else desk.store.births.of(place.code, today=desk.today)
    )
    lines = [
        Line(
            listed(desk.gazetteer, row.territory).title,
            f"/akta?wilayah={row.territory}",
            figure_of(row.count, cut, now),
            next(iter(published_of(row.territory, percents, until=desk.today)), None),
        )
        for row in rows
    ]
    lines.sort(key=lambda line: (-line.figure.missing, line.title))
    target = target_of(desk.today.year)
    return desk.shell.page(
        request,
        "birth_coverage.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        here="akta",
        figure=figure_of(count, cut, now),
        together=Figure(count.certified + count.left, count.children, cut, datetime.fromtimestamp(now, UTC)),
        left=count.left,
        lines=lines,
        published=published_of(place.code, percents, until=desk.today),
        year=desk.today.year,
        target=target,
        needed=still_needed(count, target) if target is not None else 0,
        urgent=urgent_keys(desk, place, count),
        may_see_children=may(account, Act.SEE_CHILDREN, place.code) and bool(place.code),
    )
