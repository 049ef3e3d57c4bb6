"""How an address of the centre comes to its page."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rekam.centre.pages.desk import Desk
from rekam.problem import Problem

Page = Callable[[Desk, Request], Response]
FormPage = Callable[[Desk, Request, dict[str, str]], Response]

LONGEST_FIELD = 2000


def page_route(desk: Desk, path: str, page: Page) -> Route:
    """A page that is only read."""

    def answer(request: Request) -> Response:
        check_query(request)
        return kept_nowhere(page(desk, request))

    return Route(path, answer, methods=["GET"])


def form_route(desk: Desk, path: str, page: Page | None, take: FormPage) -> Route:
    """A page with a form that comes back to the same address; without ``page`` only the form comes."""

    async def answer(request: Request) -> Response:
        if request.method == "POST":
            async with request.form(max_files=0) as form:
                values = {
                    name: value[:LONGEST_FIELD].replace("\0", "")
                    for name, value in form.items()
                    if isinstance(value, str)
                }
            return kept_nowhere(await run_in_threadpool(take, desk, request, values))
        assert page is not None
        check_query(request)
        return kept_nowhere(await run_in_threadpool(page, desk, request))

    return Route(path, answer, methods=["GET", "POST"] if page else ["POST"])


def check_query(request: Request) -> None:
    """Refuse addresses with a zero byte, which no text of the database can hold."""
    if any("\0" in value for value in request.query_params.values()):
        raise Problem("command.page_not_found")


def kept_nowhere(response: Response) -> Response:
    """The "back" button of a shared office computer shows nobody's page after signing out."""
    response.headers.setdefault("Cache-Control", "no-store")
    return response
