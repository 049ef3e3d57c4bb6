"""Manifests that are no longer what the station signed, or that it should not have signed."""

import cbor2

from rekam.fault.tampering.classes import Classes
from rekam.fault.tampering.forger import (
    OTHER_STATION,
    a_receipt,
    first,
    parts,
    payload,
    recipients_of,
    replaced,
    second,
    signed_with_field,
    swapped_labels,
    with_field,
    with_headers,
    with_part,
)
from rekam.packet.envelope import Message, sign

CLASSES: Classes[bytes] = {
    # without the station's key: headers, signature, payload
    "key id of another station": (
        lambda: with_headers(lambda h: replaced(h, 4, OTHER_STATION.key_id.encode())),
        "packet.key_unknown",
    ),
    "a receipt in its place": (a_receipt, "packet.message_type"),
    "signature of another manifest": (
        lambda: with_part(3, parts(second().manifest)[3]),
        "packet.signature_bad",
    ),
    "sequence changed": (lambda: with_field("sequence", 7), "packet.signature_bad"),
    "packet id changed": (lambda: with_field("packet_id", bytes(32)), "packet.signature_bad"),
    "region changed": (lambda: with_field("region", "15.01"), "packet.signature_bad"),
    "recipient dropped": (
        lambda: with_field("recipients", recipients_of(first())[:1]),
        "packet.signature_bad",
    ),
    "station renamed to a registered one": (lambda: with_field("station", "S-2"), "packet.key_unknown"),
    "station unknown": (lambda: with_field("station", "S-9"), "packet.station_unknown"),
    "station a path": (lambda: with_field("station", "../S-1"), "packet.manifest_unreadable"),
    "signed by another station": (
        lambda: signed_with_field("sequence", 1, OTHER_STATION),
        "packet.key_unknown",
    ),
    # with the station's key: fields out of bounds
    "format 9": (lambda: signed_with_field("format", 9), "packet.format_unknown"),
    "format missing": (lambda: signed_with_field("format", None), "packet.manifest_unreadable"),
    "suite of another kind": (lambda: signed_with_field("suite", "NULL"), "packet.suite_unknown"),
    "sequence 0": (lambda: signed_with_field("sequence", 0), "packet.manifest_unreadable"),
    "sequence true": (lambda: signed_with_field("sequence", True), "packet.manifest_unreadable"),
    "sequence a float": (lambda: signed_with_field("sequence", 1.0), "packet.manifest_unreadable"),
    "sequence beyond 2^53": (lambda: signed_with_field("sequence", 2**60), "packet.manifest_unreadable"),
    "previous of 31 bytes": (lambda: signed_with_field("previous", bytes(31)), "packet.manifest_unreadable"),
    "kind with a line break": (lambda: signed_with_field("kind", "a\nb"), "packet.manifest_unreadable"),
    "region not a code": (lambda: signed_with_field("region", "Jambi"), "packet.manifest_unreadable"),
    "time negative": (lambda: signed_with_field("captured_at", -1), "packet.manifest_unreadable"),
    "time after the year 9999": (lambda: signed_with_field("sealed_at", 2**40), "packet.manifest_unreadable"),
    "operator with control characters": (
        lambda: signed_with_field("operator", "a\x00b"),
        "packet.manifest_unreadable",
    ),
    "chunk size 1": (lambda: signed_with_field("chunk_size", 1), "packet.manifest_unreadable"),
    "chunk size of a gigabyte": (
        lambda: signed_with_field("chunk_size", 2**30),
        "packet.manifest_unreadable",
    ),
    "body size 0": (lambda: signed_with_field("body_size", 0), "packet.manifest_unreadable"),
    "body size of a terabyte": (lambda: signed_with_field("body_size", 2**40), "packet.manifest_unreadable"),
    "packet id as text": (lambda: signed_with_field("packet_id", "00"), "packet.manifest_unreadable"),
    "commitment missing": (lambda: signed_with_field("commitment", None), "packet.manifest_unreadable"),
    "no recipients": (lambda: signed_with_field("recipients", []), "packet.manifest_unreadable"),
    "five recipients": (
        lambda: signed_with_field(
            "recipients", [{"key_id": f"k{i}", "suite": "s", "wrapped": b"w"} for i in range(5)]
        ),
        "packet.manifest_unreadable",
    ),
    "one recipient twice": (
        lambda: signed_with_field("recipients", recipients_of(first())[:1] * 2),
        "packet.manifest_unreadable",
    ),
    "recipient without a key": (
        lambda: signed_with_field("recipients", [{"key_id": "k", "suite": "s", "wrapped": b""}]),
        "packet.manifest_unreadable",
    ),
    # with the station's key: what the wrapping is bound to
    "previous changed and signed": (lambda: signed_with_field("previous", b"p" * 32), "packet.chain_break"),
    "kind changed and signed": (lambda: signed_with_field("kind", "journal"), "packet.unwrap_failed"),
    "region changed and signed": (lambda: signed_with_field("region", "15.01"), "packet.unwrap_failed"),
    "capture time changed and signed": (lambda: signed_with_field("captured_at", 99), "packet.unwrap_failed"),
    "sealing time changed and signed": (lambda: signed_with_field("sealed_at", 99), "packet.unwrap_failed"),
    "operator changed and signed": (lambda: signed_with_field("operator", "ani"), "packet.unwrap_failed"),
    "chunk size changed and signed": (lambda: signed_with_field("chunk_size", 8192), "packet.unwrap_failed"),
    "wrapped keys of another packet": (
        lambda: signed_with_field("recipients", recipients_of(second())),
        "packet.unwrap_failed",
    ),
    "recipients' names swapped": (
        lambda: signed_with_field("recipients", swapped_labels()),
        "packet.unwrap_failed",
    ),
    "wrapped key cut short": (
        lambda: signed_with_field(
            "recipients", [{**one, "wrapped": one["wrapped"][:-1]} for one in recipients_of(first())]
        ),
        "packet.unwrap_failed",
    ),
    "wrapping suite renamed": (
        lambda: signed_with_field("recipients", [{**one, "suite": "RSA"} for one in recipients_of(first())]),
        "packet.unwrap_failed",
    ),
    "centre not among the recipients": (
        lambda: signed_with_field("recipients", recipients_of(first())[1:]),
        "packet.recipient_unknown",
    ),
    "commitment changed and signed": (
        lambda: signed_with_field("commitment", bytes(32)),
        "packet.content_key_other",
    ),
    # the chain
    "a number left out": (lambda: signed_with_field("sequence", 3), "packet.chain_gap"),
    "station another, signed by it": (
        lambda: sign(
            cbor2.dumps({**payload(), "station": "S-2"}, canonical=True), Message.MANIFEST, OTHER_STATION
        ),
        "packet.unwrap_failed",
    ),
}
