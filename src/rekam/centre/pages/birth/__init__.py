"""Akta 0–18: coverage, the children, the child card, who turns 17, and what goes out to villages."""

from starlette.routing import BaseRoute

from rekam.centre.pages.birth import cards, children, coverage, invitation, opensid, turning
from rekam.centre.pages.birth.urgent import urgent
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.way import form_route, page_route

__all__ = ["routes", "urgent"]


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of the room."""
    return [
        page_route(desk, "/akta", coverage.births_page),
        form_route(desk, "/akta/anak", children.children_page, children.take),
        page_route(desk, "/akta/kia", cards.cards_page),
        page_route(desk, "/akta/17", turning.turning_page),
        page_route(desk, "/akta/undangan", invitation.invitation_page),
        page_route(desk, "/akta/desa", opensid.export_page),
        form_route(desk, "/akta/opensid.csv", None, opensid.village_file),
        page_route(desk, "/akta/opendk.csv", opensid.sums_file),
    ]
