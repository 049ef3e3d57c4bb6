"""Requests and answers that one side did not say, or not so, or not now."""

from collections.abc import Callable

import cbor2

from rekam.edge.key import Ed25519Signer
from rekam.fault.tampering.classes import Classes
from rekam.fault.tampering.forger import CENTRE, OTHER_STATION, STATION
from rekam.packet import (
    Connection,
    ExchangeAnswer,
    ExchangeRequest,
    PacketStatus,
    Refusal,
    sign_answer,
    sign_request,
)
from rekam.packet.envelope import Message, sign

NONCE = bytes(range(16))
ID = b"i" * 32

REQUEST = ExchangeRequest(
    station="S-1",
    nonce=NONCE,
    sent_at=1_780_000_000,
    manifests=(b"m1", b"m2"),
    held=(ID,),
    receipts_known=4,
    roster_version="2025-1/17",
    journal=(b"power off",),
)
ANSWER = ExchangeAnswer(
    station="S-1",
    nonce=NONCE,
    answered_at=1_780_000_003,
    wanted=(ID,),
    receipts=(b"r1",),
    refused=(Refusal(ID, "packet.chunk_altered", {"chunk": 3}),),
    statuses=(PacketStatus(ID, "quarantined", 1_780_000_000, "Ditahan.", "Held.", "pusat", 1_790_000_000),),
    missing_sequences=(2, 3),
    connection=Connection("suspended", 1_779_000_000, "Sebab", "Cause", "470/12"),
    roster=b"delta",
    policy=b"",
    log_size=9,
    log_root=b"r" * 32,
)


def changed(signed: bytes, name: str, value: object) -> bytes:
    """Another field under the old signature."""
    items = list(cbor2.loads(signed).value)
    items[2] = cbor2.dumps({**cbor2.loads(items[2]), name: value}, canonical=True)
    return b"\xd2" + cbor2.dumps(items, canonical=True)


def resigned(signed: bytes, name: str, value: object, message: Message, signer: Ed25519Signer) -> bytes:
    """Another field, signed again by somebody."""
    payload = cbor2.loads(cbor2.loads(signed).value[2])
    return sign(cbor2.dumps({**payload, name: value}, canonical=True), message, signer)


def request_with(name: str, value: object) -> Callable[[], bytes]:
    """A request that its station itself signed with another field."""
    return lambda: resigned(sign_request(REQUEST, STATION), name, value, Message.REQUEST, STATION)


def answer_with(name: str, value: object) -> Callable[[], bytes]:
    """An answer that the centre itself signed with another field."""
    return lambda: resigned(sign_answer(ANSWER, CENTRE), name, value, Message.ANSWER, CENTRE)


REQUESTS: Classes[bytes] = {
    "altered": (lambda: changed(sign_request(REQUEST, STATION), "held", []), "packet.signature_bad"),
    "for another station": (
        lambda: changed(sign_request(REQUEST, STATION), "station", "S-2"),
        "packet.key_unknown",
    ),
    "of a stranger": (
        lambda: changed(sign_request(REQUEST, STATION), "station", "S-9"),
        "packet.station_unknown",
    ),
    "signed by another station": (lambda: sign_request(REQUEST, OTHER_STATION), "packet.key_unknown"),
    "an answer in its place": (lambda: sign_answer(ANSWER, CENTRE), "packet.message_type"),
    "format 9": (request_with("format", 9), "packet.format_unknown"),
    "short nonce": (request_with("nonce", b"x"), "packet.request_unreadable"),
    "held as text": (request_with("held", "x"), "packet.request_unreadable"),
    "held ids of 31 bytes": (request_with("held", [bytes(31)]), "packet.request_unreadable"),
    "1,001 manifests": (request_with("manifests", [b""] * 1001), "packet.request_unreadable"),
    "a manifest as text": (request_with("manifests", ["x"]), "packet.request_unreadable"),
    "a huge journal entry": (request_with("journal", [bytes(4097)]), "packet.request_unreadable"),
    "receipts below nothing": (request_with("receipts_known", -1), "packet.request_unreadable"),
}
ANSWERS: Classes[bytes] = {
    "altered": (lambda: changed(sign_answer(ANSWER, CENTRE), "wanted", []), "packet.signature_bad"),
    "signed by a station": (lambda: sign_answer(ANSWER, STATION), "packet.key_unknown"),
    "to another station": (answer_with("station", "S-2"), "packet.answer_other_station"),
    "to an older request": (answer_with("nonce", bytes(16)), "packet.answer_other_request"),
    "a request in its place": (lambda: sign_request(REQUEST, STATION), "packet.message_type"),
    "format 9": (answer_with("format", 9), "packet.format_unknown"),
    "connection unknown": (
        answer_with(
            "connection", {"state": "cut", "since": 0, "reason_id": "", "reason_en": "", "letter": ""}
        ),
        "packet.answer_unreadable",
    ),
    "connection missing": (answer_with("connection", None), "packet.answer_unreadable"),
    "missing sequence 0": (answer_with("missing_sequences", [0]), "packet.answer_unreadable"),
    "missing sequence true": (answer_with("missing_sequences", [True]), "packet.answer_unreadable"),
    "refusal with a path as code": (
        answer_with("refused", [{"packet_id": ID, "code": "../x", "details": {}}]),
        "packet.answer_unreadable",
    ),
    "refusal with a list as detail": (
        answer_with("refused", [{"packet_id": ID, "code": "a.b", "details": {"x": []}}]),
        "packet.answer_unreadable",
    ),
    "status without words": (
        answer_with("statuses", [{"packet_id": ID, "status": "sent", "since": 0}]),
        "packet.answer_unreadable",
    ),
    "refused as a map": (answer_with("refused", {}), "packet.answer_unreadable"),
    "roster as text": (answer_with("roster", "x"), "packet.answer_unreadable"),
    "log root short": (answer_with("log_root", b""), "packet.answer_unreadable"),
}
