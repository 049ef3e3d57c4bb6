"""Hambatan: lost recording-hours by cause, beside the people who are missing."""

from starlette.routing import BaseRoute

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.obstacle import day, overview, report
from rekam.centre.pages.obstacle.urgent import urgent
from rekam.centre.pages.way import form_route, page_route

__all__ = ["routes", "urgent"]


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of this room."""
    return [
        page_route(desk, "/hambatan", overview.overview_page),
        page_route(desk, "/hambatan/hari", day.day_page),
        form_route(desk, "/hambatan/lapor", report.report_page, report.report),
        form_route(desk, "/hambatan/laporan/{report:int}", report.one_page, report.review),
    ]
