"""Faults that stations reported. Sets, tickets, places and costs come later."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.menu import UNBUILT
from rekam.centre.pages.places import asked_place

COMPONENTS = {
    "face": "Kamera",
    "finger": "Pemindai sidik jari",
    "iris": "Pemindai iris",
    "signature": "Papan tanda tangan",
}
"""Devices of a station by the name in its report; another name is shown as it came."""

PAGE = next(item for item in UNBUILT if item.href == "/alat")


def fleet_page(desk: Desk, request: Request) -> Response:
    """What is broken, as the stations reported it."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_SUMMARY, request.query_params.get("wilayah", ""))
    return desk.shell.page(
        request,
        "fleet.html",
        page=PAGE,
        place=place,
        faults=desk.store.fleet.faults(place.code),
        components=COMPONENTS,
    )
