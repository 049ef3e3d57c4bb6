"""From a web request to a sync handler: the form checked, the person known, Problems left to the shell."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from rekam.account import Account
from rekam.edge.web import Shell, check_form_token
from rekam.recording import Step
from rekam.station.station import Station
from rekam.station.use.sign_in import account_of

WHO, SEEN = "who", "seen"
_FORM_BYTES_MOST = 1_000_000

Handler = Callable[["Asked"], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as a handler sees it.

    Attributes:
        account: Who is signed in; handlers behind `guarded` always have one.
        form: Fields of a POST, its token checked; ``None`` for a GET.
    """

    request: Request
    station: Station
    shell: Shell
    account: Account | None
    form: FormData | None

    def page(self, name: str, /, *, status: int = 200, **values: object) -> HTMLResponse:
        """A template as answer."""
        return self.shell.page(self.request, name, status=status, **values)

    def path(self, name: str) -> str:
        """A part of the address."""
        return str(self.request.path_params[name])

    def number(self, name: str) -> int:
        """A number in the address."""
        return int(self.request.path_params[name])

    @property
    def step(self) -> Step:
        """The step in the address."""
        step = self.request.path_params["step"]
        assert isinstance(step, Step)
        return step

    def field(self, name: str) -> str:
        """A text field of the form, empty when it is not there."""
        value = self.form.get(name) if self.form is not None else None
        return value if isinstance(value, str) else ""

    def fields(self, name: str) -> list[str]:
        """All values of a field that may be ticked more than once."""
        values = self.form.getlist(name) if self.form is not None else []
        return [value for value in values if isinstance(value, str)]

    def file(self, name: str) -> bytes:
        """Content of an uploaded file, empty when none was chosen."""
        value = self.form.get(name) if self.form is not None else None
        return value.file.read() if isinstance(value, UploadFile) else b""


def see(url: str) -> RedirectResponse:
    """Go on to a page after a POST, so that loading again repeats nothing."""
    return RedirectResponse(url, status_code=303)


def open_to_all(handler: Handler) -> Endpoint:
    """An endpoint that needs nobody signed in."""

    async def endpoint(request: Request) -> Response:
        return await _answered(handler, await _asked(request))

    return endpoint


def guarded(handler: Handler, *, polled: bool = False) -> Endpoint:
    """An endpoint for somebody who is signed in; everybody else goes to the sign-in page and comes back.

    Args:
        handler: Runs in a thread.
        polled: Whether pages ask by themselves; that does not count as somebody being there.
    """

    async def endpoint(request: Request) -> Response:
        asked = await _asked(request)
        if asked.account is None:
            back = request.url.path if request.method == "GET" and not polled else "/"
            return see(f"/masuk?lanjut={quote(back)}")
        if not polled:
            request.session[SEEN] = asked.station.now()
        return await _answered(handler, asked)

    return endpoint


def signed_in(station: Station, request: Request) -> Account | None:
    """Who is signed in and was there lately."""
    name, seen = request.session.get(WHO), request.session.get(SEEN)
    if not isinstance(name, str) or not isinstance(seen, int):
        return None
    if abs(station.now() - seen) > station.idle_lock_s:
        station.own_keys.lock(name)
        return None
    return account_of(station, name)


async def _answered(handler: Handler, asked: Asked) -> Response:
    try:
        return await run_in_threadpool(handler, asked)
    finally:
        if asked.form is not None:
            await asked.form.close()


async def _asked(request: Request) -> Asked:
    station: Station = request.app.state.station
    shell: Shell = request.app.state.shell
    form = None
    if request.method == "POST":
        form = await request.form(max_files=1, max_fields=60, max_part_size=_FORM_BYTES_MOST)
        check_form_token(request, form.get("_token"))
    return Asked(request, station, shell, signed_in(station, request), form)
