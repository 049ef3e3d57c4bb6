"""A sealed packet: what it hides, what it shows, and that others read its signature too."""

import os
from hashlib import sha256

import cbor2
import pytest
from cwt import COSE, COSEKey

from rekam.edge.key import Ed25519Signer, HybridOpener
from rekam.packet import START, check_body, manifest_hash, open_packet, read_manifest, seal
from rekam.packet.envelope import Message, sign
from rekam.problem import Problem

STATION = Ed25519Signer(b"1" * 32)
OPENER = HybridOpener(b"4" * 96)
RECOVERY = HybridOpener(b"5" * 96)


def sealed(content: bytes, **changes):
    fields = {
        "station": "15.02.01-A",
        "sequence": 1,
        "previous": START,
        "kind": "recording",
        "region": "15.02.01.2001",
        "captured_at": 1_780_000_000,
        "sealed_at": 1_780_000_060,
        "operator": "budi",
        "recipients": [OPENER.recipient, RECOVERY.recipient],
        "signer": STATION,
        "random": os.urandom,
    }
    return seal(content, **{**fields, **changes})


def read(packet):
    return read_manifest(packet.manifest, {"15.02.01-A": STATION.verifier}.get)


def test_both_recipients_read_the_content() -> None:
    content = os.urandom(200_000)
    packet = sealed(content)
    manifest = read(packet)
    assert open_packet(manifest, packet.body, OPENER) == content
    assert open_packet(manifest, packet.body, RECOVERY) == content
    assert packet.packet_id == manifest.packet_id == sha256(packet.body).digest()
    assert (manifest.station, manifest.sequence, manifest.previous) == ("15.02.01-A", 1, START)
    assert manifest.hash == manifest_hash(packet.manifest) == sha256(packet.manifest).digest()
    assert manifest.key_id == STATION.key_id


def test_a_manifest_with_two_recipients_stays_under_four_kib() -> None:
    packet = sealed(b"x", station="A" * 64, operator="o" * 64, sequence=2**53)
    assert len(packet.manifest) <= 4096


def test_nothing_of_the_content_is_readable_outside() -> None:
    content = b"SITI AMINAH 1502014101900001 " * 1000
    packet = sealed(content)
    for window in (b"SITI", b"AMINAH", b"15020141"):
        assert window not in packet.body
        assert window not in packet.manifest


def test_contents_of_one_padding_block_have_one_size() -> None:
    sizes = {len(sealed(bytes(size)).body) for size in (0, 1, 100, 4095)}
    assert sizes == {4096 + 16}
    assert len(sealed(bytes(4096)).body) == 8192 + 16


def test_the_same_content_never_gives_the_same_packet() -> None:
    assert sealed(b"x").packet_id != sealed(b"x").packet_id


def cose_key(**secret: bytes):
    """The station's key for ``cwt``, an independent implementation of COSE."""
    public = {1: 1, 3: -8, -1: 6, -2: STATION.verifier.public, 2: STATION.key_id.encode()}
    return COSEKey.new({**public, **({-4: secret["d"]} if secret else {})})


def test_cwt_reads_the_manifest_s_signature() -> None:
    packet = sealed(b"x")
    payload = COSE.new().decode(packet.manifest, cose_key())
    assert cbor2.loads(payload)["packet_id"] == packet.packet_id


def test_cwt_writes_the_same_envelope() -> None:
    # Ed25519 is deterministic, so two implementations of COSE_Sign1 must agree on every byte.
    payload = cbor2.dumps({"a": 1}, canonical=True)
    headers = {1: -8, 3: Message.MANIFEST.value, 4: STATION.key_id.encode()}
    theirs = COSE.new(deterministic_header=True).encode_and_sign(
        payload, cose_key(d=b"1" * 32), protected=headers, unprotected={}
    )
    assert sign(payload, Message.MANIFEST, STATION) == theirs


def test_a_later_field_is_kept_and_ignored() -> None:
    packet = sealed(b"content")
    payload = cbor2.loads(cbor2.loads(packet.manifest).value[2])
    later = sign(cbor2.dumps({**payload, "zz_later": [1, "x"]}, canonical=True), Message.MANIFEST, STATION)
    manifest = read_manifest(later, {"15.02.01-A": STATION.verifier}.get)
    assert manifest.unknown == (("zz_later", [1, "x"]),)
    assert manifest.signed == later
    assert open_packet(manifest, packet.body, OPENER) == b"content"


def test_a_station_may_have_two_keys_while_one_is_changed() -> None:
    new = Ed25519Signer(b"9" * 32)
    keys = (STATION.verifier, new.verifier)
    for signer in (STATION, new):
        packet = sealed(b"x", signer=signer)
        assert read_manifest(packet.manifest, lambda _: keys).key_id == signer.key_id


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("station", "a/b"),
        ("region", "15.2"),
        ("kind", "Recording"),
        ("sequence", 0),
        ("operator", ""),
        ("recipients", []),
    ],
)
def test_what_no_reader_would_take_is_not_signed(field: str, value: object) -> None:
    with pytest.raises(Problem) as caught:
        sealed(b"x", **{field: value})
    assert caught.value == Problem("packet.manifest_unreadable", field=field)


def test_content_beyond_the_limit_is_not_sealed() -> None:
    with pytest.raises(Problem) as caught:
        sealed(bytes(16 * 1024 * 1024 + 1))
    assert caught.value.code == "packet.content_too_large"


def test_a_hash_computed_on_the_way_in_is_believed_and_a_wrong_one_is_not() -> None:
    packet = sealed(b"x")
    manifest = read(packet)
    check_body(manifest, packet.body, body_hash=packet.packet_id)
    with pytest.raises(Problem) as caught:
        check_body(manifest, packet.body, body_hash=bytes(32))
    assert caught.value.code == "packet.body_altered"
