import logging
import secrets
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from rekam.edge.web import wording
from rekam.edge.web.csrf import form_token
from rekam.edge.web.language import COOKIE, language_of, translator
from rekam.problem import Language, Problem

HERE = Path(__file__).parent
log = logging.getLogger("rekam.web")

_NUMBER_OF_A_PERSON = 12
"""A value with so many digits may be a NIK or a family card number: it is not written into a page again."""


class Shell:
    """Renders the pages of one app and turns problems into pages that say the way out.

    Args:
        title: Name of the app in the header.
        folder: The app's folder, holding ``templates/`` and, if it has them, ``locale/`` and ``static/``.
        around: Values that every page needs (menu, who is signed in), computed from the request.
        zone: Time zone name behind times, ``WIB``, ``WITA`` or ``WIT``.
    """

    def __init__(
        self,
        title: str,
        folder: Path,
        *,
        around: Callable[[Request], Mapping[str, object]] | None = None,
        zone: str = "WIB",
    ) -> None:
        self.title = title
        self.folder = folder
        self.around = around
        self.zone = zone
        loaders = [FileSystemLoader(folder / "templates"), FileSystemLoader(HERE / "templates")]
        self.environment = Environment(
            loader=ChoiceLoader(loaders),
            autoescape=select_autoescape(default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def page(self, request: Request, name: str, /, *, status: int = 200, **values: object) -> HTMLResponse:
        """One template as an answer, in the reader's language."""
        answer = HTMLResponse(self.text(request, name, **values), status_code=status)
        wish = request.query_params.get(COOKIE)
        if wish in {"id", "en"}:
            answer.set_cookie(COOKIE, wish, max_age=31_536_000, samesite="lax", httponly=True)
        return answer

    def text(self, request: Request, name: str, /, **values: object) -> str:
        """One template as text."""
        language = language_of(request)
        known = {
            "request": request,
            "title": self.title,
            "language": language,
            "t": translator(language, (self.folder / "locale", HERE / "locale")),
            "number": partial(wording.number, language=language),
            "percent": partial(wording.percent, language=language),
            "day": partial(wording.day, language=language),
            "moment": partial(wording.moment, language=language, zone=self.zone),
            "clock": partial(wording.clock, language=language, zone=self.zone),
            "span": partial(wording.span, language=language),
            "say": partial(_say, language=language),
            "form_token": partial(form_token, request),
            "in_language": partial(_in_language, request),
        }
        around = self.around(request) if self.around else {}
        return self.environment.get_template(name).render({**known, **around, **values})

    def problem(self, request: Request, problem: Problem) -> Response:
        """A problem as a page, or as JSON for a caller that asks for it."""
        if _wants_json(request):
            return JSONResponse(problem.as_json(), status_code=problem.row.http)
        return self.page(request, "problem.html", status=problem.row.http, problem=problem)

    def mounts(self) -> list[Mount]:
        """Static files of the shell under ``/_`` and of the app under ``/_app``."""
        own = self.folder / "static"
        mounts = [Mount("/_", StaticFiles(directory=HERE / "static"), name="shell_static")]
        if own.is_dir():
            mounts.insert(0, Mount("/_app", StaticFiles(directory=own), name="app_static"))
        return mounts

    def handlers(self) -> dict[type[Exception], Callable[[Request, Exception], Response]]:
        """Exception handlers for Starlette: problems are pages, mistakes of ours are a numbered page."""
        return {Problem: self._known, HTTPException: self._http, Exception: self._unknown}

    def _known(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, Problem)
        return self.problem(request, error)

    def _http(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code == HTTPStatus.NOT_FOUND:
            return self.problem(request, Problem("command.page_not_found"))
        problem = Problem("command.request_refused", status=error.status_code)
        if _wants_json(request):
            return JSONResponse(problem.as_json(), error.status_code, headers=error.headers)
        page = self.page(request, "problem.html", status=error.status_code, problem=problem)
        page.headers.update(error.headers or {})
        return page

    def _unknown(self, request: Request, error: Exception) -> Response:
        number = secrets.token_hex(4)
        log.error("unexpected failure %s at %s", number, request.url.path, exc_info=error)
        return self.problem(request, Problem("command.unexpected", number=number))


def _in_language(request: Request, language: Language) -> str:
    """This address in another language; place, search and page of a list stay, a typed number of a person does not."""
    return "?" + urlencode(
        [
            *(
                (k, v)
                for k, v in request.query_params.multi_items()
                if k != COOKIE and sum(map(str.isdigit, v)) < _NUMBER_OF_A_PERSON
            ),
            (COOKIE, language),
        ]
    )


def _wants_json(request: Request) -> bool:
    accepted = request.headers.get("accept", "*/*")
    return "text/html" not in accepted and "*/*" not in accepted


def _say(problem: Problem, language: str) -> str:
    return problem.say("en" if language == "en" else "id")
