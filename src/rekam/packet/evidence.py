"""Who stands for a recording, and what the station knew of the time when it sealed it."""

from dataclasses import dataclass
from hashlib import sha256

from rekam.biometric import ExceptionReason, Eye, FingerPosition, Modality
from rekam.packet import cbor
from rekam.packet.fields import IDENTIFIER, PRINTABLE, Fields

SIGNATURE_BYTES = 64
_RECORDED = "rekam recording signature"
_APPROVED = "rekam exception approval"


@dataclass(frozen=True, slots=True)
class OwnSignature:
    """A person's signature with the key that only their password opens.

    Attributes:
        account: Who signed.
        key_id: Their key.
        signature: Ed25519, 64 bytes, over `recorded_statement`.
    """

    account: str
    key_id: str
    signature: bytes


@dataclass(frozen=True, slots=True)
class Approval:
    """A supervisor's word for one item left out, signed.

    Attributes:
        modality: Of the item.
        place: Finger or eye; ``None`` for face and signature.
        reason: Why it was left out.
        at: Unix seconds by the station's clock.
        signed: By the supervisor, over `approval_statement`.
    """

    modality: Modality
    place: FingerPosition | Eye | None
    reason: ExceptionReason
    at: int
    signed: OwnSignature


@dataclass(frozen=True, slots=True)
class SealClock:
    """What a station knew of the time at the sealing; its own clock may be wrong, these are not.

    Attributes:
        sequence: Number of the packet in the station's chain.
        boot: How often the station had been started by then.
        up_s: Seconds since that start by a clock that only goes forward.
        trusted_at: The last time that a signed word of the centre told, Unix seconds; 0 = never.
        earliest: No earlier than this it was, Unix seconds: the trusted time and what ran since.
    """

    sequence: int
    boot: int
    up_s: int
    trusted_at: int
    earliest: int


def recorded_statement(core: bytes) -> bytes:
    """What an operator signs.

    Args:
        core: The recording without signatures and clock, as `content.core_of` spells it.
    """
    return cbor.encode([_RECORDED, sha256(core).digest()])


def approval_statement(
    *,
    station: str,
    nik: str,
    modality: Modality,
    place: FingerPosition | Eye | None,
    reason: ExceptionReason,
    operator: str,
    supervisor: str,
    at: int,
) -> bytes:
    """What a supervisor signs for one item; it holds for this resident, item and reason only."""
    number = None if place is None else int(place)
    return cbor.encode(
        [_APPROVED, station, nik, modality.value, number, reason.value, operator, supervisor, at]
    )


def signature_map(signed: OwnSignature) -> dict[str, object]:
    """As content holds it."""
    return {"account": signed.account, "key_id": signed.key_id, "signature": signed.signature}


def read_signature(fields: Fields) -> OwnSignature:
    """Reads what `signature_map` wrote."""
    return OwnSignature(
        fields.text("account", shape=PRINTABLE),
        fields.text("key_id", shape=IDENTIFIER),
        fields.octets("signature", least=SIGNATURE_BYTES, most=SIGNATURE_BYTES),
    )


def clock_map(clock: SealClock) -> dict[str, object]:
    """As content holds it."""
    return {
        "sequence": clock.sequence,
        "boot": clock.boot,
        "up_s": clock.up_s,
        "trusted_at": clock.trusted_at,
        "earliest": clock.earliest,
    }


def read_clock(fields: Fields) -> SealClock:
    """Reads what `clock_map` wrote."""
    return SealClock(
        fields.whole("sequence", low=1),
        fields.whole("boot"),
        fields.whole("up_s"),
        fields.time("trusted_at"),
        fields.time("earliest"),
    )
