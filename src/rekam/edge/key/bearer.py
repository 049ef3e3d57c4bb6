"""Bearer tokens (RFC 6750) that are signed JSON (RFC 7519): who may ask a service for what."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from joserfc import jwk, jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OKPKey, RSAKey

from rekam.edge.key import secretfile
from rekam.problem import Problem

ALGORITHMS = {"OKP": ("Ed25519", "EdDSA"), "EC": ("ES256",), "RSA": ("PS256", "RS256")}
"""Signatures that are believed, by kind of key; no shared secret, for who can check could then also sign."""
MOST_TOKEN_OCTETS = 8_192
"""A token with the eight scopes of OSIA has under 1 kB."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who a token speaks for.

    Attributes:
        subject: The client.
        scopes: What it may ask for.
    """

    subject: str
    scopes: frozenset[str]


class TokenKey:
    """The key behind the tokens of one issuer; without its private half it only checks them.

    Args:
        key: The key.
        leeway_s: Seconds by which the issuer's clock may differ.
        audience: Name that a token has to be meant for; ``None`` = not asked.
    """

    def __init__(self, key: Any, *, leeway_s: int = 0, audience: str | None = None) -> None:
        if not isinstance(key, OKPKey | ECKey | RSAKey):
            raise Problem("engine.token_key_unreadable")
        self._key = key
        self._leeway_s = leeway_s
        self._audience = audience

    @classmethod
    def own(cls, folder: Path, *, leeway_s: int = 0) -> "TokenKey":
        """The service's own key in its folder, made when absent (Ed25519, mode 0600).

        Raises:
            Problem: ``packet.key_…``, ``engine.token_key_unreadable``.
        """
        path = folder / "token-key.json"
        if not path.exists():
            fresh = OKPKey.generate_key("Ed25519")
            secretfile.create(path, jwk_bytes(fresh), name=path.name)
        return cls(_key(secretfile.read(path, name=path.name)), leeway_s=leeway_s)

    @classmethod
    def issuer(cls, path: Path, *, leeway_s: int = 0, audience: str | None = None) -> "TokenKey":
        """The public key of somebody who issues tokens, as JWK or PEM.

        Raises:
            Problem: ``command.file_not_found``, ``engine.token_key_unreadable``.
        """
        if not path.is_file():
            raise Problem("command.file_not_found", path=str(path))
        return cls(_key(path.read_bytes()), leeway_s=leeway_s, audience=audience)

    def issue(self, subject: str, scopes: Collection[str], *, now: int, lifetime_s: int) -> str:
        """A token for a client; only with the private half."""
        claims = {"sub": subject, "scope": " ".join(sorted(scopes)), "iat": now, "exp": now + lifetime_s}
        allowed = ALGORITHMS[self._key.key_type]
        return jwt.encode({"alg": allowed[0]}, claims, self._key, algorithms=allowed)

    def read(self, token: str, *, now: int) -> Bearer:
        """Who a token speaks for.

        Raises:
            Problem: ``engine.token_bad`` for a wrong signature, an expired token, or one without a subject,
                scopes or an end.
        """
        if len(token) > MOST_TOKEN_OCTETS:
            raise Problem("engine.token_bad")
        wanted: dict[str, Any] = {
            "exp": {"essential": True}, "sub": {"essential": True}, "scope": {"essential": True}
        }  # fmt: skip
        if self._audience is not None:
            wanted["aud"] = {"essential": True, "value": self._audience}
        try:
            claims = jwt.decode(token, self._key, algorithms=ALGORITHMS[self._key.key_type]).claims
            jwt.JWTClaimsRegistry(now=now, leeway=self._leeway_s, **wanted).validate(claims)
        except (JoseError, ValueError, TypeError, RecursionError) as error:
            raise Problem("engine.token_bad") from error
        if not isinstance(claims["scope"], str):
            raise Problem("engine.token_bad")
        return Bearer(claims["sub"], frozenset(claims["scope"].split()))


def jwk_bytes(key: OKPKey) -> bytes:
    """A private key as JSON (RFC 7517)."""
    import json

    return json.dumps(key.as_dict(private=True)).encode()


def _key(data: bytes) -> Any:
    import json

    try:
        told = data.decode("ascii")
        if told.lstrip().startswith("{"):
            return jwk.import_key(json.loads(told))
        for kind in ("OKP", "EC", "RSA"):
            try:
                return jwk.import_key(told, kind)
            except (JoseError, ValueError, TypeError):
                continue
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise Problem("engine.token_key_unreadable") from error
    raise Problem("engine.token_key_unreadable")
