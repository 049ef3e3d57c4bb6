"""Each class of tampering is refused by its own name. Forgers with and without the station's key."""

from collections.abc import Callable
from dataclasses import replace

import cbor2
import pytest
from packet_forger import (
    CENTRE,
    CHUNK,
    OTHER_STATION,
    REGISTERED,
    SEALED,
    STATION,
    STRANGER,
    a_receipt,
    built,
    chunks,
    first,
    flipped,
    parts,
    payload,
    recipients_of,
    recording,
    replaced,
    resealed,
    sealed_content,
    second,
    signed_for,
    signed_with_field,
    swapped_labels,
    take_in,
    unsorted_payload,
    with_field,
    with_headers,
    with_part,
)

from rekam.packet import (
    Link,
    Peaks,
    Receipt,
    check_receipt,
    issue_receipt,
    open_packet,
    read_manifest,
    read_receipt,
    sign_receipt,
)
from rekam.packet.envelope import Message, sign
from rekam.problem import Problem


def test_the_untouched_packets_are_taken_in() -> None:
    manifest, found = take_in(first().manifest, first().body)
    assert found == recording()
    assert len(first().body) == 3 * SEALED, "the table below needs three full chunks"
    _, again = take_in(second().manifest, second().body, Link(1, manifest.hash))
    assert again == recording()


# --- the table: name -> (manifest, body), problem ----------------------------------------------------------------

MANIFEST_ONLY: dict[str, tuple[Callable[[], bytes], str]] = {
    # without the station's key: the envelope
    "manifest empty": (lambda: b"", "packet.envelope_unreadable"),
    "manifest of noise": (lambda: bytes(range(200)), "packet.envelope_unreadable"),
    "byte after the end": (lambda: first().manifest + b"\x00", "packet.envelope_unreadable"),
    "manifest cut short": (lambda: first().manifest[:-1], "packet.envelope_unreadable"),
    "tag removed": (lambda: first().manifest[1:], "packet.envelope_unreadable"),
    "tag of COSE_Mac0": (lambda: b"\xd1" + first().manifest[1:], "packet.envelope_unreadable"),
    "tag in a long spelling": (lambda: b"\xd8\x12" + first().manifest[1:], "packet.envelope_unreadable"),
    "array of indefinite length": (
        lambda: b"\xd2\x9f" + first().manifest[2:] + b"\xff",
        "packet.envelope_unreadable",
    ),
    "unprotected header added": (lambda: with_part(1, {4: b"x"}), "packet.envelope_unreadable"),
    "unprotected headers as a list": (lambda: with_part(1, []), "packet.envelope_unreadable"),
    "payload detached": (lambda: with_part(2, None), "packet.envelope_unreadable"),
    "fifth part added": (lambda: built([*parts(first().manifest), b""]), "packet.envelope_unreadable"),
    "arrays nested without end": (lambda: b"\xd2" + b"\x81" * 5000, "packet.envelope_unreadable"),
    "length beyond memory": (lambda: b"\xd2\x9b" + b"\x7f" * 8, "packet.envelope_unreadable"),
    "manifest oversized": (lambda: with_part(3, bytes(7000)), "packet.message_too_large"),
    # without the key: the headers
    "algorithm ES256": (lambda: with_headers(lambda h: replaced(h, 1, -7)), "packet.envelope_unreadable"),
    "algorithm none": (lambda: with_headers(lambda h: replaced(h, 1, 0)), "packet.envelope_unreadable"),
    "critical header added": (
        lambda: with_headers(lambda h: replaced(h, 2, [99])),
        "packet.envelope_unreadable",
    ),
    "key id removed": (lambda: with_headers(lambda h: h.pop(4)), "packet.envelope_unreadable"),
    "key id a path": (
        lambda: with_headers(lambda h: replaced(h, 4, b"../../key")),
        "packet.envelope_unreadable",
    ),
    "key id of another station": (
        lambda: with_headers(lambda h: replaced(h, 4, OTHER_STATION.key_id.encode())),
        "packet.key_unknown",
    ),
    "content type of a receipt": (
        lambda: with_headers(lambda h: replaced(h, 3, Message.RECEIPT.value)),
        "packet.message_type",
    ),
    "a receipt in its place": (a_receipt, "packet.message_type"),
    # without the key: signature and payload
    "signature flipped": (lambda: flipped(first().manifest, -1), "packet.signature_bad"),
    "signature of another manifest": (
        lambda: with_part(3, parts(second().manifest)[3]),
        "packet.signature_bad",
    ),
    "signature empty": (lambda: with_part(3, b""), "packet.signature_bad"),
    "signature of zeros": (lambda: with_part(3, bytes(64)), "packet.signature_bad"),
    "sequence changed": (lambda: with_field("sequence", 7), "packet.signature_bad"),
    "packet id changed": (lambda: with_field("packet_id", bytes(32)), "packet.signature_bad"),
    "region changed": (lambda: with_field("region", "15.01"), "packet.signature_bad"),
    "recipient dropped": (
        lambda: with_field("recipients", recipients_of(first())[:1]),
        "packet.signature_bad",
    ),
    "field added": (lambda: with_field("later", 1), "packet.signature_bad"),
    "station renamed to a registered one": (lambda: with_field("station", "S-2"), "packet.key_unknown"),
    "station unknown": (lambda: with_field("station", "S-9"), "packet.station_unknown"),
    "station a path": (lambda: with_field("station", "../S-1"), "packet.manifest_unreadable"),
    "payload not sorted": (unsorted_payload, "packet.manifest_unreadable"),
    "payload not a map": (lambda: with_part(2, cbor2.dumps([1])), "packet.manifest_unreadable"),
    "payload not CBOR": (lambda: with_part(2, b"\xff\xff"), "packet.manifest_unreadable"),
    "signed by another station": (
        lambda: signed_with_field("sequence", 1, OTHER_STATION),
        "packet.key_unknown",
    ),
    # with the station's key: fields out of bounds
    "format 2": (lambda: signed_with_field("format", 2), "packet.format_unknown"),
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

WITH_BODY: dict[str, tuple[Callable[[], tuple[bytes, bytes]], str]] = {
    # without the station's key
    "body empty": (lambda: (first().manifest, b""), "packet.body_size"),
    "body cut by a byte": (lambda: (first().manifest, first().body[:-1]), "packet.body_size"),
    "body cut by a chunk": (lambda: (first().manifest, b"".join(chunks()[:-1])), "packet.body_size"),
    "body extended": (lambda: (first().manifest, first().body + b"\x00"), "packet.body_size"),
    "body byte flipped": (lambda: (first().manifest, flipped(first().body, 5000)), "packet.body_altered"),
    "chunks swapped": (
        lambda: (first().manifest, b"".join([chunks()[1], chunks()[0], *chunks()[2:]])),
        "packet.body_altered",
    ),
    "body of another packet": (lambda: (first().manifest, second().body), "packet.body_altered"),
    "a chunk of another packet": (
        lambda: (first().manifest, second().body[:SEALED] + first().body[SEALED:]),
        "packet.body_altered",
    ),
    # with the station's key: only the chunks themselves can tell
    "chunks swapped and signed": (
        lambda: signed_for(b"".join([chunks()[1], chunks()[0], *chunks()[2:]])),
        "packet.chunk_moved",
    ),
    "first chunk repeated and signed": (
        lambda: signed_for(b"".join([chunks()[0], chunks()[0], *chunks()[1:]])),
        "packet.chunk_moved",
    ),
    "middle chunk left out and signed": (
        lambda: signed_for(b"".join([chunks()[0], *chunks()[2:]])),
        "packet.chunk_moved",
    ),
    "last chunk cut and signed": (lambda: signed_for(b"".join(chunks()[:-1])), "packet.body_cut"),
    "chunk cut inside its tag and signed": (
        lambda: signed_for(b"".join(chunks()[:-1]) + bytes(7)),
        "packet.body_cut",
    ),
    "body extended by noise and signed": (
        lambda: signed_for(first().body + bytes(100)),
        "packet.body_extended",
    ),
    "body followed by another and signed": (
        lambda: signed_for(b"".join(chunks()) + b"".join(chunks())),
        "packet.body_extended",
    ),
    "body byte flipped and signed": (lambda: signed_for(flipped(first().body, 5000)), "packet.chunk_altered"),
    "a chunk of another packet and signed": (
        lambda: signed_for(second().body[:SEALED] + first().body[SEALED:]),
        "packet.chunk_altered",
    ),
    "another content for the recovery key": (
        lambda: resealed(keys=(b"a" * 32, b"b" * 32)),
        "packet.content_key_other",
    ),
    "content without padding": (lambda: resealed(plain=b"a" * CHUNK), "packet.padding_bad"),
    "padding not to a multiple": (lambda: resealed(plain=b"a\x80"), "packet.padding_bad"),
    "padding longer than a block": (lambda: resealed(plain=bytes(CHUNK)), "packet.padding_bad"),
    # what an honest seal cannot vouch for: the content
    "content of noise": (lambda: sealed_content(b"\xff" * 100), "packet.content_unreadable"),
    "content empty": (lambda: sealed_content(b""), "packet.content_unreadable"),
    "content of another kind": (
        lambda: sealed_content(cbor2.dumps({"kind": "journal", "format": 1}, canonical=True)),
        "packet.content_kind",
    ),
    "content of format 9": (
        lambda: sealed_content(cbor2.dumps({"kind": "recording", "format": 9}, canonical=True)),
        "packet.format_unknown",
    ),
}


@pytest.mark.parametrize("name", MANIFEST_ONLY)
def test_a_tampered_manifest_is_refused_by_name(name: str) -> None:
    forge, expected = MANIFEST_ONLY[name]
    manifest = forge()
    assert manifest != first().manifest
    with pytest.raises(Problem) as caught:
        take_in(manifest, first().body)
    assert caught.value.code == expected


@pytest.mark.parametrize("name", WITH_BODY)
def test_a_tampered_body_is_refused_by_name(name: str) -> None:
    forge, expected = WITH_BODY[name]
    manifest, body = forge()
    with pytest.raises(Problem) as caught:
        take_in(manifest, body)
    assert caught.value.code == expected


def test_there_are_at_least_a_hundred_classes_with_those_of_receipts() -> None:
    assert len(MANIFEST_ONLY) + len(WITH_BODY) + len(RECEIPTS) >= 100


def test_a_packet_not_sealed_to_the_opener_says_so() -> None:
    manifest = read_manifest(first().manifest, REGISTERED.get)
    with pytest.raises(Problem) as caught:
        open_packet(manifest, first().body, STRANGER)
    assert caught.value == Problem("packet.recipient_unknown", key=STRANGER.key_id)


# --- receipts ----------------------------------------------------------------------------------------------------


def with_log() -> Receipt:
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


def change(**fields: object) -> Callable[[], bytes]:
    """A receipt that the centre itself signed with other values."""
    return lambda: sign_receipt(replace(with_log(), **fields), CENTRE)


def forged_receipt(name: str, value: object) -> bytes:
    items = parts(a_receipt())
    items[2] = cbor2.dumps({**cbor2.loads(items[2]), name: value}, canonical=True)
    return built(items)


def resigned_receipt(name: str, value: object) -> bytes:
    fields = cbor2.loads(parts(a_receipt())[2])
    return sign(cbor2.dumps({**fields, name: value}, canonical=True), Message.RECEIPT, CENTRE)


RECEIPTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "packet id changed": (lambda: forged_receipt("packet_id", bytes(32)), "packet.signature_bad"),
    "copies changed": (lambda: forged_receipt("copies", 3), "packet.signature_bad"),
    "signed by the station": (
        lambda: sign_receipt(replace(with_log(), centre=STATION.key_id), STATION),
        "packet.key_unknown",
    ),
    "a manifest in its place": (lambda: first().manifest, "packet.message_type"),
    "receipt cut short": (lambda: a_receipt()[:-3], "packet.envelope_unreadable"),
    "receipt oversized": (lambda: bytes(5000), "packet.message_too_large"),
    "format 2": (lambda: resigned_receipt("format", 2), "packet.format_unknown"),
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


def test_the_untouched_receipt_lets_the_station_delete() -> None:
    check_receipt(with_log(), packet_id=first().packet_id, station="S-1", sequence=1)


def let_go(signed: bytes) -> None:
    """What a station does before it deletes."""
    receipt = read_receipt(signed, CENTRE.verifier)
    check_receipt(receipt, packet_id=first().packet_id, station="S-1", sequence=1)


@pytest.mark.parametrize("name", RECEIPTS)
def test_a_receipt_that_does_not_cover_the_packet_is_refused_by_name(name: str) -> None:
    forge, expected = RECEIPTS[name]
    with pytest.raises(Problem) as caught:
        let_go(forge())
    assert caught.value.code == expected
