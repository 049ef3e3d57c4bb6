"""The token that MOSIP's data share asks for: fetched once, used until it is refused."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.cookies import CookieError, SimpleCookie
from typing import Protocol

import httpx

from rekam.edge.clock import now_seconds
from rekam.problem import Problem

AUTHENTICATION_FAILED = "KER-ATH-401"
_COOKIE = "Authorization"
_PATH = "/v1/authmanager/authenticate/clientidsecretkey"


class Token(Protocol):
    """Headers of a request to the data share."""

    renewable: bool

    def headers(self, *, renew: bool) -> dict[str, str]:
        """Headers with the token; ``renew`` where the last one was refused."""


class NoToken:
    """For a share that asks for none: the testing kit."""

    renewable = False

    def headers(self, *, renew: bool) -> dict[str, str]:
        """None."""
        del renew
        return {}


@dataclass(slots=True)
class ClientToken:
    """A token of MOSIP's authentication manager for a client and its secret.

    Attributes:
        origin: Where the manager is: ``https://api.example``.
        client: Client id, as MOSIP gave it.
        secret: Its secret key.
        http: Used for the request.
        app: Application id.
    """

    origin: str
    client: str
    secret: str = field(repr=False)
    http: httpx.Client = field(repr=False)
    app: str = "regproc"
    renewable: bool = True
    _token: str = field(default="", init=False, repr=False)

    def headers(self, *, renew: bool) -> dict[str, str]:
        """See `Token`.

        Raises:
            Problem: ``mosip.share_failed``.
        """
        if renew or not self._token:
            self._token = self._fetched()
        return {"Cookie": f"{_COOKIE}={self._token}"}

    def _fetched(self) -> str:
        asked = {
            "id": "rekam",
            "version": "1.0",
            "metadata": {},
            "requesttime": datetime.fromtimestamp(now_seconds(), UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "request": {"appId": self.app, "clientId": self.client, "secretKey": self.secret},
        }
        try:
            answer = self.http.post(self.origin.rstrip("/") + _PATH, json=asked)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Problem("mosip.share_failed", reason=type(error).__name__) from error
        for line in answer.headers.get_list("set-cookie"):
            try:
                cookies = SimpleCookie(line)
            except CookieError:
                continue
            for name, morsel in cookies.items():
                if name.lower() == _COOKIE.lower() and morsel.value:
                    return morsel.value
        raise Problem("mosip.share_failed", reason=AUTHENTICATION_FAILED)
