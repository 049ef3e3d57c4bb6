"""The folder where a station or the centre keeps its keys."""

import os
from hashlib import sha256
from pathlib import Path

from rekam.edge.key import secretfile
from rekam.edge.key.public import PublicKey, export_public, import_public
from rekam.edge.key.sealing import SEALING_SUITE, SEED_BYTES, HybridOpener, HybridRecipient
from rekam.edge.key.signing import SIGNING_SUITE, Ed25519Signer, Ed25519Verifier
from rekam.packet import cbor
from rekam.packet.fields import IDENTIFIER
from rekam.problem import Problem


class KeyFolder:
    """Keys as files: ``NAME.sign`` and ``NAME.seal`` are secret, ``NAME.sign.pub`` and ``NAME.seal.pub`` public.

    Files are created once with mode 0600 in a folder of mode 0700, are durable before a key is handed out, and
    are never overwritten. A key file names its key id, so that a damaged file cannot become another key. The id comes
    of the public half, which not every bit of a secret reaches (ML-KEM's rejection secret, X25519's five clamped bits), so
    the secret has a sum too; files of programs before this one have none and stay readable.

    Args:
        path: The folder; created if it is not there.

    Raises:
        Problem: ``packet.key_open_to_others``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        secretfile.make_folder(path)

    def create_signer(self, name: str) -> Ed25519Signer:
        """Makes a new signing key.

        Raises:
            Problem: ``packet.key_exists``.
        """
        signer = Ed25519Signer(os.urandom(32))
        self._keep(name, "sign", SIGNING_SUITE, signer.seed, signer.verifier)
        return signer

    def create_opener(self, name: str) -> HybridOpener:
        """Makes a new key that opens packets.

        Raises:
            Problem: ``packet.key_exists``.
        """
        opener = HybridOpener(os.urandom(SEED_BYTES))
        self._keep(name, "seal", SEALING_SUITE, opener.seed, opener.recipient)
        return opener

    def has_signer(self, name: str) -> bool:
        """Whether the secret signing key ``name`` is here."""
        return self._file(name, "sign").exists()

    def has_opener(self, name: str) -> bool:
        """Whether the secret opening key ``name`` is here."""
        return self._file(name, "seal").exists()

    def signer(self, name: str) -> Ed25519Signer:
        """The secret signing key.

        Raises:
            Problem: ``packet.key_missing``, ``packet.key_unreadable``, ``packet.key_open_to_others``.
        """
        key_id, seed = self._secret(name, "sign", SIGNING_SUITE, 32)
        signer = Ed25519Signer(seed)
        _same(signer.key_id, key_id, name)
        return signer

    def opener(self, name: str) -> HybridOpener:
        """The secret key that opens packets.

        Raises:
            Problem: As :meth:`signer`.
        """
        key_id, seed = self._secret(name, "seal", SEALING_SUITE, SEED_BYTES)
        opener = HybridOpener(seed)
        _same(opener.key_id, key_id, name)
        return opener

    def verifier(self, name: str) -> Ed25519Verifier:
        """The public signing key, own or imported.

        Raises:
            Problem: ``packet.key_missing``, ``packet.public_key_unreadable``, and as :meth:`signer`.
        """
        key = self._public(name, "sign")
        if not isinstance(key, Ed25519Verifier):
            raise Problem("packet.key_unreadable", name=name)
        return key

    def recipient(self, name: str) -> HybridRecipient:
        """The public sealing key, own or imported.

        Raises:
            Problem: As :meth:`verifier`.
        """
        key = self._public(name, "seal")
        if not isinstance(key, HybridRecipient):
            raise Problem("packet.key_unreadable", name=name)
        return key

    def import_public(self, name: str, data: bytes) -> PublicKey:
        """Keeps a public key that came from elsewhere; repeating the same key is allowed.

        Raises:
            Problem: ``packet.public_key_unreadable``, ``packet.key_exists`` (another key has the name).
        """
        key = import_public(data)
        use = "sign" if isinstance(key, Ed25519Verifier) else "seal"
        file = self._file(name, f"{use}.pub")
        if file.exists() and self._public(name, use) == key:
            return key
        secretfile.create(file, export_public(key), name=name)
        return key

    def _file(self, name: str, ending: str) -> Path:
        if not IDENTIFIER.fullmatch(name):
            raise Problem("packet.key_missing", name=name)
        return self._path / f"{name}.{ending}"

    def _keep(self, name: str, use: str, suite: str, seed: bytes, public: PublicKey) -> None:
        content = cbor.encode(
            {"suite": suite, "key_id": public.key_id, "secret": seed, "sum": _sum(suite, seed)}
        )
        secretfile.create(self._file(name, use), content, name=name)
        self.import_public(name, export_public(public))

    def _secret(self, name: str, use: str, suite: str, size: int) -> tuple[str, bytes]:
        data = secretfile.read(self._file(name, use), name=name)
        try:
            match cbor.decode(data):
                case {"suite": str(found), "key_id": str(key_id), "secret": bytes(seed), **rest} if (
                    found == suite and len(seed) == size and rest in ({}, {"sum": _sum(suite, seed)})
                ):
                    return key_id, seed
        except cbor.Unreadable as error:
            raise Problem("packet.key_unreadable", name=name) from error
        raise Problem("packet.key_unreadable", name=name)

    def _public(self, name: str, use: str) -> PublicKey:
        file = self._file(name, f"{use}.pub")
        if file.exists():
            return import_public(secretfile.read(file, name=name))
        # A crash between the two files of a new key leaves only the secret one, which holds the public half.
        return self.signer(name).verifier if use == "sign" else self.opener(name).recipient


def _sum(suite: str, seed: bytes) -> bytes:
    """Tells rot, not tampering; 8 octets of a hash say nothing about 32 octets of chance."""
    return sha256(b"rekam key file" + suite.encode() + seed).digest()[:8]


def _same(found: str, expected: str, name: str) -> None:
    if found != expected:
        raise Problem("packet.key_unreadable", name=name)
