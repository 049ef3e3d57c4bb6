"""The centre's own keys."""

from dataclasses import dataclass
from pathlib import Path

from rekam.edge.key import Ed25519Signer, HybridOpener, HybridRecipient, KeyFolder, export_public
from rekam.edge.store.turn import one_at_a_time

CENTRE = "centre"
RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class CentreKeys:
    """What the centre signs and opens with.

    Attributes:
        signer: Signs receipts and answers.
        opener: Opens packets.
        recovery: The second recipient of every packet; only its public half is needed here.
    """

    signer: Ed25519Signer
    opener: HybridOpener
    recovery: HybridRecipient

    @property
    def public(self) -> bytes:
        """The signing key's public half, for stations."""
        return export_public(self.signer.verifier)

    @property
    def recipients(self) -> tuple[bytes, ...]:
        """Public sealing keys, for stations."""
        return (export_public(self.opener.recipient), export_public(self.recovery))


def open_keys(folder: Path) -> CentreKeys:
    """The centre's keys, made at the first start.

    The secret half of the recovery key is put into a folder of its own, ``recovery``, to be taken off this
    machine; the centre works without it.

    Raises:
        Problem: ``packet.key_*`` of a damaged or readable key file.
    """
    # Centre and worker start together: the second finds what the first has made.
    with one_at_a_time(folder / ".turn"):
        keys = KeyFolder(folder)
        signer = keys.signer(CENTRE) if keys.has_signer(CENTRE) else keys.create_signer(CENTRE)
        opener = keys.opener(CENTRE) if keys.has_opener(CENTRE) else keys.create_opener(CENTRE)
        return CentreKeys(signer, opener, _recovery(keys, folder))


def _recovery(keys: KeyFolder, folder: Path) -> HybridRecipient:
    if not (folder / f"{RECOVERY}.seal.pub").exists():
        apart = KeyFolder(folder / RECOVERY)
        secret = apart.opener(RECOVERY) if apart.has_opener(RECOVERY) else apart.create_opener(RECOVERY)
        keys.import_public(RECOVERY, export_public(secret.recipient))
    return keys.recipient(RECOVERY)
