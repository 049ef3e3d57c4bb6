"""Seals content so that the station itself cannot read it again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from rekam.packet.chunk import commitment, seal_body
from rekam.packet.key import Recipient, Signer
from rekam.packet.manifest import Origin, WrappedKey, sign_manifest
from rekam.packet.parameters import CHUNK_BYTES, CONTENT_BYTES_MOST
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class SealedPacket:
    """A packet as it is stored and carried.

    Attributes:
        packet_id: SHA-256 of the body, 32 bytes.
        manifest: COSE_Sign1.
        body: Encrypted chunks.
    """

    packet_id: bytes
    manifest: bytes
    body: bytes


def wrapping_context(digest: bytes, key_id: str, suite: str) -> bytes:
    """What a wrapped content key is bound to: the packet's origin, the recipient and the suite."""
    return sha256(b"\x00".join((b"rekam wrapped key", digest, key_id.encode(), suite.encode()))).digest()


def seal(
    content: bytes,
    *,
    station: str,
    sequence: int,
    previous: bytes,
    kind: str,
    region: str,
    captured_at: int,
    sealed_at: int,
    operator: str,
    recipients: Sequence[Recipient],
    signer: Signer,
    random: Callable[[int], bytes],
    chunk_size: int = CHUNK_BYTES,
) -> SealedPacket:
    """Encrypts ``content`` to the recipients and signs the manifest.

    Args:
        content: Encoded recording or other content.
        station: Id of the station.
        sequence: Number of this packet at its station, from 1 without gaps.
        previous: ``manifest_hash`` of the station's previous manifest; ``START`` for the first.
        kind: What the content is.
        region: Dotted code of the place of recording.
        captured_at: Unix seconds at confirmation.
        sealed_at: Unix seconds now.
        operator: Account that recorded.
        recipients: Centre and recovery keys, one at least.
        signer: The station's signing key.
        random: Gives that many unpredictable bytes.
        chunk_size: Plain bytes in one chunk.

    Raises:
        Problem: ``packet.content_too_large``, ``packet.manifest_unreadable`` (a field outside its limits).
    """
    if len(content) > CONTENT_BYTES_MOST:
        raise Problem("packet.content_too_large", size=len(content), limit=CONTENT_BYTES_MOST)
    origin = Origin(
        station=station,
        sequence=sequence,
        previous=previous,
        kind=kind,
        region=region,
        captured_at=captured_at,
        sealed_at=sealed_at,
        operator=operator,
        chunk_size=chunk_size,
    )
    digest = origin.digest()
    content_key = random(32)
    body = bytes(seal_body(content, content_key, digest, chunk_size))
    packet_id = sha256(body).digest()
    wrapped = tuple(
        WrappedKey(r.key_id, r.suite, r.wrap(content_key, wrapping_context(digest, r.key_id, r.suite)))
        for r in recipients
    )
    manifest = sign_manifest(
        origin,
        packet_id=packet_id,
        body_size=len(body),
        commitment=commitment(content_key, digest),
        recipients=wrapped,
        signer=signer,
    )
    return SealedPacket(packet_id, manifest, body)
