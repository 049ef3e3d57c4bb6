"""Results to the address that a client named, if that address is allowed."""

import logging
from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import httpx

from rekam.engine.parameters import CALLBACK_TIMEOUT_S
from rekam.problem import Problem

log = logging.getLogger("rekam.engine")

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Callbacks:
    """Delivers results, to named hosts only: a client must not make the engine speak to whom it likes.

    Nothing is followed: no redirect, no proxy of the environment.

    Args:
        hosts: Allowed ``host`` (its usual port, https) or ``host:port``; none = no callbacks.
        timeout_s: Seconds that a client may take.
    """

    hosts: Collection[str] = ()
    timeout_s: float = CALLBACK_TIMEOUT_S
    _allowed: frozenset[tuple[str, int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_allowed", frozenset(_host(one) for one in self.hosts))

    def check(self, url: str) -> None:
        """Refuses an address that is not allowed.

        Raises:
            Problem: ``engine.callback_not_allowed``.
        """
        try:
            parts = urlsplit(url)
            scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
        except ValueError as error:
            raise Problem("engine.callback_not_allowed") from error
        named = (host or "", port or _PORTS.get(scheme, 0))
        plain = not (parts.username or parts.password or parts.fragment) and "\\" not in url
        if scheme not in _PORTS or named not in self._allowed or not plain:
            raise Problem("engine.callback_not_allowed")

    def deliver(self, url: str, *, transaction: str, task: str, body: bytes, media_type: str) -> bool:
        """One try to deliver; whether the client accepted it."""
        try:
            self.check(url)  # the allowed hosts may have changed since the task was taken
            with httpx.Client(timeout=self.timeout_s, follow_redirects=False, trust_env=False) as http:
                answer = http.post(
                    _with(url, transactionId=transaction, taskId=task),
                    content=body,
                    headers={"Content-Type": media_type},
                )
        except (httpx.HTTPError, httpx.InvalidURL, Problem) as error:
            log.warning("callback of task %s failed: %s", task, type(error).__name__)
            return False
        if not answer.is_success:
            log.warning("callback of task %s was answered with %s", task, answer.status_code)
        return answer.is_success


def _host(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":") if text.rpartition(":")[2].isdigit() else (text, "", "443")
    return host.strip("[]").lower(), int(port)


def _with(url: str, **values: str) -> str:
    parts = urlsplit(url)
    query = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in values
    ]
    return urlunsplit(parts._replace(query=urlencode([*query, *values.items()])))
