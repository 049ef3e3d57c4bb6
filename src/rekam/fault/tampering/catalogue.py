"""All classes, by what is tampered with; each subject is examined as its real reader does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rekam.fault.tampering import batch, body, manifest, message, receipt
from rekam.fault.tampering.classes import Classes
from rekam.fault.tampering.envelope import Signed, envelope_classes
from rekam.fault.tampering.forger import CENTRE, OPENER, REGISTERED, STATION, a_receipt, first
from rekam.packet import (
    Link,
    check_next,
    check_receipt,
    decode_recording,
    open_packet,
    read_answer,
    read_manifest,
    read_receipt,
    read_request,
    sign_answer,
    sign_request,
)
from rekam.packet.batch import read_batch
from rekam.packet.envelope import Message
from rekam.packet.parameters import (
    ANSWER_BYTES_MOST,
    BATCH_BYTES_MOST,
    MANIFEST_BYTES_MOST,
    RECEIPT_BYTES_MOST,
    REQUEST_BYTES_MOST,
)
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Subject:
    """One kind of thing that a forger may hand over.

    Attributes:
        honest: Makes the untouched one, which has to be accepted.
        examine: Takes it in as its reader does.
        classes: What may be wrong with it.
    """

    honest: Callable[[], Any]
    examine: Callable[[Any], object]
    classes: Classes[Any]


def _take_in(packet: tuple[bytes, bytes]) -> object:
    """What the centre does with a packet from outside."""
    read = read_manifest(packet[0], REGISTERED.get)
    check_next(read, Link())
    return decode_recording(open_packet(read, packet[1], OPENER))


def _let_go(signed: bytes) -> None:
    """What a station does before it deletes."""
    found = read_receipt(signed, CENTRE.verifier)
    check_receipt(found, packet_id=first().packet_id, station="S-1", sequence=1)


def _answered(signed: bytes) -> object:
    return read_answer(signed, CENTRE.verifier, station="S-1", nonce=message.NONCE)


def _a_request() -> bytes:
    return sign_request(message.REQUEST, STATION)


def _an_answer() -> bytes:
    return sign_answer(message.ANSWER, CENTRE)


def _a_manifest() -> bytes:
    return first().manifest


_MANIFEST = Signed(_a_manifest, Message.MANIFEST, MANIFEST_BYTES_MOST, "packet.manifest_unreadable", True)
_RECEIPT = Signed(a_receipt, Message.RECEIPT, RECEIPT_BYTES_MOST, "packet.receipt_unreadable", False)
_REQUEST = Signed(_a_request, Message.REQUEST, REQUEST_BYTES_MOST, "packet.request_unreadable", True)
_ANSWER = Signed(_an_answer, Message.ANSWER, ANSWER_BYTES_MOST, "packet.answer_unreadable", False)
_BATCH = Signed(batch.a_batch, Message.BATCH, BATCH_BYTES_MOST, "courier.batch_unreadable", True)

CATALOGUE: dict[str, Subject] = {
    "manifest": Subject(
        _a_manifest,
        lambda signed: _take_in((signed, first().body)),
        {**envelope_classes(_MANIFEST), **manifest.CLASSES},
    ),
    "body": Subject(lambda: (first().manifest, first().body), _take_in, body.CLASSES),
    "receipt": Subject(a_receipt, _let_go, {**envelope_classes(_RECEIPT), **receipt.CLASSES}),
    "request": Subject(
        _a_request,
        lambda signed: read_request(signed, REGISTERED.get),
        {**envelope_classes(_REQUEST), **message.REQUESTS},
    ),
    "answer": Subject(_an_answer, _answered, {**envelope_classes(_ANSWER), **message.ANSWERS}),
    "batch": Subject(
        batch.a_batch,
        lambda signed: read_batch(signed, REGISTERED.get),
        {**envelope_classes(_BATCH), **batch.CLASSES},
    ),
}


def refusal_of(subject: Subject, thing: Any) -> str | None:
    """Code of the problem that refuses a thing; ``None`` = it was accepted."""
    try:
        subject.examine(thing)
    except Problem as problem:
        return problem.code
    return None
