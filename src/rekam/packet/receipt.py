"""The centre's signed word that it holds a packet; a station deletes nothing without it."""

from dataclasses import dataclass

from rekam.packet import cbor, envelope, merkle
from rekam.packet.envelope import Message
from rekam.packet.fields import IDENTIFIER, Fields
from rekam.packet.key import Signer, Verifiers
from rekam.packet.merkle import Peaks
from rekam.packet.parameters import FORMAT, PROOF_HASHES_MOST, RECEIPT_BYTES_MOST, RECEIPT_COPIES
from rekam.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a receipt says.

    Attributes:
        packet_id: The packet.
        station: Its station.
        sequence: Its number there.
        received_at: Unix seconds of the centre's clock when both copies were durable.
        copies: Durable copies held.
        test_read: Whether the centre opened the packet with its own key.
        log_index: Place in the centre's log, from 0.
        log_size: Leaves of the log that ``log_root`` covers.
        log_root: Root of the log.
        proof: Inclusion proof of the leaf.
        centre: Id of the centre's signing key.
    """

    packet_id: bytes
    station: str
    sequence: int
    received_at: int
    copies: int
    test_read: bool
    log_index: int
    log_size: int
    log_root: bytes
    proof: tuple[bytes, ...]
    centre: str

    @property
    def leaf(self) -> bytes:
        """Hash of the log's leaf for this packet."""
        return log_leaf(self.packet_id, self.station, self.sequence, self.received_at)


def log_leaf(packet_id: bytes, station: str, sequence: int, received_at: int) -> bytes:
    """Leaf hash of the centre's log for one received packet."""
    return merkle.leaf_hash(cbor.encode([packet_id, station, sequence, received_at]))


def sign_receipt(receipt: Receipt, signer: Signer) -> bytes:
    """The signed receipt (COSE_Sign1).

    Raises:
        ValueError: If the receipt names another key than the signer's (a mistake of the programmer).
    """
    if receipt.centre != signer.key_id:
        message = f"receipt of key {receipt.centre} signed by {signer.key_id}"
        raise ValueError(message)
    payload = {
        "format": FORMAT,
        "packet_id": receipt.packet_id,
        "station": receipt.station,
        "sequence": receipt.sequence,
        "received_at": receipt.received_at,
        "copies": receipt.copies,
        "test_read": receipt.test_read,
        "log_index": receipt.log_index,
        "log_size": receipt.log_size,
        "log_root": receipt.log_root,
        "proof": list(receipt.proof),
    }
    return envelope.sign(cbor.encode(payload), Message.RECEIPT, signer)


def issue_receipt(
    log: Peaks,
    *,
    packet_id: bytes,
    station: str,
    sequence: int,
    received_at: int,
    copies: int,
    test_read: bool,
    signer: Signer,
) -> tuple[bytes, Peaks]:
    """Appends a packet to the centre's log and signs its receipt.

    Args:
        log: The log as it stands.
        packet_id: The packet.
        station: Its station.
        sequence: Its number there.
        received_at: Unix seconds of the centre's clock.
        copies: Durable copies held.
        test_read: Whether the centre opened the packet.
        signer: The centre's signing key.

    Returns:
        The signed receipt, and the log with the packet in it; keep both in one transaction.
    """
    leaf = log_leaf(packet_id, station, sequence, received_at)
    grown = log.grow(leaf)
    receipt = Receipt(
        packet_id=packet_id,
        station=station,
        sequence=sequence,
        received_at=received_at,
        copies=copies,
        test_read=test_read,
        log_index=log.size,
        log_size=grown.size,
        log_root=grown.root,
        proof=log.proof_of_next(),
        centre=signer.key_id,
    )
    return sign_receipt(receipt, signer), grown


def read_receipt(signed: bytes, verifiers: Verifiers) -> Receipt:
    """Reads and checks a receipt's signature; :func:`check_receipt` says whether it allows deletion.

    Raises:
        Problem: ``packet.message_too_large``, ``packet.envelope_unreadable``, ``packet.message_type``,
            ``packet.key_unknown``, ``packet.signature_bad``, ``packet.format_unknown``,
            ``packet.receipt_unreadable``.
    """
    taken = envelope.take_apart(signed, Message.RECEIPT, limit=RECEIPT_BYTES_MOST)
    taken.check(verifiers)
    fields = Fields.of(taken.payload, "packet.receipt_unreadable")
    fields.format()
    return Receipt(
        packet_id=fields.hash("packet_id"),
        station=fields.text("station", shape=IDENTIFIER),
        sequence=fields.whole("sequence", low=1),
        received_at=fields.time("received_at"),
        copies=fields.whole("copies", high=100),
        test_read=fields.flag("test_read"),
        log_index=fields.whole("log_index"),
        log_size=fields.whole("log_size"),
        log_root=fields.hash("log_root"),
        proof=fields.octet_list("proof", items=PROOF_HASHES_MOST, least=32, most=32),
        centre=taken.key_id,
    )


def check_receipt(receipt: Receipt, *, packet_id: bytes, station: str, sequence: int) -> None:
    """Checks that ``receipt`` lets this station delete this packet.

    Raises:
        Problem: ``packet.receipt_other_station``, ``packet.receipt_other_packet``,
            ``packet.receipt_other_sequence``, ``packet.receipt_copies``, ``packet.receipt_not_read``,
            ``packet.receipt_not_in_log``.
    """
    if receipt.station != station:
        raise Problem("packet.receipt_other_station", station=receipt.station)
    if receipt.packet_id != packet_id:
        raise Problem("packet.receipt_other_packet")
    if receipt.sequence != sequence:
        raise Problem("packet.receipt_other_sequence", sequence=receipt.sequence, expected=sequence)
    if receipt.copies < RECEIPT_COPIES:
        raise Problem("packet.receipt_copies", copies=receipt.copies, expected=RECEIPT_COPIES)
    if not receipt.test_read:
        raise Problem("packet.receipt_not_read")
    proved = merkle.verify_inclusion(
        receipt.leaf, receipt.log_index, receipt.log_size, receipt.proof, receipt.log_root
    )
    if not proved:
        raise Problem("packet.receipt_not_in_log")


def covers(receipt: Receipt, *, packet_id: bytes, station: str, sequence: int) -> bool:
    """Whether :func:`check_receipt` finds nothing to object to."""
    try:
        check_receipt(receipt, packet_id=packet_id, station=station, sequence=sequence)
    except Problem:
        return False
    return True
