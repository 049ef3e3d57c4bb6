"""Sambungan: who is cut off, why, until when; which lines work."""

from starlette.routing import BaseRoute

from rekam.centre.pages.connection import act, case, library, line, overview, start
from rekam.centre.pages.connection.urgent import urgent
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.way import form_route, page_route

__all__ = ["routes", "urgent"]


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of this room."""
    return [
        page_route(desk, "/sambungan", overview.overview_page),
        form_route(desk, "/sambungan/buka", start.start_page, start.start),
        form_route(desk, "/sambungan/kasus/{case:int}", case.case_page, act.act),
        page_route(desk, "/sambungan/kasus/{case:int}/surat", case.letter_page),
        form_route(desk, "/sambungan/jalur", line.line_page, line.keep),
        page_route(desk, "/sambungan/contoh", library.library_page),
    ]
