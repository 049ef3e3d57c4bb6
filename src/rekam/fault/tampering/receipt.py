"""Receipts that do not cover the packet that a station would delete."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import cbor2

from rekam.fault.tampering.classes import Classes
from rekam.fault.tampering.forger import CENTRE, STATION, a_receipt, built, first, parts
from rekam.packet import Peaks, Receipt, issue_receipt, read_receipt, sign_receipt
from rekam.packet.envelope import Message, sign


def with_log() -> Receipt:
    """An honest receipt out of a log that has grown."""
    log = Peaks()
    for number in range(5):
        _, log = issue_receipt(
            log,
            packet_id=bytes([number]) * 32,
            station="S-2",
            sequence=number + 1,
            received_at=1,
            copies=2,
            test_read=True,
            signer=CENTRE,
        )
    signed, _ = issue_receipt(
        log,
        packet_id=first().packet_id,
        station="S-1",
        sequence=1,
        received_at=1,
        copies=2,
        test_read=True,
        signer=CENTRE,
    )
    return read_receipt(signed, CENTRE.verifier)


def change(**fields: Any) -> Callable[[], bytes]:
    """A receipt that the centre itself signed with other values."""
    return lambda: sign_receipt(replace(with_log(), **fields), CENTRE)


def forged_receipt(name: str, value: object) -> bytes:
    """Another field under the old signature."""
    items = parts(a_receipt())
    items[2] = cbor2.dumps({**cbor2.loads(items[2]), name: value}, canonical=True)
    return built(items)


def resigned_receipt(name: str, value: object) -> bytes:
    """Another field, signed again by the centre."""
    fields = cbor2.loads(parts(a_receipt())[2])
    return sign(cbor2.dumps({**fields, name: value}, canonical=True), Message.RECEIPT, CENTRE)


CLASSES: Classes[bytes] = {
    "packet id changed": (lambda: forged_receipt("packet_id", bytes(32)), "packet.signature_bad"),
    "copies changed": (lambda: forged_receipt("copies", 3), "packet.signature_bad"),
    "signed by the station": (
        lambda: sign_receipt(replace(with_log(), centre=STATION.key_id), STATION),
        "packet.key_unknown",
    ),
    "a manifest in its place": (lambda: first().manifest, "packet.message_type"),
    "format 9": (lambda: resigned_receipt("format", 9), "packet.format_unknown"),
    "test read as a number": (lambda: resigned_receipt("test_read", 1), "packet.receipt_unreadable"),
    "proof of short hashes": (lambda: resigned_receipt("proof", [b"x"]), "packet.receipt_unreadable"),
    "proof of 65 hashes": (lambda: resigned_receipt("proof", [bytes(32)] * 65), "packet.receipt_unreadable"),
    "for another packet": (change(packet_id=bytes(32)), "packet.receipt_other_packet"),
    "for another station": (change(station="S-2"), "packet.receipt_other_station"),
    "for another number": (change(sequence=2), "packet.receipt_other_sequence"),
    "one copy only": (change(copies=1), "packet.receipt_copies"),
    "never opened": (change(test_read=False), "packet.receipt_not_read"),
    "other time than the log's": (change(received_at=2), "packet.receipt_not_in_log"),
    "other place in the log": (change(log_index=4), "packet.receipt_not_in_log"),
    "beyond the log": (change(log_index=6), "packet.receipt_not_in_log"),
    "other size of the log": (change(log_size=9), "packet.receipt_not_in_log"),
    "other root": (change(log_root=bytes(32)), "packet.receipt_not_in_log"),
    "proof left out": (change(proof=()), "packet.receipt_not_in_log"),
    "proof longer than needed": (
        lambda: sign_receipt(replace(with_log(), proof=(*with_log().proof, bytes(32))), CENTRE),
        "packet.receipt_not_in_log",
    ),
}
