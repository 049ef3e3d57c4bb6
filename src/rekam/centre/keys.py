"""The centre's own keys."""

from dataclasses import dataclass
from pathlib import Path

from rekam.edge.key import Ed25519Signer, HybridOpener, HybridRecipient, KeyFolder, export_public
from rekam.edge.store.turn import one_at_a_time
from rekam.packet import Manifest, open_packet

CENTRE = "centre"
RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class CentreKeys:
    """What the centre signs and opens with.

    Attributes:
        signer: Signs receipts and answers.
        opener: Opens packets; its public half is what stations seal to.
        recovery: The second recipient of every packet; only its public half is needed here.
        former: Keys that packets were sealed to before, the newest first; they open and nobody seals to them.
    """

    signer: Ed25519Signer
    opener: HybridOpener
    recovery: HybridRecipient
    former: tuple[HybridOpener, ...] = ()

    def open(self, manifest: Manifest, body: bytes | bytearray, *, body_hash: bytes | None = None) -> bytes:
        """The content of a packet, by the key that it was sealed to: months may lie between sealing and arrival.

        Raises:
            Problem: As `packet.open_packet`.
        """
        sealed_to = {wrapped.key_id for wrapped in manifest.recipients}
        opener = next((one for one in self.former if one.key_id in sealed_to), self.opener)
        opener = self.opener if self.opener.key_id in sealed_to else opener
        return open_packet(manifest, body, opener, body_hash=body_hash)

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
        if not keys.has_opener(CENTRE):
            keys.create_opener(CENTRE)
        opener, *former = (keys.opener(name) for name in reversed(_openers(keys)))
        return CentreKeys(signer, opener, _recovery(keys, folder), tuple(former))


def change_sealing_key(folder: Path) -> CentreKeys:
    """A further key to seal to; what was sealed to the ones before is still opened. Open the centre anew with it.

    Raises:
        Problem: ``packet.key_*``.
    """
    open_keys(folder)
    with one_at_a_time(folder / ".turn"):
        keys = KeyFolder(folder)
        keys.create_opener(f"{CENTRE}.{len(_openers(keys)) + 1}")
    return open_keys(folder)


def _openers(keys: KeyFolder) -> list[str]:
    """Names of the opening keys in the order of their making: ``centre``, ``centre.2`` ..."""
    names = [CENTRE]
    while keys.has_opener(name := f"{CENTRE}.{len(names) + 1}"):
        names.append(name)
    return names


def _recovery(keys: KeyFolder, folder: Path) -> HybridRecipient:
    if not (folder / f"{RECOVERY}.seal.pub").exists():
        apart = KeyFolder(folder / RECOVERY)
        secret = apart.opener(RECOVERY) if apart.has_opener(RECOVERY) else apart.create_opener(RECOVERY)
        keys.import_public(RECOVERY, export_public(secret.recipient))
    return keys.recipient(RECOVERY)
