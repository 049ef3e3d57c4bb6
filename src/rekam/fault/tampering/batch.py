"""Lists of a courier's disk that the station did not write, or not so."""

from collections.abc import Callable

import cbor2

from rekam.fault.tampering.classes import Classes
from rekam.fault.tampering.forger import OTHER_STATION, STATION, first, payload_of, signed_with
from rekam.packet.batch import Batch, BatchItem, sign_batch
from rekam.packet.envelope import Message, sign

_UNREADABLE = "courier.batch_unreadable"
BATCH = Batch(
    station="S-1",
    number=3,
    disk="disk-7",
    made_at=1_780_000_000,
    items=(BatchItem(first().packet_id, len(first().body), 1),),
    request=b"request",
)


def a_batch() -> bytes:
    """An honest list."""
    return sign_batch(BATCH, STATION)


def _with(name: str, value: object) -> Callable[[], bytes]:
    return lambda: sign(
        cbor2.dumps({**payload_of(a_batch()), name: value}, canonical=True), Message.BATCH, STATION
    )


def _item(**changes: object) -> dict[str, object]:
    return {**payload_of(a_batch())["items"][0], **changes}


CLASSES: Classes[bytes] = {
    "an item taken off the list": (lambda: signed_with(a_batch(), "items", []), "packet.signature_bad"),
    "number changed": (lambda: signed_with(a_batch(), "number", 2), "packet.signature_bad"),
    "for another disk": (lambda: signed_with(a_batch(), "disk", "disk-8"), "packet.signature_bad"),
    "of another station": (lambda: signed_with(a_batch(), "station", "S-2"), "packet.key_unknown"),
    "of no station": (lambda: signed_with(a_batch(), "station", "S-9"), "packet.station_unknown"),
    "signed by another station": (lambda: sign_batch(BATCH, OTHER_STATION), "packet.key_unknown"),
    "format 9": (_with("format", 9), "packet.format_unknown"),
    "number 0": (_with("number", 0), _UNREADABLE),
    "disk a path": (_with("disk", "../disk"), _UNREADABLE),
    "time negative": (_with("made_at", -1), _UNREADABLE),
    "items as a map": (_with("items", {}), _UNREADABLE),
    "an item twice": (_with("items", [_item(), _item()]), _UNREADABLE),
    "an item of size 0": (_with("items", [_item(size=0)]), _UNREADABLE),
    "an item of a terabyte": (_with("items", [_item(size=2**40)]), _UNREADABLE),
    "an item with a short id": (_with("items", [_item(packet_id=b"x")]), _UNREADABLE),
    "an item with number 0": (_with("items", [_item(sequence=0)]), _UNREADABLE),
    "request empty": (_with("request", b""), _UNREADABLE),
    "request as text": (_with("request", "x"), _UNREADABLE),
}
