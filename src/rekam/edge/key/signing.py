"""Ed25519 (RFC 8032) keys in memory. The secret never appears in ``repr``."""

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from rekam.packet.key import key_id_of

SIGNING_SUITE = "Ed25519"


@dataclass(frozen=True, slots=True)
class Ed25519Verifier:
    """Checks signatures.

    Attributes:
        public: Raw public key, 32 bytes.
        key_id: Name of the key.
    """

    public: bytes
    key_id: str = field(init=False)
    _key: Ed25519PublicKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key_id", key_id_of(self.public))
        object.__setattr__(self, "_key", Ed25519PublicKey.from_public_bytes(self.public))

    def verify(self, message: bytes, signature: bytes) -> bool:
        """Whether ``signature`` is that of ``message``."""
        try:
            self._key.verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Ed25519Signer:
    """Signs.

    Attributes:
        seed: Private key, 32 bytes.
        verifier: The public half.
    """

    seed: bytes = field(repr=False)
    verifier: Ed25519Verifier = field(init=False)
    _key: Ed25519PrivateKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        key = Ed25519PrivateKey.from_private_bytes(self.seed)
        object.__setattr__(self, "_key", key)
        object.__setattr__(self, "verifier", Ed25519Verifier(key.public_key().public_bytes_raw()))

    @property
    def key_id(self) -> str:
        """Name of the key."""
        return self.verifier.key_id

    def sign(self, message: bytes) -> bytes:
        """Signature of ``message``, 64 bytes."""
        return self._key.sign(message)
