"""Hybrid post-quantum HPKE (RFC 9180, ML-KEM-768 with X25519) keys in memory."""

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from rekam.packet.key import key_id_of
from rekam.problem import Problem

SEALING_SUITE = "HPKE-MLKEM768X25519-SHA256-A256GCM"

_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_MLKEM_SEED, _MLKEM_PUBLIC, _X25519 = 64, 1_184, 32  # bytes

SEED_BYTES = _MLKEM_SEED + _X25519
PUBLIC_BYTES = _MLKEM_PUBLIC + _X25519


@dataclass(frozen=True, slots=True)
class HybridRecipient:
    """Wraps content keys to one public key.

    Attributes:
        public: ML-KEM-768 public key (1,184 bytes), then X25519 public key (32 bytes).
        key_id: Name of the key.
    """

    public: bytes = field(repr=False)
    key_id: str = field(init=False)
    _key: MLKEM768X25519PublicKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        key = MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(self.public[:_MLKEM_PUBLIC]),
            X25519PublicKey.from_public_bytes(self.public[_MLKEM_PUBLIC:]),
        )
        object.__setattr__(self, "key_id", key_id_of(self.public))
        object.__setattr__(self, "_key", key)

    @property
    def suite(self) -> str:
        """Name of the wrapping."""
        return SEALING_SUITE

    def wrap(self, content_key: bytes, context: bytes) -> bytes:
        """Wraps ``content_key``, bound to ``context`` (HPKE ``info``); 1,136 bytes longer."""
        return _SUITE.encrypt(content_key, self._key, info=context)


@dataclass(frozen=True, slots=True)
class HybridOpener:
    """Unwraps content keys.

    Attributes:
        seed: ML-KEM-768 seed (64 bytes), then X25519 private key (32 bytes).
        recipient: The public half.
    """

    seed: bytes = field(repr=False)
    recipient: HybridRecipient = field(init=False)
    _key: MLKEM768X25519PrivateKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        mlkem = MLKEM768PrivateKey.from_seed_bytes(self.seed[:_MLKEM_SEED])
        x25519 = X25519PrivateKey.from_private_bytes(self.seed[_MLKEM_SEED:])
        public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        object.__setattr__(self, "_key", MLKEM768X25519PrivateKey(mlkem, x25519))
        object.__setattr__(self, "recipient", HybridRecipient(public))

    @property
    def key_id(self) -> str:
        """Name of the key."""
        return self.recipient.key_id

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """Gives the content key back.

        Raises:
            Problem: ``packet.unwrap_failed``: another key, another context, or altered bytes.
        """
        try:
            return _SUITE.decrypt(wrapped, self._key, info=context)
        except InvalidTag as error:
            raise Problem("packet.unwrap_failed", key=self.key_id) from error
