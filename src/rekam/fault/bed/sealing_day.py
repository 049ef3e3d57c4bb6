"""A station's day of sealing, which can run in another process than the centre's."""

import os
from dataclasses import dataclass
from pathlib import Path

from rekam.biometric import FingerPosition, Modality, Sample
from rekam.edge.key import Ed25519Signer, HybridRecipient
from rekam.fault.bed.counter import DISTRICT, OPERATOR, resident
from rekam.packet import RECORDING, Recording, encode_recording, manifest_hash, seal

_FINGER_BYTES = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """A packet in a station's file.

    Attributes:
        at: Where its manifest begins, bytes; the body follows.
        manifest: Length of the manifest, bytes.
        body: Length of the body, bytes.
    """

    packet_id: bytes
    sequence: int
    at: int
    manifest: int
    body: int


@dataclass(frozen=True, slots=True)
class Order:
    """What a station is to seal.

    Attributes:
        seed: Private half of its key.
        recipients: Public keys to which it seals.
        sealed: How many packets it has.
        previous: Hash of the last manifest.
        count: How many more.
        at: When, Unix seconds.
    """

    name: str
    file: Path
    seed: bytes
    recipients: tuple[bytes, ...]
    sealed: int
    previous: bytes
    count: int
    at: int


@dataclass(frozen=True, slots=True)
class Day:
    """What was sealed, and the hash of the last manifest."""

    kept: tuple[Kept, ...]
    previous: bytes


def seal_day(order: Order) -> Day:
    """Recordings of invented residents, sealed and kept in the station's file."""
    signer = Ed25519Signer(order.seed)
    recipients = tuple(HybridRecipient(public) for public in order.recipients)
    kept, previous = [], order.previous
    with order.file.open("ab") as file:
        for sequence in range(order.sealed + 1, order.sealed + order.count + 1):
            finger = Sample(
                Modality.FINGER, FingerPosition.RIGHT_THUMB, "image/x-wsq", os.urandom(_FINGER_BYTES), 60
            )
            recording = Recording(
                biodata=resident(sequence), samples=(finger,), consented_at=order.at, started_at=order.at,
                operator=OPERATOR, station=order.name,
            )  # fmt: skip
            packet = seal(
                encode_recording(recording), station=order.name, sequence=sequence, previous=previous,
                kind=RECORDING, region=DISTRICT, captured_at=order.at, sealed_at=order.at, operator=OPERATOR,
                recipients=recipients, signer=signer, random=os.urandom,
            )  # fmt: skip
            previous = manifest_hash(packet.manifest)
            kept.append(Kept(packet.packet_id, sequence, file.tell(), len(packet.manifest), len(packet.body)))
            file.write(packet.manifest + packet.body)
    return Day(tuple(kept), previous)
