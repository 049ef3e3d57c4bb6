"""Berita acara serah terima: the paper that goes along with a component."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may, require
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import listed
from rekam.problem import Problem


def paper_page(desk: Desk, request: Request) -> Response:
    """One hand-over, to be printed and signed by both."""
    account = desk.reader(request)
    register = desk.store.device_register
    paper = register.handover(request.path_params["handover"])
    component = register.component(paper.component_id) if paper else None
    if paper is None or component is None:
        raise Problem("fleet.component_unknown")
    # Giver and receiver both read their paper, wherever the component is by now.
    if not any(may(account, Act.REPORT_DEVICE, place) for place in (paper.from_place, paper.to_place)):
        require(account, Act.REPORT_DEVICE, component.life.home)
    return desk.shell.page(
        request,
        "fleet_paper.html",
        paper=paper,
        component=component,
        giver=listed(desk.gazetteer, paper.from_place).title,
        taker=listed(desk.gazetteer, paper.to_place).title,
        home=listed(desk.gazetteer, component.life.home).title,
    )
