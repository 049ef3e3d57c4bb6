"""What station and centre say to each other, and what they refuse to believe."""

from collections.abc import Callable

import cbor2
import pytest

from rekam.edge.key import Ed25519Signer
from rekam.packet import (
    Connection,
    ExchangeAnswer,
    ExchangeRequest,
    PacketStatus,
    Refusal,
    read_answer,
    read_request,
    sign_answer,
    sign_request,
)
from rekam.packet.envelope import Message, sign
from rekam.problem import Problem

STATION = Ed25519Signer(b"1" * 32)
OTHER_STATION = Ed25519Signer(b"2" * 32)
CENTRE = Ed25519Signer(b"3" * 32)
REGISTERED = {"S-1": STATION.verifier, "S-2": OTHER_STATION.verifier}
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


def answered(signed: bytes) -> ExchangeAnswer:
    return read_answer(signed, CENTRE.verifier, station="S-1", nonce=NONCE)


def test_a_request_arrives_as_it_was_sent() -> None:
    assert read_request(sign_request(REQUEST, STATION), REGISTERED.get) == REQUEST


def test_a_bare_request_arrives_as_it_was_sent() -> None:
    bare = ExchangeRequest(station="S-1", nonce=NONCE, sent_at=0)
    assert read_request(sign_request(bare, STATION), REGISTERED.get) == bare


def test_an_answer_arrives_as_it_was_sent() -> None:
    assert answered(sign_answer(ANSWER, CENTRE)) == ANSWER
    bare = ExchangeAnswer(station="S-1", nonce=NONCE, answered_at=0)
    assert answered(sign_answer(bare, CENTRE)) == bare


def test_a_refusal_can_be_said_again_at_the_station() -> None:
    refusal = answered(sign_answer(ANSWER, CENTRE)).refused[0]
    assert "3" in Problem(refusal.code, **refusal.details).say("id")


def test_a_float_in_a_refusal_travels_as_text() -> None:
    refusal = Refusal(ID, "packet.chunk_altered", {"chunk": 1.5})
    sent = ExchangeAnswer(station="S-1", nonce=NONCE, answered_at=0, refused=(refusal,))
    assert answered(sign_answer(sent, CENTRE)).refused[0].details == {"chunk": "1.5"}


def changed(signed: bytes, name: str, value: object) -> bytes:
    items = list(cbor2.loads(signed).value)
    items[2] = cbor2.dumps({**cbor2.loads(items[2]), name: value}, canonical=True)
    return b"\xd2" + cbor2.dumps(items, canonical=True)


def resigned(signed: bytes, name: str, value: object, message: Message, signer: Ed25519Signer) -> bytes:
    payload = cbor2.loads(cbor2.loads(signed).value[2])
    return sign(cbor2.dumps({**payload, name: value}, canonical=True), message, signer)


def request_with(name: str, value: object) -> Callable[[], bytes]:
    return lambda: resigned(sign_request(REQUEST, STATION), name, value, Message.REQUEST, STATION)


def answer_with(name: str, value: object) -> Callable[[], bytes]:
    return lambda: resigned(sign_answer(ANSWER, CENTRE), name, value, Message.ANSWER, CENTRE)


REQUESTS: dict[str, tuple[Callable[[], bytes], str]] = {
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
    "cut short": (lambda: sign_request(REQUEST, STATION)[:-1], "packet.envelope_unreadable"),
    "oversized": (lambda: bytes(8 * 1024 * 1024 + 1), "packet.message_too_large"),
    "format 2": (request_with("format", 2), "packet.format_unknown"),
    "short nonce": (request_with("nonce", b"x"), "packet.request_unreadable"),
    "held as text": (request_with("held", "x"), "packet.request_unreadable"),
    "held ids of 31 bytes": (request_with("held", [bytes(31)]), "packet.request_unreadable"),
    "1,001 manifests": (request_with("manifests", [b""] * 1001), "packet.request_unreadable"),
    "a manifest as text": (request_with("manifests", ["x"]), "packet.request_unreadable"),
    "a huge journal entry": (request_with("journal", [bytes(4097)]), "packet.request_unreadable"),
    "receipts below nothing": (request_with("receipts_known", -1), "packet.request_unreadable"),
}
ANSWERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "altered": (lambda: changed(sign_answer(ANSWER, CENTRE), "wanted", []), "packet.signature_bad"),
    "signed by a station": (lambda: sign_answer(ANSWER, STATION), "packet.key_unknown"),
    "to another station": (answer_with("station", "S-2"), "packet.answer_other_station"),
    "to an older request": (answer_with("nonce", bytes(16)), "packet.answer_other_request"),
    "a request in its place": (lambda: sign_request(REQUEST, STATION), "packet.message_type"),
    "oversized": (lambda: bytes(32 * 1024 * 1024 + 1), "packet.message_too_large"),
    "format 2": (answer_with("format", 2), "packet.format_unknown"),
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


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_to_doubt_is_refused_by_name(name: str) -> None:
    forge, expected = REQUESTS[name]
    signed = forge()
    with pytest.raises(Problem) as caught:
        read_request(signed, REGISTERED.get)
    assert caught.value.code == expected


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_to_doubt_is_refused_by_name(name: str) -> None:
    forge, expected = ANSWERS[name]
    signed = forge()
    with pytest.raises(Problem) as caught:
        answered(signed)
    assert caught.value.code == expected


def test_what_the_other_side_would_not_read_is_not_sent() -> None:
    with pytest.raises(Problem) as caught:
        sign_request(ExchangeRequest(station="S-1", nonce=b"short", sent_at=0), STATION)
    assert caught.value == Problem("packet.request_unreadable", field="nonce")
    with pytest.raises(Problem) as caught:
        sign_answer(ExchangeAnswer(station="S 1", nonce=NONCE, answered_at=0), CENTRE)
    assert caught.value == Problem("packet.answer_unreadable", field="station")
