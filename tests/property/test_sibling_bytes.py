"""What comes from the station next door is read, or refused by name, whatever its bytes."""

from collections.abc import Callable

import cbor2
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.edge.key import Ed25519Signer
from rekam.packet import cbor
from rekam.packet.envelope import Message, sign
from rekam.packet.sibling import (
    NumberNextDoor,
    SiblingQuestion,
    SiblingWord,
    TakenNextDoor,
    read_question,
    read_word,
    sign_question,
    sign_word,
)
from rekam.problem import Problem

FIRST, SECOND = Ed25519Signer(b"1" * 32), Ed25519Signer(b"2" * 32)
QUESTION = SiblingQuestion(station="S-1", to="S-2", nonce=bytes(16), serial=1, sent_at=2)
WORD = SiblingWord(
    station="S-2",
    to="S-1",
    nonce=bytes(16),
    at=3,
    day="2017-10-17",
    numbers=(NumberNextDoor(1, "", None, 4, ""), NumberNextDoor(2, "elderly", 9, 5, "S-1")),
    taken=(TakenNextDoor(bytes(32), "begun"),),
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**64), 2**64 - 1)
    | st.text(max_size=5)
    | st.binary(max_size=40)
)
VALUES = LEAVES | st.lists(LEAVES | st.dictionaries(st.text(max_size=6), LEAVES, max_size=3), max_size=3)


def ask(signed: bytes) -> SiblingQuestion:
    return read_question(signed, {"S-1": FIRST.verifier}.get, station="S-2")


def word(signed: bytes) -> SiblingWord:
    return read_word(signed, SECOND.verifier, question=QUESTION)


def outcome(read: Callable[[bytes], object], signed: bytes) -> str:
    try:
        read(signed)
    except Problem as problem:
        return problem.code
    return "read"


def test_what_was_said_is_what_is_read() -> None:
    assert ask(sign_question(QUESTION, FIRST)) == QUESTION
    assert word(sign_word(WORD, SECOND)) == WORD


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_field_with_any_value_is_read_or_refused_by_name(data: st.DataObject) -> None:
    cases = (
        (ask, sign_question(QUESTION, FIRST), Message.SIBLING_QUESTION, FIRST),
        (word, sign_word(WORD, SECOND), Message.SIBLING_WORD, SECOND),
    )
    read, signed, message, signer = data.draw(st.sampled_from(cases))
    payload = cbor2.loads(cbor2.loads(signed).value[2])
    payload[data.draw(st.sampled_from(sorted(payload)))] = data.draw(VALUES)
    assert outcome(read, sign(cbor.encode(payload), message, signer)).startswith(("read", "packet."))


@settings(max_examples=300, deadline=None)
@given(place=st.integers(0), mask=st.integers(1, 255))
def test_a_flipped_byte_is_refused_by_name(place: int, mask: int) -> None:
    for read, signed in ((ask, sign_question(QUESTION, FIRST)), (word, sign_word(WORD, SECOND))):
        changed = bytearray(signed)
        changed[place % len(signed)] ^= mask
        assert outcome(read, bytes(changed)).startswith("packet.")
