"""The centre as an ASGI app: deliveries of stations and pages of people."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from rekam.account import ROLE_WORDS
from rekam.centre.centre import Centre
from rekam.centre.exchange import ExchangeDesk
from rekam.centre.intake import Intake
from rekam.centre.pages import (
    accounts,
    adjudication,
    birth,
    connection,
    coverage,
    directive,
    evidence,
    fleet,
    gone,
    journey,
    obstacle,
    power,
    printing,
    report,
    sign_in,
    statement,
    summary,
    trace,
    unbuilt,
)
from rekam.centre.pages.desk import Desk, Hint, account_of
from rekam.centre.pages.menu import UNBUILT, menu_for
from rekam.centre.pages.places import named
from rekam.centre.pages.way import form_route, page_route
from rekam.centre.pages.words import WORDS
from rekam.edge.web import Shell
from rekam.edge.wire.exchange_server import exchange_route
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.edge.wire.tus.server import TusServer
from rekam.place import Gazetteer
from rekam.problem import Problem

TITLE = "Pusat dan dinas"
SESSION_SECONDS = 8 * 3600


def build_centre(
    centre: Centre, folder: Path, gazetteer: Gazetteer, *, session_key: str, hints: tuple[Hint, ...] = ()
) -> Starlette:
    """The app over an open centre.

    Args:
        centre: Stores, files, keys and queue.
        folder: The centre's folder; half-done uploads stand in it.
        gazetteer: Regions.
        session_key: Signs the sign-in cookie; at least 32 random characters.
        hints: Demonstration accounts that the sign-in page shows; empty in service.
    """

    def around(request: Request) -> dict[str, object]:
        account = account_of(centre.store, request, centre.now())
        if account is None:
            return {**WORDS, "account": None}
        return {
            **WORDS,
            "account": account,
            "menu": menu_for(account, request.url.path),
            "role_words": ROLE_WORDS[account.role][0],
            "territory_name": named(gazetteer, account.territory).title,
        }

    shell = Shell(TITLE, Path(__file__).parent, around=around)
    desk = Desk(centre, gazetteer, shell, hints)
    intake = Intake(centre)
    tus = TusServer(PartialUploads(folder / "uploads"), intake)
    intake.recover()
    tus.hand_over_finished()
    routes: list[BaseRoute] = [
        exchange_route(ExchangeDesk(centre).receive_exchange),
        *tus.routes(),
        form_route(desk, "/masuk", sign_in.sign_in_page, sign_in.sign_in),
        form_route(desk, "/keluar", None, sign_in.sign_out),
        page_route(desk, "/", summary.summary_page),
        *coverage.routes(desk),
        *birth.routes(desk),
        page_route(desk, "/perjalanan", journey.journey_page),
        page_route(desk, "/perjalanan/isi-hilang", gone.gone_page),
        page_route(desk, "/rekaman/{packet}", journey.recording_page),
        page_route(desk, "/ajudikasi", adjudication.cases_page),
        form_route(desk, "/ajudikasi/{case:int}", adjudication.case_page, adjudication.decide),
        page_route(desk, "/bukti/{case:int}/{rank:int}/{item}.png", evidence.evidence_picture),
        form_route(desk, "/cetak", printing.printing_page, printing.print_cards),
        form_route(desk, "/serah", None, printing.hand_over),
        page_route(desk, "/kartu/{packet}.pdf", printing.card_document),
        *report.routes(desk),
        page_route(desk, "/jejak", trace.trace_page),
        *connection.routes(desk),
        *directive.routes(desk),
        *obstacle.routes(desk),
        *power.routes(desk),
        *statement.routes(desk),
        form_route(desk, "/akun", accounts.accounts_page, accounts.keep),
        *fleet.routes(desk),
        *(page_route(desk, item.href, unbuilt.page_of(item)) for item in UNBUILT),
        # Signed, and meant for every station: nobody has to sign in for it.
        Mount("/updates", StaticFiles(directory=folder / "updates" / "public", check_dir=False)),
        *shell.mounts(),
    ]
    cookie = Middleware(
        SessionMiddleware,
        secret_key=session_key,
        session_cookie="rekam",
        max_age=SESSION_SECONDS,
        same_site="strict",
    )
    # A failure may be the database's: its page is drawn without asking who is signed in.
    bare = Shell(TITLE, Path(__file__).parent)
    handlers = {
        **shell.handlers(),
        Problem: _problem_or_sign_in(shell),
        Exception: bare.handlers()[Exception],
    }
    return Starlette(routes=routes, middleware=[cookie], exception_handlers=handlers)


def _problem_or_sign_in(shell: Shell) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        assert isinstance(error, Problem)
        if error.code == "account.sign_in_needed" and "text/html" in request.headers.get("accept", ""):
            wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"/masuk?{urlencode({'ke': wanted})}", 303)
        return shell.problem(request, error)

    return answer
