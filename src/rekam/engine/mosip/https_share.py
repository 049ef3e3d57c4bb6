"""MOSIP's data share over HTTPS."""

import time
from collections.abc import Callable, Collection
from urllib.parse import urlsplit

import httpx
import msgspec

from rekam.engine.mosip.parameters import SHARE_OCTETS, SHARE_SILENCE_S, SHARE_WHOLE_S
from rekam.engine.mosip.share_token import AUTHENTICATION_FAILED, NoToken, Token
from rekam.problem import Problem

_EXPIRED = "DAT-SER-006"
_UNAUTHORISED = 401
_PLAIN = "identity"


class HttpsShare:
    """Fetches from permitted origins only; no redirect is followed, size and time are limited.

    Args:
        origins: Scheme, name and port that a URL may have: ``https://api.example:8443``.
        unseal: Opens what MOSIP sealed; ``None`` where it is not sealed (the testing kit).
        token: Gives the token of the data share; none by default.
        client: Made by default; closed by its owner.
        clock: Seconds of a clock that never goes back.
    """

    def __init__(
        self,
        origins: Collection[str],
        *,
        unseal: Callable[[bytes], bytes] | None = None,
        token: Token | None = None,
        client: httpx.Client | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._origins = frozenset(origin_of(origin) for origin in origins)
        self._unseal = unseal
        self._token = token or NoToken()
        self._client = client or share_client()
        self._clock = clock

    def fetch(self, url: str) -> bytes:
        """See `DataShare`. An expired token is renewed once, without an answer to MOSIP."""
        origin = origin_of(url)
        if origin not in self._origins:
            raise Problem("mosip.share_not_allowed", origin=origin)
        body, error = self._get(url, renew=False)
        if error == AUTHENTICATION_FAILED and self._token.renewable:
            body, error = self._get(url, renew=True)
        if error == _EXPIRED:
            raise Problem("mosip.share_expired")
        if error:
            raise Problem("mosip.share_failed", reason=error)
        return body if self._unseal is None else self._unseal(body)

    def _get(self, url: str, *, renew: bool) -> tuple[bytes, str]:
        """The body, and MOSIP's error code where it holds none; functional errors come with status 200."""
        headers = {**self._token.headers(renew=renew), "Accept-Encoding": _PLAIN}
        ends = self._clock() + SHARE_WHOLE_S
        parts, size = [], 0
        try:
            with self._client.stream("GET", url, headers=headers) as answer:
                if answer.status_code == _UNAUTHORISED:
                    return b"", AUTHENTICATION_FAILED
                if answer.status_code != httpx.codes.OK:
                    raise Problem("mosip.share_failed", reason=str(answer.status_code))
                if answer.headers.get("content-encoding", _PLAIN) != _PLAIN:  # could unfold to any size
                    raise Problem("mosip.share_failed", reason="content-encoding")
                for part in answer.iter_bytes():
                    size += len(part)
                    if size > SHARE_OCTETS:
                        raise Problem("mosip.share_too_large", limit=SHARE_OCTETS)
                    if self._clock() > ends:
                        raise Problem("mosip.share_failed", reason="time")
                    parts.append(part)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Problem("mosip.share_failed", reason=type(error).__name__) from error
        body = b"".join(parts)
        return body, error_in(body)


def share_client() -> httpx.Client:
    """A client as the data share needs it."""
    return httpx.Client(
        timeout=httpx.Timeout(SHARE_SILENCE_S), follow_redirects=False, trust_env=False, verify=True
    )


def origin_of(url: str) -> str:
    """Scheme, name and port of a URL; empty for what is none."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    except ValueError:
        return ""
    named = parts.hostname and port and not parts.username
    return f"{parts.scheme}://{parts.hostname}:{port}" if named else ""


def error_in(body: bytes) -> str:
    """The first error code in a JSON answer of MOSIP; empty for a document or sealed data."""
    if body.lstrip()[:1] != b"{":
        return ""
    try:
        errors = msgspec.json.decode(body).get("errors")
        return str(errors[0]["errorCode"]).strip()
    except (msgspec.DecodeError, RecursionError, LookupError, TypeError):
        return "JSON"
