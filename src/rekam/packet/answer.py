"""What the centre answers in one exchange: what it wants, has, refuses, and what became of each packet."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from dataclasses import fields as fields_of
from typing import Literal

from rekam.packet import cbor, envelope
from rekam.packet.envelope import Message
from rekam.packet.fields import CODE, IDENTIFIER, KIND, Fields
from rekam.packet.key import Signer, Verifiers
from rekam.packet.merkle import EMPTY_ROOT
from rekam.packet.parameters import (
    ANSWER_BYTES_MOST,
    BOOKMARK_BYTES_MOST,
    EXCHANGE_ITEMS_MOST,
    FORMAT,
    RECEIPT_BYTES_MOST,
    RECEIPTS_MOST,
)
from rekam.packet.request import NONCE_BYTES
from rekam.problem import Detail, Problem

_UNREADABLE = "packet.answer_unreadable"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A packet or manifest the centre does not take, with the name of the problem.

    Attributes:
        packet_id: The packet; for a manifest that cannot be read, its hash.
        code: Code of the problem table.
        details: What the problem's sentence needs. The format has no floats: they travel as text.
    """

    packet_id: bytes
    code: str
    details: Mapping[str, Detail] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PacketStatus:
    """Where a packet is now and whose turn it is.

    Attributes:
        packet_id: The packet.
        status: Name of a status (``registry``), lower case.
        since: Unix seconds.
        words_id: One plain sentence in Indonesian for the operator.
        words_en: The same in English.
        owner: Whose turn it is; empty when the status is final.
        due: Unix seconds when it is overdue; ``None`` when nothing is due.
    """

    packet_id: bytes
    status: str
    since: int
    words_id: str
    words_en: str
    owner: str = ""
    due: int | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """Whether the office may deliver into the register.

    Attributes:
        state: ``open``, or ``suspended``: packets go into quarantine, nothing is lost.
        since: Unix seconds.
        reason_id: Why, in Indonesian; empty when open.
        reason_en: The same in English.
        letter: Number of the letter; empty when open.
    """

    state: Literal["open", "suspended"] = "open"
    since: int = 0
    reason_id: str = ""
    reason_en: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeAnswer:
    """One answer of the centre.

    Attributes:
        station: The station it is for.
        nonce: That of the request.
        answered_at: Unix seconds of the centre's clock.
        wanted: Packet ids whose bodies the centre wants next, in this order.
        receipts: Signed receipts.
        refused: Packets not taken, each with its reason.
        statuses: Where packets are, as far as it changed.
        statuses_until: The centre's bookmark in what it has told; the next request repeats it. Its form is the
            centre's own; empty = the centre keeps none.
        missing_sequences: Numbers of this station the centre has never seen.
        connection: Open or suspended.
        roster: Changes to the roster since the station's version; ``None`` = none. Meaning belongs to the station.
        policy: Signed policy; ``None`` = unchanged.
        log_size: Leaves of the centre's log.
        log_root: Root of the centre's log.
    """

    station: str
    nonce: bytes
    answered_at: int
    wanted: tuple[bytes, ...] = ()
    receipts: tuple[bytes, ...] = ()
    refused: tuple[Refusal, ...] = ()
    statuses: tuple[PacketStatus, ...] = ()
    statuses_until: bytes = b""
    missing_sequences: tuple[int, ...] = ()
    connection: Connection = Connection()
    roster: bytes | None = None
    policy: bytes | None = None
    log_size: int = 0
    log_root: bytes = EMPTY_ROOT


_STATUS_FIELDS = tuple(one.name for one in fields_of(PacketStatus))


def sign_answer(answer: ExchangeAnswer, signer: Signer) -> bytes:
    """The signed answer (COSE_Sign1).

    Raises:
        Problem: ``packet.answer_unreadable``, ``packet.message_too_large``: what no station would read is not
            sent.
    """
    values = {
        "format": FORMAT,
        "station": answer.station,
        "nonce": answer.nonce,
        "answered_at": answer.answered_at,
        "wanted": list(answer.wanted),
        "receipts": list(answer.receipts),
        "refused": [
            {"packet_id": r.packet_id, "code": r.code, "details": _sendable(r.details)}
            for r in answer.refused
        ],
        "statuses": [{name: getattr(one, name) for name in _STATUS_FIELDS} for one in answer.statuses],
        **({"statuses_until": answer.statuses_until} if answer.statuses_until else {}),
        "missing_sequences": list(answer.missing_sequences),
        "connection": asdict(answer.connection),
        "roster": answer.roster,
        "policy": answer.policy,
        "log_size": answer.log_size,
        "log_root": answer.log_root,
    }
    # The values as a station will read them: what is written is the one spelling of exactly these.
    _answer(Fields(values, _UNREADABLE))
    signed = envelope.sign(cbor.encode(values), Message.ANSWER, signer)
    envelope.take_apart(signed, Message.ANSWER, limit=ANSWER_BYTES_MOST)
    return signed


def read_answer(signed: bytes, verifiers: Verifiers, *, station: str, nonce: bytes) -> ExchangeAnswer:
    """Reads and checks an answer; the receipts inside are still to be read one by one.

    Args:
        signed: Bytes from outside.
        verifiers: The centre's public key or keys.
        station: The station that asked.
        nonce: What it sent with its request.

    Raises:
        Problem: ``packet.message_too_large``, ``packet.envelope_unreadable``, ``packet.message_type``,
            ``packet.key_unknown``, ``packet.signature_bad``, ``packet.format_unknown``,
            ``packet.answer_unreadable``, ``packet.answer_other_station``, ``packet.answer_other_request``.
    """
    taken = envelope.take_apart(signed, Message.ANSWER, limit=ANSWER_BYTES_MOST)
    taken.check(verifiers)
    answer = _answer(Fields.of(taken.payload, _UNREADABLE))
    if answer.station != station:
        raise Problem("packet.answer_other_station", station=answer.station)
    if answer.nonce != nonce:
        raise Problem("packet.answer_other_request")
    return answer


def _answer(fields: Fields) -> ExchangeAnswer:
    fields.format()
    return ExchangeAnswer(
        station=fields.text("station", shape=IDENTIFIER),
        nonce=fields.octets("nonce", least=NONCE_BYTES, most=NONCE_BYTES),
        answered_at=fields.time("answered_at"),
        wanted=fields.octet_list("wanted", items=EXCHANGE_ITEMS_MOST, least=32, most=32),
        receipts=fields.octet_list("receipts", items=RECEIPTS_MOST, most=RECEIPT_BYTES_MOST),
        refused=tuple(_refusal(one) for one in fields.inners("refused", most=EXCHANGE_ITEMS_MOST)),
        statuses=tuple(_status(one) for one in fields.inners("statuses", most=EXCHANGE_ITEMS_MOST)),
        statuses_until=fields.octets("statuses_until", most=BOOKMARK_BYTES_MOST)
        if fields.has("statuses_until")
        else b"",
        missing_sequences=fields.whole_list("missing_sequences", items=EXCHANGE_ITEMS_MOST),
        connection=_connection(fields.inner("connection")),
        roster=fields.octets("roster", most=ANSWER_BYTES_MOST) if fields.has("roster") else None,
        policy=fields.octets("policy", most=ANSWER_BYTES_MOST) if fields.has("policy") else None,
        log_size=fields.whole("log_size"),
        log_root=fields.hash("log_root"),
    )


def _sendable(details: Mapping[str, Detail]) -> dict[str, str | int]:
    return {name: str(value) if isinstance(value, float) else value for name, value in details.items()}


def _refusal(fields: Fields) -> Refusal:
    details: dict[str, Detail] = {}
    for name, value in fields.inner("details").values().items():
        if isinstance(value, bool) or not isinstance(value, str | int):
            fields.refuse("details")
        details[name] = value
    return Refusal(fields.hash("packet_id"), fields.text("code", shape=CODE), details)


def _status(fields: Fields) -> PacketStatus:
    return PacketStatus(
        packet_id=fields.hash("packet_id"),
        status=fields.text("status", shape=KIND),
        since=fields.time("since"),
        words_id=fields.text("words_id"),
        words_en=fields.text("words_en"),
        owner=fields.text("owner"),
        due=fields.time("due") if fields.has("due") else None,
    )


def _connection(fields: Fields) -> Connection:
    state = fields.text("state")
    if state not in {"open", "suspended"}:
        fields.refuse("state")
    return Connection(
        state="open" if state == "open" else "suspended",
        since=fields.time("since"),
        reason_id=fields.text("reason_id"),
        reason_en=fields.text("reason_en"),
        letter=fields.text("letter"),
    )
