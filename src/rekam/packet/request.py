"""What a station says in one exchange: what it sealed, what it still holds, what it saw of itself."""

from dataclasses import dataclass

from rekam.packet import cbor, envelope
from rekam.packet.envelope import Message
from rekam.packet.fields import IDENTIFIER, Fields
from rekam.packet.key import Signer, VerifierOf
from rekam.packet.of_station import fields_of_station
from rekam.packet.parameters import (
    BOOKMARK_BYTES_MOST,
    EXCHANGE_ITEMS_MOST,
    FORMAT,
    JOURNAL_ENTRIES_MOST,
    JOURNAL_ENTRY_BYTES_MOST,
    MANIFEST_BYTES_MOST,
    REQUEST_BYTES_MOST,
    REQUEST_MANIFESTS_MOST,
)

NONCE_BYTES = 16
_UNREADABLE = "packet.request_unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRequest:
    """One request of a station; manifests go first, so that the centre knows at once what exists.

    Attributes:
        station: Id of the station.
        nonce: 16 unpredictable bytes; the answer repeats them.
        sent_at: Unix seconds of the station's clock.
        manifests: Signed manifests that the centre has not confirmed yet.
        held: Packet ids whose bodies the station still has.
        receipts_known: How many receipts the station has stored.
        roster_version: Version of the roster it has; empty = none.
        journal: What it observed of power, line, devices and stock; meaning belongs to operations.
        policy_version: Version of the policy it follows; 0 = none, or a station that does not say.
        statuses_after: ``statuses_until`` of the last answer whose statuses it noted: it knows where its packets were
            until then. Empty = it wants to hear of all, or does not say.
    """

    station: str
    nonce: bytes
    sent_at: int
    manifests: tuple[bytes, ...] = ()
    held: tuple[bytes, ...] = ()
    receipts_known: int = 0
    roster_version: str = ""
    journal: tuple[bytes, ...] = ()
    policy_version: int = 0
    statuses_after: bytes = b""


def sign_request(request: ExchangeRequest, signer: Signer) -> bytes:
    """The signed request (COSE_Sign1).

    Raises:
        Problem: ``packet.request_unreadable``, ``packet.message_too_large``: what no centre would read is not
            sent.
    """
    payload = cbor.encode(
        {
            "format": FORMAT,
            "station": request.station,
            "nonce": request.nonce,
            "sent_at": request.sent_at,
            "manifests": list(request.manifests),
            "held": list(request.held),
            "receipts_known": request.receipts_known,
            "roster_version": request.roster_version,
            "journal": list(request.journal),
            **({"policy_version": request.policy_version} if request.policy_version else {}),
            **({"statuses_after": request.statuses_after} if request.statuses_after else {}),
        }
    )
    _request(Fields.of(payload, _UNREADABLE))
    signed = envelope.sign(payload, Message.REQUEST, signer)
    envelope.take_apart(signed, Message.REQUEST, limit=REQUEST_BYTES_MOST)
    return signed


def read_request(signed: bytes, verifier_of: VerifierOf) -> ExchangeRequest:
    """Reads and checks a request; the manifests inside are still to be read one by one.

    Raises:
        Problem: ``packet.message_too_large``, ``packet.envelope_unreadable``, ``packet.message_type``,
            ``packet.request_unreadable``, ``packet.station_unknown``, ``packet.key_unknown``,
            ``packet.signature_bad``, ``packet.format_unknown``.
    """
    taken = envelope.take_apart(signed, Message.REQUEST, limit=REQUEST_BYTES_MOST)
    return _request(fields_of_station(taken, verifier_of, _UNREADABLE))


def _request(fields: Fields) -> ExchangeRequest:
    fields.format()
    return ExchangeRequest(
        station=fields.text("station", shape=IDENTIFIER),
        nonce=fields.octets("nonce", least=NONCE_BYTES, most=NONCE_BYTES),
        sent_at=fields.time("sent_at"),
        manifests=fields.octet_list("manifests", items=REQUEST_MANIFESTS_MOST, most=MANIFEST_BYTES_MOST),
        held=fields.octet_list("held", items=EXCHANGE_ITEMS_MOST, least=32, most=32),
        receipts_known=fields.whole("receipts_known"),
        roster_version=fields.text("roster_version", limit=100),
        journal=fields.octet_list("journal", items=JOURNAL_ENTRIES_MOST, most=JOURNAL_ENTRY_BYTES_MOST),
        policy_version=fields.whole("policy_version") if fields.has("policy_version") else 0,
        statuses_after=fields.octets("statuses_after", most=BOOKMARK_BYTES_MOST)
        if fields.has("statuses_after")
        else b"",
    )
