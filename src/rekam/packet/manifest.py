"""The small signed part of a packet: what exists, from where, in which order - nothing of the person."""

from dataclasses import dataclass
from hashlib import sha256

from rekam.packet import cbor, envelope
from rekam.packet.envelope import Message
from rekam.packet.fields import IDENTIFIER, KIND, PRINTABLE, REGION, Fields
from rekam.packet.key import Signer, VerifierOf
from rekam.packet.of_station import fields_of_station
from rekam.packet.parameters import (
    CHUNK_BYTES_LEAST,
    CHUNK_BYTES_MOST,
    CONTENT_BYTES_MOST,
    FORMAT,
    MANIFEST_BYTES_MOST,
    RECIPIENTS_MOST,
    WRAPPED_BYTES_MOST,
)
from rekam.problem import Problem

START = bytes(32)
"""``previous`` of a station's first manifest."""

BODY_SUITE = "A256GCM-STREAM"
"""AES-256-GCM in numbered chunks; the only body suite of format 1."""


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """The content key, wrapped to one recipient.

    Attributes:
        key_id: Recipient's key.
        suite: How it is wrapped.
        wrapped: Wrapped key with everything the recipient's private key needs.
    """

    key_id: str
    suite: str
    wrapped: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What is known of a packet before its key is wrapped; both the wrapping and every chunk are bound to it.

    Attributes:
        station: Id of the station.
        sequence: Number of the packet at its station, from 1 without gaps.
        previous: Hash of the station's previous signed manifest; ``START`` for the first.
        kind: What the content is, ``recording`` for instance.
        region: Dotted code of the place of recording.
        captured_at: Unix seconds of the station's clock at confirmation.
        sealed_at: Unix seconds of the station's clock at sealing.
        operator: Account that recorded.
        chunk_size: Plain bytes in each chunk but the last.
        suite: Body suite.
    """

    station: str
    sequence: int
    previous: bytes
    kind: str
    region: str
    captured_at: int
    sealed_at: int
    operator: str
    chunk_size: int
    suite: str = BODY_SUITE

    def fields(self) -> dict[str, object]:
        """The fields as they stand in the manifest."""
        return {name: getattr(self, name) for name in ORIGIN_FIELDS}

    def digest(self) -> bytes:
        """SHA-256 over the fields, 32 bytes: the context of keys and chunks."""
        return sha256(cbor.encode(["rekam packet origin", FORMAT, self.fields()])).digest()


ORIGIN_FIELDS = (
    "station", "sequence", "previous", "kind", "region", "captured_at", "sealed_at", "operator", "chunk_size", "suite",
)  # fmt: skip
_FIELDS = frozenset({*ORIGIN_FIELDS, "format", "packet_id", "body_size", "commitment", "recipients"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A manifest whose signature was checked.

    Attributes:
        origin: Station, number, chain, times.
        packet_id: SHA-256 of the sealed body.
        body_size: Bytes of the sealed body.
        commitment: Hash that fixes the content key, so that every recipient opens the same content.
        recipients: The content key for each recipient.
        key_id: Station key that signed.
        hash: SHA-256 of the signed manifest; the next manifest's ``previous``.
        signed: The signed manifest itself.
        unknown: Fields of a later minor revision, kept and not acted on.
    """

    origin: Origin
    packet_id: bytes
    body_size: int
    commitment: bytes
    recipients: tuple[WrappedKey, ...]
    key_id: str
    hash: bytes
    signed: bytes
    unknown: tuple[tuple[str, object], ...] = ()

    @property
    def station(self) -> str:
        """Id of the station."""
        return self.origin.station

    @property
    def sequence(self) -> int:
        """Number at the station, from 1."""
        return self.origin.sequence

    @property
    def previous(self) -> bytes:
        """Hash of the station's previous signed manifest."""
        return self.origin.previous

    @property
    def kind(self) -> str:
        """What the content is."""
        return self.origin.kind

    @property
    def region(self) -> str:
        """Dotted code of the place of recording."""
        return self.origin.region

    @property
    def captured_at(self) -> int:
        """Unix seconds."""
        return self.origin.captured_at

    @property
    def sealed_at(self) -> int:
        """Unix seconds."""
        return self.origin.sealed_at

    @property
    def operator(self) -> str:
        """Account that recorded."""
        return self.origin.operator


def manifest_hash(signed: bytes) -> bytes:
    """SHA-256 of a signed manifest, 32 bytes."""
    return sha256(signed).digest()


def claimed_sequence(signed: bytes) -> int:
    """The number that a manifest claims, signature unchecked: for a station that looks one of its own up.

    Raises:
        Problem: ``packet.message_too_large``, ``packet.envelope_unreadable``, ``packet.message_type``,
            ``packet.manifest_unreadable``.
    """
    taken = envelope.take_apart(signed, Message.MANIFEST, limit=MANIFEST_BYTES_MOST)
    return Fields.of(taken.payload, "packet.manifest_unreadable").whole("sequence", low=1)


def sign_manifest(
    origin: Origin,
    *,
    packet_id: bytes,
    body_size: int,
    commitment: bytes,
    recipients: tuple[WrappedKey, ...],
    signer: Signer,
) -> bytes:
    """The signed manifest.

    Raises:
        Problem: ``packet.manifest_unreadable`` if a field is outside its limits: nothing is signed that no
            reader would take; ``packet.message_too_large``.
    """
    payload = cbor.encode(
        {
            **origin.fields(),
            "format": FORMAT,
            "packet_id": packet_id,
            "body_size": body_size,
            "commitment": commitment,
            "recipients": [{"key_id": r.key_id, "suite": r.suite, "wrapped": r.wrapped} for r in recipients],
        }
    )
    signed = envelope.sign(payload, Message.MANIFEST, signer)
    taken = envelope.take_apart(signed, Message.MANIFEST, limit=MANIFEST_BYTES_MOST)
    _manifest(Fields.of(payload, _UNREADABLE), taken.key_id, signed)
    return signed


_UNREADABLE = "packet.manifest_unreadable"


def read_manifest(signed: bytes, verifier_of: VerifierOf) -> Manifest:
    """Reads and checks a signed manifest.

    Args:
        signed: Bytes from outside.
        verifier_of: Public key, or keys, of a station.

    Raises:
        Problem: ``packet.message_too_large``, ``packet.envelope_unreadable``, ``packet.message_type``,
            ``packet.format_unknown``, ``packet.manifest_unreadable``, ``packet.station_unknown``,
            ``packet.key_unknown``, ``packet.signature_bad``, ``packet.suite_unknown``.
    """
    taken = envelope.take_apart(signed, Message.MANIFEST, limit=MANIFEST_BYTES_MOST)
    return _manifest(fields_of_station(taken, verifier_of, _UNREADABLE), taken.key_id, signed)


def _manifest(fields: Fields, key_id: str, signed: bytes) -> Manifest:
    fields.format()
    origin = Origin(
        station=fields.text("station", shape=IDENTIFIER),
        sequence=fields.whole("sequence", low=1),
        previous=fields.hash("previous"),
        kind=fields.text("kind", shape=KIND),
        region=fields.text("region", shape=REGION),
        captured_at=fields.time("captured_at"),
        sealed_at=fields.time("sealed_at"),
        operator=fields.text("operator", shape=PRINTABLE),
        chunk_size=fields.whole("chunk_size", low=CHUNK_BYTES_LEAST, high=CHUNK_BYTES_MOST),
        suite=fields.text("suite", shape=PRINTABLE),
    )
    if origin.suite != BODY_SUITE:
        raise Problem("packet.suite_unknown", suite=origin.suite)
    recipients = tuple(
        WrappedKey(
            key_id=one.text("key_id", shape=IDENTIFIER),
            suite=one.text("suite", shape=PRINTABLE),
            wrapped=one.octets("wrapped", least=1, most=WRAPPED_BYTES_MOST),
        )
        for one in fields.inners("recipients", most=RECIPIENTS_MOST)
    )
    if not recipients or len({r.key_id for r in recipients}) != len(recipients):
        fields.refuse("recipients")
    return Manifest(
        origin=origin,
        packet_id=fields.hash("packet_id"),
        body_size=fields.whole("body_size", low=1, high=2 * CONTENT_BYTES_MOST),
        commitment=fields.hash("commitment"),
        recipients=recipients,
        key_id=key_id,
        hash=manifest_hash(signed),
        signed=signed,
        unknown=fields.unknown(_FIELDS),
    )
