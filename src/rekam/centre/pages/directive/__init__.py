"""Instruksi: who was told what, and did it happen; who holds which post; what meetings decided."""

from starlette.routing import BaseRoute

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.directive.inbox import inbox_page
from rekam.centre.pages.directive.line import line_page, take_act
from rekam.centre.pages.directive.meetings import meeting_page, meetings_page, take_meeting, take_minutes
from rekam.centre.pages.directive.new import new_page, take_new
from rekam.centre.pages.directive.officials import keep, officials_page
from rekam.centre.pages.directive.one import directive_page
from rekam.centre.pages.directive.pressing import urgent
from rekam.centre.pages.directive.words import WORDS
from rekam.centre.pages.way import form_route, page_route

__all__ = ["WORDS", "routes", "urgent"]


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of this room."""
    return [
        page_route(desk, "/instruksi", inbox_page),
        form_route(desk, "/instruksi/baru", new_page, take_new),
        form_route(desk, "/instruksi/pejabat", officials_page, keep),
        form_route(desk, "/instruksi/rapat", meetings_page, take_meeting),
        form_route(desk, "/instruksi/rapat/{number}", meeting_page, take_minutes),
        form_route(desk, "/instruksi/baris/{line}", line_page, take_act),
        page_route(desk, "/instruksi/{number}", directive_page),
    ]
