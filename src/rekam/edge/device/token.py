"""Signed parts of an answer: JSON Web Signatures with the device's certificate in the header."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from rekam.edge.device.parameters import ANSWER_OCTETS, HEADER_OCTETS, RSA_BITS
from rekam.edge.device.trust import Trust
from rekam.problem import Problem

if TYPE_CHECKING:
    from joserfc.jws import JWSRegistry

ALGORITHM = "RS256"


@dataclass(frozen=True, slots=True)
class Signed:
    """What a device signed, and by which certificate."""

    payload: dict[str, Any]
    thumbprint: str


@dataclass(frozen=True, slots=True)
class TokenReader:
    """Reads the tokens of one device.

    Attributes:
        device_id: Device that must have signed.
        label: Its name in problems.
        trusted: Which certificates are believed.
        now: The station's time, with zone.
    """

    device_id: str
    label: str
    trusted: Trust
    now: datetime

    def read(self, token: str) -> Signed:
        """Verifies what the device itself signed.

        Raises:
            Problem: As ``read_digital_id``.
        """
        return self._read(token, self.device_id)

    def read_digital_id(self, token: str) -> Signed:
        """Verifies the digital id, which the trust module of the device may sign with another key.

        Raises:
            Problem: ``device.signature_bad``, ``device.certificate_expired`` or ``device.not_trusted``.
        """
        return self._read(token, f"{self.device_id}/digital-id")

    def _read(self, token: str, signer: str) -> Signed:
        from cryptography import x509
        from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
        from joserfc import jws
        from joserfc.errors import JoseError
        from joserfc.jwk import RSAKey

        bad = Problem("device.signature_bad", device=self.label)
        try:
            signed = jws.extract_compact(token.encode(), registry=_registry())
            der = base64.b64decode(signed.headers()["x5c"][0], validate=True)
            certificate = x509.load_der_x509_certificate(der)
            key = certificate.public_key()
            if not isinstance(key, RSAPublicKey) or key.key_size < RSA_BITS:
                raise bad
            pem = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
            if not jws.validate_compact(signed, RSAKey.import_key(pem), registry=_registry()):
                raise bad
            content = msgspec.json.decode(signed.payload, type=dict[str, Any])
        except (JoseError, KeyError, IndexError, TypeError, ValueError, msgspec.MsgspecError) as error:
            raise bad from error
        if not certificate.not_valid_before_utc <= self.now <= certificate.not_valid_after_utc:
            raise Problem("device.certificate_expired", device=self.label)
        thumbprint = hashlib.sha256(der).hexdigest().upper()
        if not self.trusted(signer, thumbprint):
            raise Problem("device.not_trusted", device=self.label)
        return Signed(content, thumbprint)


@cache
def _registry() -> "JWSRegistry":
    """RS256 only, with room for a certificate in the header and a picture in the payload."""
    from joserfc.jws import JWSRegistry

    registry = JWSRegistry(algorithms=[ALGORITHM], strict_check_header=False)
    registry.max_header_length = HEADER_OCTETS
    registry.max_payload_length = ANSWER_OCTETS
    return registry


def unpadded(content: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def from_unpadded(text: str) -> bytes:
    """Octets of base64url; padding, which some devices send against the specification, is let pass.

    Raises:
        ValueError: If ``text`` is anything else.
    """
    bare = text.rstrip("=")
    if "+" in bare or "/" in bare:  # the decoder takes the plain alphabet beside the other one
        raise ValueError(text[:20])
    return base64.b64decode(bare.encode("ascii") + b"=" * (-len(bare) % 4), b"-_", validate=True)


EMPTY_HASH = hashlib.sha256(b"").hexdigest().upper()
"""``previousHash`` of the first item of a capture."""


def chained(previous: str, record: bytes) -> str:
    """The ``hash`` of one item: SHA-256 over the previous hash and the hash of this record, as octets."""
    return hashlib.sha256(bytes.fromhex(previous) + hashlib.sha256(record).digest()).hexdigest().upper()
