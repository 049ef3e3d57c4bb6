"""The key with which a simulated device signs."""

import base64
import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from joserfc import jws
from joserfc.jwk import RSAKey

from rekam.edge.clock import now_seconds
from rekam.edge.device.parameters import RSA_BITS
from rekam.edge.device.token import ALGORITHM

_VALID = timedelta(days=3650)
_BEFORE = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """RSA key and self-signed certificate of one device service.

    Attributes:
        pem: Private key and certificate, PEM.
    """

    pem: bytes

    @classmethod
    def create(cls) -> "DeviceKey":
        """A new key with a certificate that begins a year ago, for stations whose clock lost its battery."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Rekam device simulator")])
        now = datetime.fromtimestamp(now_seconds(), UTC)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - _BEFORE)
            .not_valid_after(now + _VALID)
            .sign(key, hashes.SHA256())
        )
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return cls(private + certificate.public_bytes(serialization.Encoding.PEM))

    @classmethod
    def kept(cls, path: Path) -> "DeviceKey":
        """The key in a file; made there, readable by its owner only, if there is none yet."""
        try:
            return cls(path.read_bytes())
        except FileNotFoundError:
            key = cls.create()
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(key.pem)
        return key

    def signer(self) -> "TokenWriter":
        """What signs tokens with this key."""
        certificate = x509.load_pem_x509_certificate(self.pem)
        der = certificate.public_bytes(serialization.Encoding.DER)
        private = self.pem[: self.pem.index(b"-----BEGIN CERTIFICATE-----")]
        return TokenWriter(RSAKey.import_key(private), der)


@dataclass(frozen=True, slots=True)
class TokenWriter:
    """Signs tokens and shows the certificate in their header.

    Attributes:
        key: Private key.
        certificate: Certificate, DER.
    """

    key: RSAKey
    certificate: bytes

    @property
    def thumbprint(self) -> str:
        """SHA-256 of the certificate, upper-case hexadecimal."""
        return hashlib.sha256(self.certificate).hexdigest().upper()

    def write(self, payload: dict[str, Any]) -> str:
        """The payload as a compact JSON Web Signature."""
        header = {
            "alg": ALGORITHM,
            "typ": "JWT",
            "x5c": [base64.b64encode(self.certificate).decode()],
        }
        return jws.serialize_compact(header, msgspec.json.encode(payload), self.key)
