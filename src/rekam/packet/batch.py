"""The signed list of what a station put on a courier's disk, with the request that announces it."""

from dataclasses import dataclass

from rekam.packet import cbor, envelope
from rekam.packet.envelope import Message
from rekam.packet.fields import IDENTIFIER, Fields
from rekam.packet.key import Signer, VerifierOf
from rekam.packet.of_station import fields_of_station
from rekam.packet.parameters import (
    BATCH_BYTES_MOST,
    BATCH_ITEMS_MOST,
    CONTENT_BYTES_MOST,
    FORMAT,
    REQUEST_BYTES_MOST,
)

_UNREADABLE = "courier.batch_unreadable"


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One packet on the list.

    Attributes:
        packet_id: SHA-256 of the body.
        size: Bytes of the body.
        sequence: Its number at the station.
    """

    packet_id: bytes
    size: int
    sequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One list.

    Attributes:
        station: Id of the station.
        number: Number of the list at its station, rising.
        disk: Name of the disk that it was written for.
        made_at: Unix seconds of the station's clock.
        items: The packets, oldest first.
        request: The station's signed exchange request, with the manifests of these packets: whoever meets the
            centre hands it over as it is, and the centre answers the station itself.
    """

    station: str
    number: int
    disk: str
    made_at: int
    items: tuple[BatchItem, ...]
    request: bytes


def sign_batch(batch: Batch, signer: Signer) -> bytes:
    """The signed list (COSE_Sign1).

    Raises:
        Problem: ``courier.batch_unreadable``, ``packet.message_too_large``: what nobody would read is not written.
    """
    payload = cbor.encode(
        {
            "format": FORMAT,
            "station": batch.station,
            "number": batch.number,
            "disk": batch.disk,
            "made_at": batch.made_at,
            "items": [
                {"packet_id": item.packet_id, "size": item.size, "sequence": item.sequence}
                for item in batch.items
            ],
            "request": batch.request,
        }
    )
    _batch(Fields.of(payload, _UNREADABLE))
    signed = envelope.sign(payload, Message.BATCH, signer)
    envelope.take_apart(signed, Message.BATCH, limit=BATCH_BYTES_MOST)
    return signed


def read_batch(signed: bytes, verifier_of: VerifierOf) -> Batch:
    """Reads and checks a list; the request inside is read by itself.

    Raises:
        Problem: ``packet.message_too_large``, ``packet.envelope_unreadable``, ``packet.message_type``,
            ``courier.batch_unreadable``, ``packet.station_unknown``, ``packet.key_unknown``,
            ``packet.signature_bad``, ``packet.format_unknown``.
    """
    taken = envelope.take_apart(signed, Message.BATCH, limit=BATCH_BYTES_MOST)
    return _batch(fields_of_station(taken, verifier_of, _UNREADABLE))


def _batch(fields: Fields) -> Batch:
    fields.format()
    items = tuple(
        BatchItem(
            packet_id=one.hash("packet_id"),
            size=one.whole("size", low=1, high=2 * CONTENT_BYTES_MOST),
            sequence=one.whole("sequence", low=1),
        )
        for one in fields.inners("items", most=BATCH_ITEMS_MOST)
    )
    if len({item.packet_id for item in items}) != len(items):
        fields.refuse("items")
    return Batch(
        station=fields.text("station", shape=IDENTIFIER),
        number=fields.whole("number", low=1),
        disk=fields.text("disk", shape=IDENTIFIER),
        made_at=fields.time("made_at"),
        items=items,
        request=fields.octets("request", least=1, most=REQUEST_BYTES_MOST),
    )
