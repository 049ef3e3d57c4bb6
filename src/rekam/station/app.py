"""The station as a web application on the laptop's own address."""

import os
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rekam.edge.web import Shell
from rekam.station.bench import Bench
from rekam.station.config import StationConfig
from rekam.station.loading import load_all
from rekam.station.opening import open_station
from rekam.station.pages import sign_in
from rekam.station.pages.asking import open_to_all, signed_in
from rekam.station.pages.later_routes import LaterRoutes
from rekam.station.pages.words import WORDS
from rekam.station.station import Station
from rekam.station.update.launch import awaits_proof, note_proved

HERE = Path(__file__).parent

FIRST = Route("/masuk", open_to_all(sign_in.show_sign_in), methods=["GET"])
"""The page that a start waits for; all other addresses stand in `rekam.station.pages.routes`."""


def build_station(
    config: StationConfig,
    clock: Callable[[], float] = time.time,
    random: Callable[[int], bytes] = os.urandom,
    *,
    bench: Bench | None = None,
) -> Starlette:
    """Opens a station and makes its application; its threads live as long as the application serves.

    Raises:
        Problem: What `open_station` says.
    """
    return station_app(open_station(config, clock=clock, random=random, bench=bench))


def station_app(station: Station) -> Starlette:
    """The application of an open station."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        if awaits_proof():
            load_all()  # a new program is only believed once all of it could be loaded
            note_proved(station.config.folder)
        station.start()
        yield
        station.close()

    shell = Shell("Stasiun", HERE, around=lambda request: _around(station, request), zone=station.papers.zone)
    app = Starlette(
        routes=[*shell.mounts(), FIRST, Mount("", LaterRoutes())],
        middleware=[
            Middleware(FirstAnswer, tell=station.later.first_page_answered),
            Middleware(NothingStored),
            # A new secret at each start: whoever takes the laptop after a power cut has to sign in.
            Middleware(
                SessionMiddleware,
                secret_key=station.random(32).hex(),
                session_cookie="rekam_stasiun",
                same_site="strict",
                max_age=None,
            ),
        ],
        exception_handlers=shell.handlers(),
        lifespan=lifespan,
    )
    app.state.station = station
    app.state.shell = shell
    return app


def _around(station: Station, request: Request) -> Mapping[str, object]:
    return {
        **WORDS,
        "account": signed_in(station, request),
        "place": station.papers.place,
        "ask_at": station.papers.ask_at,
        "path": request.url.path,
    }


class NothingStored:
    """Tells the browser to keep no page and no picture: what it writes to its cache is not encrypted."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds the header to everything but the look of the pages."""
        path = scope.get("path", "")
        looks = path.startswith(("/_/", "/_app/"))

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and not looks:
                message["headers"] = [*message["headers"], (b"cache-control", b"no-store")]
            await send(message)

        await self._app(scope, receive, sending)


class FirstAnswer:
    """Tells when an answer has gone out: what the first page did not wait for may begin.

    Args:
        app: What answers.
        tell: Called after each answer.
    """

    def __init__(self, app: ASGIApp, tell: Callable[[], None]) -> None:
        self._app, self._tell = app, tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, then tells."""
        await self._app(scope, receive, send)
        if scope["type"] == "http":
            self._tell()
