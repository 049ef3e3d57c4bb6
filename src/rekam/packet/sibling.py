"""What two stations of one office tell each other: who waits, and of whom a recording was begun or made today.

No name, no NIK and no key is in it: a number of the queue as it stands on its slip, and of a resident only an
HMAC under the office's own secret that is another one every day.
"""

from dataclasses import asdict, dataclass

from rekam.packet import cbor, envelope
from rekam.packet.envelope import Message
from rekam.packet.fields import IDENTIFIER, KIND, Fields
from rekam.packet.key import Signer, VerifierOf, Verifiers
from rekam.packet.of_station import fields_of_station
from rekam.packet.parameters import (
    FORMAT,
    SIBLING_NUMBERS_MOST,
    SIBLING_QUESTION_BYTES_MOST,
    SIBLING_TAKEN_MOST,
    SIBLING_WORD_BYTES_MOST,
)
from rekam.packet.request import NONCE_BYTES
from rekam.problem import Problem

BEGUN, MADE = "begun", "recorded"
"""States of a resident next door."""
_UNREADABLE = "packet.sibling_unreadable"
_DAY_CHARACTERS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SiblingQuestion:
    """One station asks the other how things stand, and perhaps moves one of its numbers.

    Attributes:
        station: Who asks.
        to: Who is asked.
        nonce: 16 unpredictable bytes; the word repeats them.
        serial: Rises with every question of this station, also over restarts: an old one cannot come twice.
        sent_at: Unix seconds of the asking station's clock.
        number: The number to move; 0 = none.
        act: What to do with it, empty = nothing.
    """

    station: str
    to: str
    nonce: bytes
    serial: int
    sent_at: int
    number: int = 0
    act: str = ""


@dataclass(frozen=True, slots=True)
class NumberNextDoor:
    """A number that waits or was called, with what its slip shows.

    Attributes:
        hour: The promised hour, ``None`` without an appointment.
        called_by: Station that called it; empty while it waits.
    """

    number: int
    need: str
    hour: int | None
    taken_at: int
    called_by: str


@dataclass(frozen=True, slots=True)
class TakenNextDoor:
    """A resident, ``who`` being their HMAC of the day, and ``begun`` or ``recorded``."""

    who: bytes
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiblingWord:
    """The answer.

    Attributes:
        station: Who answers.
        to: Who asked.
        nonce: Of the question.
        at: Unix seconds of the answering station's clock.
        day: Its day, YYYY-MM-DD.
        done: Numbers that are done today.
        numbers: Those who wait or were called.
        taken: Residents of today.
    """

    station: str
    to: str
    nonce: bytes
    at: int
    day: str
    done: int = 0
    numbers: tuple[NumberNextDoor, ...] = ()
    taken: tuple[TakenNextDoor, ...] = ()


def sign_question(question: SiblingQuestion, signer: Signer) -> bytes:
    """The signed question (COSE_Sign1)."""
    payload = cbor.encode({"format": FORMAT, **asdict(question)})
    _question(Fields.of(payload, _UNREADABLE))
    return envelope.sign(payload, Message.SIBLING_QUESTION, signer)


def read_question(signed: bytes, verifier_of: VerifierOf, *, station: str) -> SiblingQuestion:
    """Reads and checks a question; whether it is old or came before is for its reader to know.

    Raises:
        Problem: ``packet.message_too_large``, ``packet.envelope_unreadable``, ``packet.message_type``,
            ``packet.station_unknown``, ``packet.key_unknown``, ``packet.signature_bad``,
            ``packet.format_unknown``, ``packet.sibling_unreadable``, ``packet.sibling_other_station``.
    """
    taken = envelope.take_apart(signed, Message.SIBLING_QUESTION, limit=SIBLING_QUESTION_BYTES_MOST)
    question = _question(fields_of_station(taken, verifier_of, _UNREADABLE))
    if question.to != station:
        raise Problem("packet.sibling_other_station", station=question.to)
    return question


def sign_word(word: SiblingWord, signer: Signer) -> bytes:
    """The signed word (COSE_Sign1).

    Raises:
        Problem: ``packet.sibling_unreadable``, ``packet.message_too_large``: what nobody would read is not sent.
    """
    payload = cbor.encode(
        {
            "format": FORMAT,
            "station": word.station,
            "to": word.to,
            "nonce": word.nonce,
            "at": word.at,
            "day": word.day,
            "done": word.done,
            "numbers": [asdict(one) for one in word.numbers],
            "taken": [asdict(one) for one in word.taken],
        }
    )
    _word(Fields.of(payload, _UNREADABLE))
    signed = envelope.sign(payload, Message.SIBLING_WORD, signer)
    envelope.take_apart(signed, Message.SIBLING_WORD, limit=SIBLING_WORD_BYTES_MOST)
    return signed


def read_word(signed: bytes, verifiers: Verifiers, *, question: SiblingQuestion) -> SiblingWord:
    """Reads and checks the word to a question.

    Raises:
        Problem: As `read_question`, and ``packet.sibling_other_question`` for the word to another question.
    """
    taken = envelope.take_apart(signed, Message.SIBLING_WORD, limit=SIBLING_WORD_BYTES_MOST)
    taken.check(verifiers)
    word = _word(Fields.of(taken.payload, _UNREADABLE))
    if word.to != question.station or word.station != question.to:
        raise Problem("packet.sibling_other_station", station=word.to)
    if word.nonce != question.nonce:
        raise Problem("packet.sibling_other_question")
    return word


def _question(fields: Fields) -> SiblingQuestion:
    fields.format()
    return SiblingQuestion(
        station=fields.text("station", shape=IDENTIFIER),
        to=fields.text("to", shape=IDENTIFIER),
        nonce=fields.octets("nonce", least=NONCE_BYTES, most=NONCE_BYTES),
        serial=fields.whole("serial", low=1),
        sent_at=fields.time("sent_at"),
        number=fields.whole("number"),
        act=fields.text("act", limit=20),
    )


def _word(fields: Fields) -> SiblingWord:
    fields.format()
    return SiblingWord(
        station=fields.text("station", shape=IDENTIFIER),
        to=fields.text("to", shape=IDENTIFIER),
        nonce=fields.octets("nonce", least=NONCE_BYTES, most=NONCE_BYTES),
        at=fields.time("at"),
        day=fields.text("day", limit=_DAY_CHARACTERS),
        done=fields.whole("done"),
        numbers=tuple(_number(one) for one in fields.inners("numbers", most=SIBLING_NUMBERS_MOST)),
        taken=tuple(
            TakenNextDoor(one.hash("who"), one.text("state", shape=KIND))
            for one in fields.inners("taken", most=SIBLING_TAKEN_MOST)
        ),
    )


def _number(fields: Fields) -> NumberNextDoor:
    return NumberNextDoor(
        number=fields.whole("number", low=1),
        need=fields.text("need", limit=20),
        hour=fields.whole("hour", high=23) if fields.has("hour") else None,
        taken_at=fields.time("taken_at"),
        called_by=fields.text("called_by", limit=64),
    )
