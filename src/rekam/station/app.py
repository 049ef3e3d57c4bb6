"""The station as a web application on the laptop's own address."""

import os
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rekam.edge.web import Shell
from rekam.recording import Step
from rekam.station.bench import Bench
from rekam.station.config import StationConfig
from rekam.station.opening import open_station
from rekam.station.pages import capture, home, outbox, receipt, search, sign_in, wizard
from rekam.station.pages.asking import guarded, open_to_all, signed_in
from rekam.station.pages.words import WORDS
from rekam.station.station import Station
from rekam.station.update.launch import note_proved

HERE = Path(__file__).parent


class StepConvertor(Convertor[Step]):
    """``1`` to ``8`` in an address."""

    regex = "[1-8]"

    def convert(self, value: str) -> Step:
        """The step of a number."""
        return Step(int(value))

    def to_string(self, value: Step) -> str:
        """The number of a step."""
        return str(int(value))


register_url_convertor("step", StepConvertor())

ROUTES = (
    Route("/masuk", open_to_all(sign_in.show_sign_in), methods=["GET"]),
    Route("/masuk", open_to_all(sign_in.do_sign_in), methods=["POST"]),
    Route("/keluar", guarded(sign_in.do_sign_out), methods=["POST"]),
    Route("/", guarded(home.show_home), methods=["GET"]),
    Route("/lampu", guarded(home.show_lamps, polled=True), methods=["GET"]),
    Route("/alat", guarded(home.show_devices), methods=["GET"]),
    Route("/hari-ini", guarded(home.show_today), methods=["GET"]),
    Route("/belum/{halaman}", guarded(home.show_unbuilt), methods=["GET"]),
    Route("/cari", guarded(search.show_search), methods=["GET"]),
    Route("/rekam", guarded(search.do_begin), methods=["POST"]),
    Route("/rekam/{draft}", guarded(wizard.show_draft), methods=["GET"]),
    Route("/rekam/{draft}/hapus", guarded(home.do_cancel), methods=["POST"]),
    Route("/rekam/{draft}/tolak", guarded(wizard.do_refuse), methods=["POST"]),
    Route("/rekam/{draft}/setuju", guarded(wizard.do_seal), methods=["POST"]),
    Route("/rekam/{draft}/betulkan", guarded(wizard.do_correct), methods=["POST"]),
    Route("/rekam/{draft}/tanda-tangan", guarded(capture.do_sign), methods=["POST"]),
    Route("/rekam/{draft}/gambar/{item}", guarded(capture.show_picture, polled=True), methods=["GET"]),
    Route("/rekam/{draft}/batal-kecuali/{item}", guarded(capture.do_lift), methods=["POST"]),
    Route("/rekam/{draft}/buang/{item}", guarded(capture.do_discard), methods=["POST"]),
    Route("/rekam/{draft}/{step:step}", guarded(wizard.show_step), methods=["GET"]),
    Route("/rekam/{draft}/{step:step}/lanjut", guarded(wizard.do_go_on), methods=["POST"]),
    Route("/rekam/{draft}/{step:step}/ambil", guarded(capture.do_capture), methods=["POST"]),
    Route("/rekam/{draft}/{step:step}/kecualikan", guarded(capture.do_except), methods=["POST"]),
    Route(
        "/rekam/{draft}/{step:step}/pratinjau", guarded(capture.show_preview, polled=True), methods=["GET"]
    ),
    # The address that a page with a problem was sent to, loaded again: back to where it belongs.
    Route("/rekam", guarded(search.show_search), methods=["GET"]),
    Route("/rekam/{draft}/{step:step}/{act:path}", guarded(wizard.show_step), methods=["GET"]),
    Route("/rekam/{draft}/{act:path}", guarded(wizard.show_draft), methods=["GET"]),
    Route("/kotak-keluar/kirim", guarded(outbox.show_outbox), methods=["GET"]),
    Route("/tanda-terima/{kode}", guarded(receipt.show_receipt), methods=["GET"]),
    Route("/tanda-terima/{kode}/{kertas}.pdf", guarded(receipt.show_paper), methods=["GET"]),
    Route("/kotak-keluar", guarded(outbox.show_outbox), methods=["GET"]),
    Route("/kotak-keluar/kirim", guarded(outbox.do_send_now), methods=["POST"]),
)


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
        station.start()
        note_proved(station.config.folder)
        yield
        station.close()

    shell = Shell("Stasiun", HERE, around=lambda request: _around(station, request), zone=station.papers.zone)
    app = Starlette(
        routes=[*shell.mounts(), *ROUTES],
        middleware=[
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
