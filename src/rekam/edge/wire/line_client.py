"""HTTP towards the centre over lines that break: notices silence, names what happened."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from rekam.problem import Problem

_TCP_NOTSENT_LOWAT = 25  # <linux/tcp.h>; the standard library names it from Python 3.12 on


def line_client(*, silence_s: float = 30.0, connect_s: float = 10.0) -> httpx.Client:
    """A client for :class:`Exchange` and :class:`Uploader`; one for each thread, closed by its owner.

    Args:
        silence_s: How long the other side may be silent where a request does not say, seconds.
        connect_s: Time for a connection, seconds.
    """
    options = [
        (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1),
        # What the program counts as sent is not far ahead of what the line took, however fast the line is.
        (socket.IPPROTO_TCP, _TCP_NOTSENT_LOWAT, 16_384),
    ]
    return httpx.Client(
        transport=httpx.HTTPTransport(socket_options=options, limits=httpx.Limits(max_connections=2)),
        timeout=httpx.Timeout(silence_s, connect=connect_s),
        follow_redirects=False,
        trust_env=False,
    )


@contextmanager
def line_problems(silence_s: float) -> Iterator[None]:
    """Give the failures of a line their names.

    Raises:
        Problem: ``delivery.line_refused``, ``delivery.line_silent``, ``delivery.line_broken``,
            ``delivery.answer_unreadable``.
    """
    try:
        yield
    except httpx.TimeoutException as error:
        raise Problem("delivery.line_silent", seconds=round(silence_s)) from error
    except httpx.ConnectError as error:
        raise Problem("delivery.line_refused") from error
    except (httpx.RemoteProtocolError, httpx.DecodingError) as error:
        # A server that closes in the middle of its answer is reported like this too.
        broken = "disconnected" in str(error) or "closed" in str(error) or "incomplete" in str(error)
        code = "delivery.line_broken" if broken else "delivery.answer_unreadable"
        raise Problem(code) from error
    except httpx.TransportError as error:
        raise Problem("delivery.line_broken") from error


LINE_CODES = frozenset(
    {
        "delivery.line_refused",
        "delivery.line_silent",
        "delivery.line_broken",
        "delivery.answer_unreadable",
        "delivery.centre_failed",
    }
)
"""Problems of the way, not of a packet: the others would meet them too."""
