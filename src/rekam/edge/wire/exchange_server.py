"""The centre's end of the exchange: bytes in, bytes out."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from rekam.edge.wire.exchange import EXCHANGE_PATH, MEDIA_TYPE
from rekam.edge.wire.refusal import refusal
from rekam.packet.parameters import REQUEST_BYTES_MOST
from rekam.problem import Problem


def exchange_route(
    answer: Callable[[bytes], bytes], path: str = EXCHANGE_PATH, *, most: int = REQUEST_BYTES_MOST
) -> Route:
    """The address of the exchange.

    Args:
        answer: From the signed request to the signed answer, in a thread; a ``Problem`` that it raises is told
            to the station with its HTTP status.
        path: Where.
        most: Longest request, bytes.
    """

    async def exchange(request: Request) -> Response:
        try:
            if request.headers.get("content-type") != MEDIA_TYPE:
                raise Problem("delivery.wrong_media_type", expected=MEDIA_TYPE)  # noqa: TRY301
            signed = await _body(request, most)
            return Response(await run_in_threadpool(answer, signed), media_type=MEDIA_TYPE)
        except Problem as problem:
            return refusal(problem)

    return Route(path, exchange, methods=["POST"])


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    try:
        async for block in request.stream():
            body += block
            if len(body) > most:
                raise Problem("delivery.too_large", offered=len(body), most=most)
    except ClientDisconnect as error:
        raise Problem("delivery.line_broken") from error
    return bytes(body)
