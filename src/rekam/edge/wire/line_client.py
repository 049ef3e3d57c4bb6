"""HTTP towards the centre over lines that break: notices silence, names what happened."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import httpx

from rekam.problem import Problem

_TCP_NOTSENT_LOWAT = 25  # <linux/tcp.h>; the standard library names it from Python 3.12 on
_TCP_RTO_MAX_MS = 44  # <linux/tcp.h>; Linux 6.15 and later
_RTO_MOST_MS = 2_000
_DEAD_S = 12.0
_DEAD_WHERE_TCP_RESUMES_S = 40.0


def line_client(
    *, silence_s: float = 30.0, connect_s: float = 10.0, dead_s: float | None = None
) -> httpx.Client:
    """A client for :class:`Exchange` and :class:`Uploader`; one for each thread, closed by its owner.

    Args:
        silence_s: How long the other side may be silent where a request does not say, seconds.
        connect_s: Time for a connection, seconds.
        dead_s: How long the line may leave bytes unconfirmed, or an idle connection unanswered, before the
            connection counts as dead, seconds. TCP itself would wait a quarter of an hour, and after an outage
            try again only at intervals as long as the outage. Where the kernel can be told to try every two
            seconds, a connection outlives short outages and no byte is sent again; elsewhere it is given up
            early, because a new one is tried every second.
    """
    resumes = _tcp_resumes()
    dead_s = dead_s or (_DEAD_WHERE_TCP_RESUMES_S if resumes else _DEAD_S)
    options = [
        *([(socket.IPPROTO_TCP, _TCP_RTO_MAX_MS, _RTO_MOST_MS)] if resumes else []),
        (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1),
        # What the program counts as sent is not far ahead of what the line took, however fast the line is.
        (socket.IPPROTO_TCP, _TCP_NOTSENT_LOWAT, 16_384),
        (socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, round(dead_s * 1_000)),
        (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),
        (socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, max(1, round(dead_s / 2))),
        (socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, max(1, round(dead_s / 4))),
    ]
    return httpx.Client(
        transport=httpx.HTTPTransport(socket_options=options, limits=httpx.Limits(max_connections=2)),
        timeout=httpx.Timeout(silence_s, connect=connect_s),
        follow_redirects=False,
        trust_env=False,
    )


@cache
def _tcp_resumes() -> bool:
    """Whether this kernel lets a connection say how long it waits between tries."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        try:
            probe.setsockopt(socket.IPPROTO_TCP, _TCP_RTO_MAX_MS, _RTO_MOST_MS)
        except OSError:  # an older kernel does not know the option
            return False
    return True


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
