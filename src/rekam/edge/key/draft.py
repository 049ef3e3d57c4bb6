"""Keys of drafts: one file a draft, destroyed when the recording is sealed."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rekam.edge.key import secretfile
from rekam.packet.fields import IDENTIFIER
from rekam.problem import Problem

_NONCE = 12  # bytes; random, so at most 2**32 items under one key (NIST SP 800-38D section 8.3)
_KEY = 32  # bytes


@dataclass(frozen=True, slots=True)
class DraftCipher:
    """Encrypts the items of one draft.

    Attributes:
        key: AES-256 key.
        draft: Id of the draft.
    """

    key: bytes = field(repr=False)
    draft: str

    def encrypt(self, data: bytes, label: str) -> bytes:
        """Nonce, ciphertext and tag; 28 bytes longer than ``data``.

        Args:
            data: The item.
            label: Its name inside the draft; it opens only under the same name.
        """
        nonce = os.urandom(_NONCE)
        return nonce + AESGCM(self.key).encrypt(nonce, data, self._bound(label))

    def decrypt(self, sealed: bytes, label: str) -> bytes:
        """The item.

        Raises:
            Problem: ``packet.draft_unreadable``.
        """
        if len(sealed) < _NONCE:
            raise Problem("packet.draft_unreadable")
        try:
            return AESGCM(self.key).decrypt(sealed[:_NONCE], sealed[_NONCE:], self._bound(label))
        except InvalidTag as error:
            raise Problem("packet.draft_unreadable") from error

    def _bound(self, label: str) -> bytes:
        return f"rekam draft\x00{self.draft}\x00{label}".encode()


class DraftKeys:
    """The folder of draft keys.

    Args:
        path: The folder; created with mode 0700 if it is not there.

    Raises:
        Problem: ``packet.key_open_to_others``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        secretfile.make_folder(path)

    def create(self, draft: str) -> DraftCipher:
        """Makes the key of a new draft; durable when this returns.

        Raises:
            Problem: ``packet.key_exists``.
        """
        key = os.urandom(_KEY)
        secretfile.create(self._file(draft), key, name=draft)
        return DraftCipher(key, draft)

    def cipher(self, draft: str) -> DraftCipher:
        """The key of a draft that is still open.

        Raises:
            Problem: ``packet.key_missing`` (sealed already, or never begun), ``packet.key_unreadable``,
                ``packet.key_open_to_others``.
        """
        key = secretfile.read(self._file(draft), name=draft)
        if len(key) != _KEY:
            raise Problem("packet.key_unreadable", name=draft)
        return DraftCipher(key, draft)

    def destroy(self, draft: str) -> None:
        """Destroys the key, and with it everything encrypted under it; repeating does nothing."""
        secretfile.destroy(self._file(draft))

    def drafts(self) -> tuple[str, ...]:
        """Ids of the drafts whose key still exists, sorted."""
        return tuple(
            sorted(file.stem for file in self._path.glob("*.draft") if not file.name.startswith("."))
        )

    def _file(self, draft: str) -> Path:
        if not IDENTIFIER.fullmatch(draft):
            raise Problem("packet.key_missing", name=draft)
        return self._path / f"{draft}.draft"
