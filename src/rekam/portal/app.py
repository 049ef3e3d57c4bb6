"""The portal as an ASGI app."""

from collections.abc import Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rekam.edge.store.centre.store import CentreStore
from rekam.edge.web import Shell
from rekam.place import Gazetteer
from rekam.portal import pages


def build_portal(store: CentreStore, gazetteer: Gazetteer, now: Callable[[], int]) -> Starlette:
    """The app over a store that is only read."""
    shell = Shell("Portal warga", Path(__file__).parent)
    window = pages.Window(store, gazetteer, shell, now)

    def at(path: str, page: Callable[[pages.Window, Request], Response]) -> Route:
        def answer(request: Request) -> Response:
            return page(window, request)

        return Route(path, answer, methods=["GET"])

    routes = [
        at("/", pages.front),
        at("/status", pages.status),
        at("/tempat", pages.places),
        at("/desa", pages.village),
        *shell.mounts(),
    ]
    return Starlette(routes=routes, exception_handlers=shell.handlers())
