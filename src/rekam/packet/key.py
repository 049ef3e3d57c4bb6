"""What this room needs of keys. The keys themselves stand in ``edge/key`` or in a hardware token."""

from collections.abc import Callable
from hashlib import sha256
from typing import Protocol


class Signer(Protocol):
    """Holds a private signing key (Ed25519)."""

    @property
    def key_id(self) -> str:
        """Name of the key, see :func:`key_id_of`."""

    def sign(self, message: bytes) -> bytes:
        """Signature of ``message``, 64 bytes."""


class Verifier(Protocol):
    """Holds a public signing key."""

    @property
    def key_id(self) -> str:
        """Name of the key."""

    def verify(self, message: bytes, signature: bytes) -> bool:
        """Whether ``signature`` is that of ``message`` under this key; never raises on bad input."""


class Recipient(Protocol):
    """Holds a public key to which content keys are wrapped."""

    @property
    def key_id(self) -> str:
        """Name of the key."""

    @property
    def suite(self) -> str:
        """Name of the wrapping, for example ``HPKE-X25519MLKEM768-SHA256-A256GCM``."""

    def wrap(self, content_key: bytes, context: bytes) -> bytes:
        """Wraps 32 bytes so that they unwrap only under the same ``context``."""


class Opener(Protocol):
    """Holds the private key of a :class:`Recipient`."""

    @property
    def key_id(self) -> str:
        """Name of the key."""

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """Gives the content key back.

        Raises:
            Problem: ``packet.unwrap_failed``.
        """


Verifiers = Verifier | tuple[Verifier, ...]
"""One public key, or several while a key is being changed; the key id in the message picks one."""

VerifierOf = Callable[[str], Verifiers | None]
"""The public key or keys of a station by its id; ``None`` = no such station."""


def key_id_of(public: bytes) -> str:
    """First 16 hexadecimal digits of the SHA-256 of the raw public key."""
    return sha256(public).hexdigest()[:16]
