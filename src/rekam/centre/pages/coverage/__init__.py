"""Coverage: map, people still missing, history and targets, data cuts side by side."""

from starlette.routing import BaseRoute

from rekam.centre.pages.coverage.cuts import cuts_page
from rekam.centre.pages.coverage.due import urgent
from rekam.centre.pages.coverage.figures import MEASURES, Measure, cut_name, figure_of
from rekam.centre.pages.coverage.history import history_page, keep_target
from rekam.centre.pages.coverage.map import map_page
from rekam.centre.pages.coverage.missing import ABSENCE_WORDS, missing_page
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.way import form_route, page_route

__all__ = [
    "ABSENCE_WORDS",
    "MEASURES",
    "Measure",
    "cut_name",
    "figure_of",
    "map_page",
    "missing_page",
    "routes",
    "urgent",
]


def routes(desk: Desk) -> list[BaseRoute]:
    """Where the room is found."""
    return [
        page_route(desk, "/peta", map_page),
        page_route(desk, "/belum", missing_page),
        form_route(desk, "/cakupan", history_page, keep_target),
        page_route(desk, "/cakupan/data", cuts_page),
    ]
