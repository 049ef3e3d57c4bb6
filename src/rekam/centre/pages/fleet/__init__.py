"""Alat: what works, what is where, who pays."""

from starlette.routing import BaseRoute

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.fleet.component import component_page, take
from rekam.centre.pages.fleet.overview import overview_page
from rekam.centre.pages.fleet.paper import paper_page
from rekam.centre.pages.fleet.rules import rules_page
from rekam.centre.pages.fleet.sets import set_page, sets_page
from rekam.centre.pages.fleet.tickets import ticket_page, tickets_page
from rekam.centre.pages.fleet.urgent import urgent
from rekam.centre.pages.way import form_route, page_route

__all__ = ["routes", "urgent"]


def routes(desk: Desk) -> list[BaseRoute]:
    """The pages under ``/alat``."""
    return [
        page_route(desk, "/alat", overview_page),
        page_route(desk, "/alat/set", sets_page),
        page_route(desk, "/alat/satu-set", set_page),
        page_route(desk, "/alat/tiket", tickets_page),
        page_route(desk, "/alat/tiket/{ticket:int}", ticket_page),
        form_route(desk, "/alat/komponen/{component:int}", component_page, take),
        page_route(desk, "/alat/serah/{handover:int}", paper_page),
        page_route(desk, "/alat/aturan", rules_page),
    ]
