"""A form with one file: read as a stream, refused by name when it is too large."""

from collections.abc import AsyncGenerator, Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.way import LONGEST_FIELD, check_query, kept_nowhere
from rekam.edge.sheet.parameters import FILE_MB_MOST
from rekam.problem import Problem

UploadPage = Callable[..., Response]
"""(desk, request, *, problems, typed, status) -> page"""

TakeUpload = Callable[[Desk, Request, dict[str, str], UploadFile | None], Response]

_FORM_BYTES = 100_000
"""Bytes of a form beside its file."""


def upload_route(desk: Desk, path: str, page: UploadPage, take: TakeUpload) -> Route:
    """A page with a form that sends one file to the same address."""

    async def answer(request: Request) -> Response:
        if request.method != "POST":
            check_query(request)
            return kept_nowhere(await run_in_threadpool(page, desk, request))
        parser = MultiPartParser(
            request.headers, _limited(request.stream()), max_files=1, max_fields=12, max_part_size=_FORM_BYTES
        )
        try:
            form = await parser.parse()
        except _TooLarge:
            problem = Problem("report.file_too_large", most=FILE_MB_MOST)
            return kept_nowhere(
                await run_in_threadpool(page, desk, request, problems=[problem], status=problem.row.http)
            )
        except (MultiPartException, KeyError, ValueError, UnicodeDecodeError) as error:
            raise Problem("command.request_refused", status=400) from error
        try:
            values = {
                name: value[:LONGEST_FIELD].replace("\0", "")
                for name, value in form.items()
                if isinstance(value, str)
            }
            file = next((value for value in form.values() if isinstance(value, UploadFile)), None)
            return kept_nowhere(await run_in_threadpool(take, desk, request, values, file))
        finally:
            await form.close()

    return Route(path, answer, methods=["GET", "POST"])


class _TooLarge(MultiPartException):
    """The parser closes its files for its own exceptions only."""


async def _limited(stream: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
    size = 0
    async for piece in stream:
        size += len(piece)
        if size > FILE_MB_MOST * 1_000_000 + _FORM_BYTES:
            message = "larger than a file of figures may be"
            raise _TooLarge(message)
        yield piece
