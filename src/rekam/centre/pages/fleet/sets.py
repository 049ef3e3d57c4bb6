"""Sets of a place, and one set with its components and with what was taken from it."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, require
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place, listed, trail
from rekam.operations.fleet import FINAL, NEEDED, ComponentKind, Condition, Stage
from rekam.problem import Problem

SHOWN = 100
"""Sets on one page."""


def sets_page(desk: Desk, request: Request) -> Response:
    """Sets of a place, those that cannot record first."""
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.REPORT_DEVICE, request.query_params.get("wilayah", ""))
    number = _page_number(request.query_params.get("halaman", "1"))
    found = desk.store.device_register.sets(place.code, limit=SHOWN + 1, offset=(number - 1) * SHOWN)
    return desk.shell.page(
        request,
        "fleet_sets.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        sets=[(one, listed(desk.gazetteer, one.place).title) for one in found[:SHOWN]],
        page=number,
        more=len(found) > SHOWN,
    )


def set_page(desk: Desk, request: Request) -> Response:
    """One set."""
    account = desk.reader(request)
    register = desk.store.device_register
    one = register.one_set(request.query_params.get("nomor", "")[:200])
    if one is None:
        raise Problem("fleet.set_unknown")
    require(account, Act.REPORT_DEVICE, one.place)
    components = register.components_of(one.set_id)
    able = {
        part.kind
        for part in components
        if part.life.stage is Stage.IN_SERVICE
        and part.life.condition is Condition.GOOD
        and not part.life.lent
    }
    held = {part.kind for part in components if part.life.stage not in FINAL}
    return desk.shell.page(
        request,
        "fleet_set.html",
        one=one,
        place=listed(desk.gazetteer, one.place),
        path=desk.gazetteer.path(one.place) if desk.gazetteer.knows(one.place) else one.place,
        components=components,
        lacking=[kind.value for kind in ComponentKind if kind in NEEDED - able],
        absent=[kind.value for kind in ComponentKind if kind in NEEDED - held],
        moves=register.moves_of(one.set_id),
    )


def _page_number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 6 else 1
