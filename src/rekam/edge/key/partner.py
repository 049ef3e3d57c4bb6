"""Data that MOSIP seals to a partner's RSA key: the answers of its data share, and their twin for tests."""

from base64 import b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey, generate_private_key
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from rekam.edge.key.secretfile import create, read
from rekam.problem import Problem

SPLITTER = b"#KEY_SPLITTER#"
VERSION = b"VER_R2"
_THUMBPRINT, _AAD, _NONCE, _KEY, _TAG = 32, 32, 12, 32, 16  # octets
_OLD_NONCES = (16, 32)  # octets at the end; MOSIP's code has 16, its text says 32
_RSA_BITS = 2048  # what VER_R2 stands for
_EXPONENT = 65_537
_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def _oaep() -> OAEP:
    return OAEP(MGF1(SHA256()), SHA256(), label=None)


@dataclass(frozen=True, slots=True)
class PartnerKey:
    """The engine's RSA key, whose certificate is registered at MOSIP."""

    _private: RSAPrivateKey = field(repr=False)

    @classmethod
    def create(cls, path: Path) -> "PartnerKey":
        """A new key in a file nobody else can read.

        Raises:
            Problem: ``packet.key_exists``.
        """
        private = generate_private_key(_EXPONENT, _RSA_BITS)
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        create(path, pem, name=path.name)
        return cls(private)

    @classmethod
    def read(cls, path: Path) -> "PartnerKey":
        """The key in a PEM file without a password.

        Raises:
            Problem: ``mosip.key_unreadable``, ``packet.key_open_to_others``.
        """
        try:
            key = load_pem_private_key(read(path, name=path.name), password=None)
        except (ValueError, TypeError) as error:
            raise Problem("mosip.key_unreadable", file=path.name) from error
        if not isinstance(key, RSAPrivateKey):
            raise Problem("mosip.key_unreadable", file=path.name)
        return cls(key)

    def open(self, sealed: bytes) -> bytes:
        """What MOSIP sealed, in the form of 1.2.0 or the one before.

        Raises:
            Problem: ``mosip.not_opened`` for everything that this key does not open.
        """
        try:
            key_part, found, data = _octets(sealed).partition(SPLITTER)
            if not found:
                raise Problem("mosip.not_opened")
            if key_part.startswith(VERSION):
                cipher = self._cipher(key_part[len(VERSION) + _THUMBPRINT :])
                aad = data[:_AAD]
                return cipher.decrypt(aad[:_NONCE], data[_AAD:], aad)
            return _opened_old(self._cipher(key_part[-self._private.key_size // 8 :]), data)
        except (ValueError, InvalidTag) as error:
            raise Problem("mosip.not_opened") from error

    def public(self) -> RSAPublicKey:
        """The other half, for `seal`."""
        return self._private.public_key()

    def _cipher(self, wrapped: bytes) -> AESGCM:
        return AESGCM(self._private.decrypt(wrapped, _oaep()))


def seal(data: bytes, public: RSAPublicKey, random: Callable[[int], bytes]) -> bytes:
    """Seals as MOSIP 1.2.0 does, for simulators and tests."""
    key, aad = random(_KEY), random(_AAD)
    thumbprint = sha256(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).digest()
    wrapped = VERSION + thumbprint + public.encrypt(key, _oaep())
    return urlsafe_b64encode(wrapped + SPLITTER + aad + AESGCM(key).encrypt(aad[:_NONCE], data, aad))


def _octets(sealed: bytes) -> bytes:
    text = b"".join(sealed.split()).translate(_URL_SAFE).rstrip(b"=")
    return b64decode(text + b"=" * (-len(text) % 4), validate=True)


def _opened_old(cipher: AESGCM, data: bytes) -> bytes:
    for size in _OLD_NONCES:
        if len(data) < size + _TAG:
            break
        try:
            return cipher.decrypt(data[-size:], data[:-size], None)
        except InvalidTag:
            continue
    raise InvalidTag
