"""Two data cuts side by side: what the renewed denominator did to a percentage."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH, Named, asked_place, level_below, listed, trail
from rekam.edge.store.centre.cuts import CutCount, KeptCut
from rekam.operations.coverage import Renewal, together
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Side:
    """One region on both cuts."""

    place: Named
    renewal: Renewal


def cuts_page(desk: Desk, request: Request) -> Response:
    """The place and the regions below it on two cuts; without a wish the newest and the one before."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_COVERAGE, request.query_params.get("wilayah", ""))
    assert account is not None
    cuts = desk.store.cuts.all()
    newer = _asked(cuts, request.query_params.get("baru", ""), 0)
    older = _asked(cuts, request.query_params.get("lama", ""), 1)
    whole, sides = None, []
    if newer and older:
        below = level_below(place)
        found = _both(desk, older, newer, place.code, WIDTH[below] if below else len(place.code))
        whole = together(found.values()) if found else None
        if below:
            sides = [Side(listed(desk.gazetteer, code), one) for code, one in found.items()]
            sides.sort(key=lambda side: (-abs(side.renewal.more_obliged), side.place.title))
    return desk.shell.page(
        request,
        "coverage_cuts.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        cuts=cuts,
        older=older,
        newer=newer,
        whole=whole,
        sides=sides,
    )


def _asked(cuts: list[KeptCut], wish: str, at: int) -> KeptCut | None:
    if not wish:
        return cuts[at] if len(cuts) > at else None
    for cut in cuts:
        if str(cut.cut_id) == wish:
            return cut
    raise Problem("coverage.cut_unknown")


def _both(desk: Desk, older: KeptCut, newer: KeptCut, place: str, width: int) -> dict[str, Renewal]:
    """Each region on both cuts; a region that one of them lacks has nobody there."""
    then = desk.store.cuts.within(older, place, width)
    now = desk.store.cuts.within(newer, place, width)
    return {code: _renewal(then.get(code), now.get(code)) for code in sorted(then.keys() | now.keys())}


def _renewal(then: CutCount | None, now: CutCount | None) -> Renewal:
    return Renewal(
        max(0, then.recorded) if then else 0,
        then.obliged if then else 0,
        max(0, now.recorded) if now else 0,
        now.obliged if now else 0,
    )
