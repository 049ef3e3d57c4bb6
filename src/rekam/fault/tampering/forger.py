"""Two honest packets and the tools of a forger, with and without the station's key."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

import cbor2

from rekam.biometric import FingerPosition, Modality, Sample
from rekam.edge.key import Ed25519Signer, HybridOpener
from rekam.packet import (
    START,
    Peaks,
    Recording,
    SealedPacket,
    encode_recording,
    issue_receipt,
    manifest_hash,
    read_manifest,
    seal,
)
from rekam.packet.chunk import commitment, seal_body
from rekam.packet.envelope import Message, sign
from rekam.packet.parameters import PADDING_BYTES
from rekam.packet.seal import wrapping_context
from rekam.person.biodata import Biodata

CHUNK = 4096
SEALED = CHUNK + 16
STATION = Ed25519Signer(b"1" * 32)
OTHER_STATION = Ed25519Signer(b"2" * 32)
CENTRE = Ed25519Signer(b"3" * 32)
OPENER = HybridOpener(b"4" * 96)
RECOVERY = HybridOpener(b"5" * 96)
STRANGER = HybridOpener(b"6" * 96)
STRANGER_SIGNER = Ed25519Signer(b"7" * 32)
REGISTERED = {"S-1": STATION.verifier, "S-2": OTHER_STATION.verifier}


def recording(station: str = "S-1") -> Recording:
    """An invented woman's recording of one finger, three chunks long."""
    biodata = Biodata(
        nik="1502014101900001",
        kk="1502010101200001",
        name="SITI",
        sex="P",
        birth_place="BANGKO",
        birth_date=date(1990, 1, 1),
        blood_type="-",
        address="DUSUN TENGAH",
        rt="001",
        rw="002",
        village="15.02.01.2001",
        religion="1",
        marital_status="1",
        occupation="1",
    )
    sample = Sample(Modality.FINGER, FingerPosition.RIGHT_THUMB, "image/x-wsq", bytes(range(256)) * 36, 70)
    return Recording(
        biodata=biodata, samples=(sample,), consented_at=90, started_at=80, operator="budi", station=station
    )


@dataclass(frozen=True)
class Order:
    """What is sealed, by whom, and where it stands in the chain."""

    content: bytes
    sequence: int = 1
    previous: bytes = START
    station: str = "S-1"
    signer: Ed25519Signer = STATION


def sealed(order: Order) -> SealedPacket:
    """A packet of an order, the same in every run."""
    counter = iter(range(1000))
    return seal(
        order.content,
        station=order.station,
        sequence=order.sequence,
        previous=order.previous,
        kind="recording",
        region="15.02.01.2001",
        captured_at=100,
        sealed_at=110,
        operator="budi",
        recipients=[OPENER.recipient, RECOVERY.recipient],
        signer=order.signer,
        random=lambda size: sha256(f"{order}{next(counter)}".encode()).digest()[:size],
        chunk_size=CHUNK,
    )


@cache
def first() -> SealedPacket:
    """The packet that is tampered with."""
    return sealed(Order(encode_recording(recording())))


@cache
def second() -> SealedPacket:
    """The one after it, as honest."""
    return sealed(Order(encode_recording(recording()), 2, manifest_hash(first().manifest)))


def parts(signed: bytes) -> list[Any]:
    """The four parts of an envelope."""
    return list(cbor2.loads(signed).value)


def built(items: list[Any]) -> bytes:
    """An envelope from parts."""
    return b"\xd2" + cbor2.dumps(items, canonical=True)


def with_part(place: int, value: object) -> bytes:
    """The first manifest with another part; the signature stays."""
    items = parts(first().manifest)
    items[place] = value
    return built(items)


def with_headers(change: Callable[[dict[Any, Any]], None]) -> bytes:
    """The first manifest with other protected headers; the signature stays."""
    headers = cbor2.loads(parts(first().manifest)[0])
    change(headers)
    return with_part(0, cbor2.dumps(headers, canonical=True))


def payload() -> dict[str, Any]:
    """What stands in the first manifest."""
    return payload_of(first().manifest)


def payload_of(signed: bytes) -> dict[str, Any]:
    """What stands in a signed message, believed or not."""
    return dict(cbor2.loads(parts(signed)[2]))


def with_field(name: str, value: object) -> bytes:
    """A forger without the key: the payload changes, the signature stays."""
    return with_part(2, cbor2.dumps({**payload(), name: value}, canonical=True))


def signed_with_field(name: str, value: object, signer: Ed25519Signer = STATION) -> bytes:
    """A forger with the station's key: everything is signed again."""
    return sign(cbor2.dumps({**payload(), name: value}, canonical=True), Message.MANIFEST, signer)


def signed_with(signed: bytes, name: str, value: object) -> bytes:
    """Any signed message with another field; the signature stays."""
    items = parts(signed)
    items[2] = cbor2.dumps({**payload_of(signed), name: value}, canonical=True)
    return built(items)


def signed_for(body: bytes) -> tuple[bytes, bytes]:
    """A forger with the station's key fits the manifest to an altered body."""
    changed = {**payload(), "packet_id": sha256(body).digest(), "body_size": len(body)}
    return sign(cbor2.dumps(changed, canonical=True), Message.MANIFEST, STATION), body


def chunks() -> list[bytes]:
    """The sealed chunks of the first body."""
    body = first().body
    return [body[i : i + SEALED] for i in range(0, len(body), SEALED)]


def flipped(data: bytes, place: int) -> bytes:
    """One bit turned."""
    changed = bytearray(data)
    changed[place] ^= 1
    return bytes(changed)


def replaced(headers: dict[Any, Any], key: int, value: object) -> None:
    """Sets one header."""
    headers[key] = value


def unsorted_payload() -> bytes:
    """The first manifest with its keys in the wrong order."""
    return with_part(2, cbor2.dumps(dict(reversed(payload().items()))))


def resealed(
    content: bytes = b"x" * 100,
    *,
    keys: tuple[bytes, bytes] = (b"k" * 32, b"k" * 32),
    padding: int = PADDING_BYTES,
) -> tuple[bytes, bytes]:
    """A forger with the station's key seals by hand: another key for the centre, or padding of another size."""
    origin = read_manifest(first().manifest, REGISTERED.get).origin
    digest, (for_centre, for_recovery) = origin.digest(), keys
    body = bytes(seal_body(content, for_recovery, digest, CHUNK, padding=padding))
    wrapped = [
        {
            "key_id": opener.key_id,
            "suite": opener.recipient.suite,
            "wrapped": opener.recipient.wrap(
                key, wrapping_context(digest, opener.key_id, opener.recipient.suite)
            ),
        }
        for opener, key in ((OPENER, for_centre), (RECOVERY, for_recovery))
    ]
    changed = {
        **payload(),
        "packet_id": sha256(body).digest(),
        "body_size": len(body),
        "recipients": wrapped,
        "commitment": commitment(for_recovery, digest),
    }
    return sign(cbor2.dumps(changed, canonical=True), Message.MANIFEST, STATION), body


def recipients_of(packet: SealedPacket) -> list[Any]:
    """The wrapped keys of a packet."""
    return list(payload_of(packet.manifest)["recipients"])


def swapped_labels() -> list[Any]:
    """The wrapped keys under each other's names."""
    one, two = recipients_of(first())
    return [{**one, "key_id": two["key_id"]}, {**two, "key_id": one["key_id"]}]


def sealed_content(content: bytes) -> tuple[bytes, bytes]:
    """Manifest and body of other content, honestly sealed."""
    packet = sealed(Order(content))
    return packet.manifest, packet.body


def a_receipt() -> bytes:
    """A receipt of the centre for the first packet."""
    return issue_receipt(
        Peaks(),
        packet_id=first().packet_id,
        station="S-1",
        sequence=1,
        received_at=1,
        copies=2,
        test_read=True,
        signer=CENTRE,
    )[0]
