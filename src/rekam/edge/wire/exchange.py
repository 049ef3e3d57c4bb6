"""The station's end of the exchange: one signed request, one signed answer."""

from collections.abc import Callable
from typing import Protocol

import httpx

from rekam.edge.wire.line_client import line_problems
from rekam.edge.wire.refusal import HEADER, read_refusal
from rekam.packet import (
    ExchangeAnswer,
    ExchangeRequest,
    Signer,
    Verifiers,
    read_answer,
    sign_request,
)
from rekam.packet.parameters import ANSWER_BYTES_MOST
from rekam.problem import Problem

EXCHANGE_PATH = "/delivery/exchange"
MEDIA_TYPE = "application/cose"


class ExchangePort(Protocol):
    """Whatever carries a request to the centre and its answer back."""

    def post(self, request: ExchangeRequest) -> ExchangeAnswer:
        """Send and wait for the answer.

        Raises:
            Problem: ``delivery.*`` of the line or the centre, ``packet.*`` of an answer that is not true.
        """


class Exchange:
    """The exchange over HTTP.

    Args:
        centre_url: Address of the centre, without a slash at the end.
        http: See :func:`line_client`.
        signer: The station's key.
        centre: The centre's public key or keys.
        silence_s: How long the centre may think, seconds.
        note: Told each signed answer that is true, for instance to keep the head of the centre's log.
    """

    def __init__(
        self,
        centre_url: str,
        http: httpx.Client,
        *,
        signer: Signer,
        centre: Verifiers,
        silence_s: float = 60.0,
        note: Callable[[bytes, ExchangeAnswer], None] | None = None,
    ) -> None:
        self._note = note
        self._url = centre_url + EXCHANGE_PATH
        self._http = http
        self._signer = signer
        self._centre = centre
        self._silence_s = silence_s

    def post(self, request: ExchangeRequest) -> ExchangeAnswer:
        """See :class:`ExchangePort`."""
        request_signed = sign_request(request, self._signer)
        signed = send_signed(self._http, self._url, request_signed, silence_s=self._silence_s)
        answer = read_answer(signed, self._centre, station=request.station, nonce=request.nonce)
        if self._note is not None:
            self._note(signed, answer)
        return answer


def send_signed(http: httpx.Client, url: str, signed: bytes, *, silence_s: float = 60.0) -> bytes:
    """The signed answer to a signed request, which may be another station's that is carried along.

    Args:
        http: See :func:`line_client`.
        url: Address of the exchange.
        signed: The request.
        silence_s: How long the centre may think, seconds.

    Raises:
        Problem: ``delivery.*`` of the line or the centre. Whether the answer is true is for its reader to check.
    """
    with (
        line_problems(silence_s),
        http.stream(
            "POST",
            url,
            content=signed,
            headers={"content-type": MEDIA_TYPE},
            timeout=silence_s,
        ) as response,
    ):
        content = bytearray()
        for block in response.iter_raw():
            content += block
            if len(content) > ANSWER_BYTES_MOST:
                raise Problem("delivery.answer_unreadable")
    if response.status_code != 200 or HEADER in response.headers:
        raise read_refusal(
            httpx.Response(response.status_code, headers=response.headers, content=bytes(content))
        )
    if response.headers.get("content-type") != MEDIA_TYPE:
        raise Problem("delivery.answer_unreadable")
    return bytes(content)
