"""The signed code on the card's back: identity claim 169 in a CWT, readable and verifiable without a network.

COSE_Sign1 over a CBOR Web Token (RFC 8392) whose claim 169 is the identity-data map registered with IANA by
MOSIP; zlib, then Base45, then QR alphanumeric mode. Any reader of that specification can check the card.
"""

import zlib
from dataclasses import dataclass
from datetime import UTC, date, datetime

from rekam.card import base45
from rekam.card.card import Card
from rekam.packet import cbor, envelope
from rekam.packet.key import Signer, Verifiers
from rekam.problem import Problem

ISSUER = "rekam"
LARGEST = 4096
"""Bytes of an unpacked code; a card's is under 400."""

_ISS, _IAT, _CTI, _IDENTITY = 1, 6, 7, 169
_ID, _VERSION, _LANGUAGE, _NAME, _BIRTH, _SEX, _ADDRESS, _NATIONALITY, _PLACE, _COUNTRY = (
    1, 2, 3, 4, 8, 9, 10, 13, 21, 23,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Credential:
    """What a reader learns from a valid code."""

    nik: str
    name: str
    birth_date: date
    sex: str
    address: str
    village: str
    card_number: str
    issued_at: datetime


def write_code(card: Card, signer: Signer) -> str:
    """Text of the QR code of a card."""
    b = card.biodata
    address = (
        f"{b.address}, RT {b.rt}/RW {b.rw}, {card.village}, {card.district}, {card.regency}, {card.province}"
    )
    issued = datetime(card.issued_on.year, card.issued_on.month, card.issued_on.day, tzinfo=UTC)
    claims = {
        _ISS: ISSUER,
        _IAT: int(issued.timestamp()),
        _CTI: card.number.encode(),
        _IDENTITY: {
            _ID: b.nik,
            _VERSION: "1.0.0",
            _LANGUAGE: "id",
            _NAME: b.name,
            _BIRTH: b.birth_date.isoformat(),
            _SEX: 1 if b.sex == "L" else 2,
            _ADDRESS: address,
            _NATIONALITY: "ID" if b.nationality == "WNI" else "XX",
            _PLACE: b.village,
            _COUNTRY: "IDN",
        },
    }
    signed = envelope.sign(cbor.encode(claims), envelope.Message.CARD, signer)
    return base45.encode(zlib.compress(signed, 9))


def read_code(text: str, issuers: Verifiers) -> Credential:
    """Check a scanned code.

    Args:
        text: What the scanner read.
        issuers: Public keys of card issuers; the code names its key.

    Raises:
        Problem: ``card.code_unreadable``, ``card.issuer_unknown``, ``card.code_forged``.
    """
    unpacker = zlib.decompressobj()
    try:
        signed = unpacker.decompress(base45.decode(text), LARGEST)
    except zlib.error as error:
        raise Problem("card.code_unreadable") from error
    if not unpacker.eof:
        raise Problem("card.code_unreadable")
    try:
        sealed = envelope.take_apart(signed, envelope.Message.CARD, limit=LARGEST)
    except Problem as problem:
        raise Problem("card.code_unreadable") from problem
    try:
        sealed.check(issuers)
    except Problem as problem:
        if problem.code == "packet.key_unknown":
            raise Problem("card.issuer_unknown", key=sealed.key_id) from problem
        raise Problem("card.code_forged") from problem
    return _credential(sealed.payload)


def _credential(payload: bytes) -> Credential:
    match cbor.decode(payload):
        case {6: int(issued), 7: bytes(number), 169: dict(claim)}:
            return Credential(
                nik=str(claim[_ID]),
                name=str(claim[_NAME]),
                birth_date=date.fromisoformat(str(claim[_BIRTH])),
                sex="L" if claim[_SEX] == 1 else "P",
                address=str(claim[_ADDRESS]),
                village=str(claim[_PLACE]),
                card_number=number.decode(),
                issued_at=datetime.fromtimestamp(issued, UTC),
            )
    raise Problem("card.code_unreadable")
