"""Listrik: power cuts, backup register, needs."""

from starlette.routing import BaseRoute

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.power import overview
from rekam.centre.pages.way import form_route

__all__ = ["routes"]


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of this room."""
    return [form_route(desk, "/listrik", overview.power_page, overview.keep)]
