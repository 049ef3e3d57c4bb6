"""The child identity card (KIA): issued or not, by place."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.pages.coverage import cut_name
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH, asked_place, level_below, listed, trail
from rekam.operations.birth import BirthCount, summed
from rekam.operations.coverage import Figure


def cards_page(desk: Desk, request: Request) -> Response:
    """Cards that are valid today, of those who may hold one."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_COVERAGE, request.query_params.get("wilayah", ""))
    assert account is not None
    cut, at = cut_name(desk), datetime.fromtimestamp(desk.now(), UTC)

    def figure(count: BirthCount) -> Figure:
        return Figure(count.carded, count.card_base, cut, at)

    below = level_below(place)
    found = desk.store.births.within(place.code, WIDTH[below], today=desk.today) if below is not None else []
    lines = [
        {
            "title": listed(desk.gazetteer, row.territory).title,
            "href": f"/akta/kia?wilayah={row.territory}",
            "figure": figure(row.count),
        }
        for row in sorted(found, key=lambda row: row.count.carded - row.count.card_base)
    ]
    return desk.shell.page(
        request,
        "birth_cards.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        here="kia",
        figure=figure(
            summed(row.count for row in found)
            if below is not None
            else desk.store.births.of(place.code, today=desk.today)
        ),
        lines=lines,
        may_see_children=may(account, Act.SEE_CHILDREN, place.code) and bool(place.code),
    )
