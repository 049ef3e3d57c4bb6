"""What station and centre say to each other, and what they refuse to believe."""

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
    policy_version=3,
    statuses_after=b"bookmark",
)
ANSWER = ExchangeAnswer(
    station="S-1",
    nonce=NONCE,
    answered_at=1_780_000_003,
    wanted=(ID,),
    receipts=(b"r1",),
    refused=(Refusal(ID, "packet.chunk_altered", {"chunk": 3}),),
    statuses=(PacketStatus(ID, "quarantined", 1_780_000_000, "Ditahan.", "Held.", "pusat", 1_790_000_000),),
    statuses_until=b"next",
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


def test_what_the_other_side_would_not_read_is_not_sent() -> None:
    with pytest.raises(Problem) as caught:
        sign_request(ExchangeRequest(station="S-1", nonce=b"short", sent_at=0), STATION)
    assert caught.value == Problem("packet.request_unreadable", field="nonce")
    with pytest.raises(Problem) as caught:
        sign_answer(ExchangeAnswer(station="S 1", nonce=NONCE, answered_at=0), CENTRE)
    assert caught.value == Problem("packet.answer_unreadable", field="station")
