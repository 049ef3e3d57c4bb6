"""Pernyataan: published figures, recomputed and compared."""

from starlette.routing import BaseRoute

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.report.upload import upload_route
from rekam.centre.pages.statement import checking, entering, listing, one
from rekam.centre.pages.statement.urgent import urgent
from rekam.centre.pages.way import form_route, page_route

__all__ = ["routes", "urgent"]


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of this room."""
    return [
        page_route(desk, "/pernyataan", listing.statements_page),
        form_route(desk, "/pernyataan/baru", entering.new_page, entering.keep),
        upload_route(desk, "/pernyataan/periksa", checking.check_page, checking.take),
        page_route(desk, "/pernyataan/{number:int}", one.statement_page),
    ]
