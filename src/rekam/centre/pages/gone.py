"""Isi yang hilang: packets without a good copy of their body, who knows their residents, and what to do."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import Named, asked_place, listed
from rekam.centre.pages.urgent import Urgent
from rekam.edge.store.centre.scrub_rounds import ScrubRound
from rekam.edge.web import language_of, wording
from rekam.problem import Problem

MOST = 500
"""Packets on the page; more of them are a disaster of which the first lines tell enough."""

URGENT_GONE = {
    "gone": "Isi {n} rekaman tidak ada lagi di pusat dan belum pernah dibuka. Cari di cakram kurir atau laptop; bila tidak ada, rekam ulang.",
}


def gone_page(desk: Desk, request: Request) -> Response:
    """The packets of a territory, and how far the copies have been read again."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_JOURNEY, request.query_params.get("wilayah", ""))
    assert account is not None
    bodies, rounds = desk.store.bodies, desk.store.scrub_rounds
    rows = [
        {
            "packet": one.packet_id.hex(),
            "code": one.receipt_code or one.packet_id.hex()[:12],
            "station": one.station_id,
            "sequence": one.sequence,
            "place": listed(desk.gazetteer, one.region).title,
            "operator": one.operator,
            "captured_at": one.captured_at,
            "found_at": one.found_at,
            "opened": one.opened,
            "may_open": bool(one.receipt_code) and may(account, Act.SEE_RECORDING, one.region),
        }
        for one in bodies.gone(place.code, limit=MOST)
    ]
    under_way = rounds.under_way()
    return desk.shell.page(
        request,
        "gone.html",
        place=place,
        count=bodies.gone_count(place.code),
        rows=rows,
        received=bodies.received_count() if not place.code else 0,
        under_way=under_way,
        stopped=_stopped(request, under_way),
        last=rounds.last(),
    )


def urgent(desk: Desk, request: Request, place: Named) -> list[Urgent]:
    """Recordings that exist nowhere any more, unless their content was read before."""
    count = desk.store.bodies.gone_count(place.code).unread
    if not count:
        return []
    values = {"n": wording.number(count, language=language_of(request))}
    # Heavier than a recording that only waits: each day makes it harder to find the resident again.
    return [Urgent(1.0 + count, URGENT_GONE["gone"], f"/perjalanan/isi-hilang?wilayah={place.code}", values)]


def _stopped(request: Request, round_: ScrubRound | None) -> str:
    if round_ is None or round_.problem is None:
        return ""
    return Problem(round_.problem, **round_.problem_details).say(language_of(request))
