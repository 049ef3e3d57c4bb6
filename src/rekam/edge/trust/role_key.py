"""Our keys as TUF's library asks for them."""

from typing import Any, NoReturn

from securesystemslib.signer import Key, Signature, Signer, SSlibKey

from rekam.edge.key import Ed25519Signer


class RoleSigner(Signer):
    """Signs metadata with a key of a `rekam.edge.key.KeyFolder`.

    Args:
        signer: The key.
    """

    def __init__(self, signer: Ed25519Signer) -> None:
        self._signer = signer
        self._public = SSlibKey(signer.key_id, "ed25519", "ed25519", {"public": signer.verifier.public.hex()})

    @property
    def public_key(self) -> Key:
        """The public half."""
        return self._public

    def sign(self, payload: bytes) -> Signature:
        """The signature of canonical metadata."""
        return Signature(self._public.keyid, self._signer.sign(payload).hex())

    @classmethod
    def from_priv_key_uri(
        cls,
        priv_key_uri: str,
        public_key: Key,  # noqa: ARG003
        secrets_handler: Any = None,  # noqa: ARG003
    ) -> NoReturn:
        """Keys come from the key folder only."""
        raise ValueError(priv_key_uri)
