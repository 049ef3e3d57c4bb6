"""Pages that say what is not built yet."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.menu import Item
from rekam.centre.pages.places import asked_place


def page_of(item: Item) -> Callable[[Desk, Request], Response]:
    """The page of a menu item that has none yet."""

    def unbuilt_page(desk: Desk, request: Request) -> Response:
        asked_place(desk.gazetteer, desk.account(request), Act.SEE_SUMMARY, "")
        return desk.shell.page(request, "unbuilt.html", page=item)

    return unbuilt_page
