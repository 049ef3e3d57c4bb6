"""Packets sealed by format 1 stay readable, also to a reader that knows only ``contracts/packet.cddl``.

The reader below uses none of ``rekam.packet``: COSE, origin digest, HPKE, chunks and padding are done from the
contract's text with cbor2 and cryptography.
"""

import json
import re
import struct
from hashlib import sha256
from pathlib import Path

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, Suite

from rekam.edge.key import Ed25519Signer, HybridOpener
from rekam.packet import (
    check_chain,
    check_receipt,
    decode_recording,
    encode_recording,
    open_packet,
    read_answer,
    read_manifest,
    read_receipt,
    read_request,
)

HERE = Path(__file__).parent
VECTORS = json.loads((HERE / "packet_v1.json").read_text())
CDDL = (HERE.parents[1] / "contracts" / "packet.cddl").read_text()
MANIFESTS = [bytes.fromhex(text) for text in VECTORS["manifests"]]
BODIES = [bytes.fromhex(text) for text in VECTORS["bodies"]]
RECEIPTS = [bytes.fromhex(text) for text in VECTORS["receipts"]]
CONTENT = bytes.fromhex(VECTORS["content"])
STATION = bytes.fromhex(VECTORS["station_seed"])
CENTRE = bytes.fromhex(VECTORS["centre_seed"])


def outside_payload(signed: bytes, seed: bytes, name: str) -> dict:
    """Checks a COSE_Sign1 by hand and gives its payload."""
    tagged = cbor2.loads(signed)
    assert tagged.tag == 18
    protected, unprotected, payload, signature = tagged.value
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key()
    public.verify(signature, cbor2.dumps(["Signature1", protected, b"", payload]))
    key_id = sha256(public.public_bytes_raw()).hexdigest()[:16].encode()
    assert cbor2.loads(protected) == {1: -8, 3: f"application/vnd.rekam.{name}+cbor", 4: key_id}
    assert unprotected == {}
    return cbor2.loads(payload)


def outside_open(manifest: dict, body: bytes, seed: bytes) -> bytes:
    """Opens a body by hand."""
    mlkem, x25519 = (
        MLKEM768PrivateKey.from_seed_bytes(seed[:64]),
        X25519PrivateKey.from_private_bytes(seed[64:]),
    )
    public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
    key_id = sha256(public).hexdigest()[:16]
    wrapped = next(one for one in manifest["recipients"] if one["key_id"] == key_id)
    names = [
        "station",
        "sequence",
        "previous",
        "kind",
        "region",
        "captured_at",
        "sealed_at",
        "operator",
        "chunk_size",
        "suite",
    ]
    origin = ["rekam packet origin", 1, {name: manifest[name] for name in names}]
    digest = sha256(cbor2.dumps(origin, canonical=True)).digest()
    info = sha256(
        b"rekam wrapped key\0" + digest + b"\0" + key_id.encode() + b"\0" + wrapped["suite"].encode()
    )
    suite = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    key = suite.decrypt(wrapped["wrapped"], MLKEM768X25519PrivateKey(mlkem, x25519), info=info.digest())
    assert sha256(b"rekam content key\0" + digest + key).digest() == manifest["commitment"]
    step = manifest["chunk_size"] + 16
    pieces = [body[at : at + step] for at in range(0, len(body), step)]
    plain = b"".join(
        AESGCM(key).decrypt(
            bytes(7) + struct.pack(">I", i) + bytes([i == len(pieces) - 1]),
            piece,
            digest + struct.pack(">I", i),
        )
        for i, piece in enumerate(pieces)
    )
    assert len(plain) % 4096 == 0
    return plain.rstrip(b"\0").removesuffix(b"\x80")


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("recipient", ["opener_seed", "recovery_seed"])
def test_a_reader_made_from_the_contract_opens_the_packet(number: int, recipient: str) -> None:
    manifest = outside_payload(MANIFESTS[number], STATION, "manifest")
    assert manifest["packet_id"] == sha256(BODIES[number]).digest()
    assert manifest["body_size"] == len(BODIES[number])
    assert manifest["previous"] == (bytes(32), sha256(MANIFESTS[0]).digest())[number]
    assert outside_open(manifest, BODIES[number], bytes.fromhex(VECTORS[recipient])) == CONTENT


def test_rekam_reads_the_packets_of_format_1() -> None:
    verifier = Ed25519Signer(STATION).verifier
    manifests = [read_manifest(signed, {"S-1": verifier}.get) for signed in MANIFESTS]
    assert check_chain(manifests).sound
    for manifest, body in zip(manifests, BODIES, strict=True):
        for seed in ("opener_seed", "recovery_seed"):
            content = open_packet(manifest, body, HybridOpener(bytes.fromhex(VECTORS[seed])))
            assert content == CONTENT
    assert decode_recording(CONTENT).biodata.name == "SITI"
    assert encode_recording(decode_recording(CONTENT)) == CONTENT


def test_rekam_reads_the_receipts_of_format_1() -> None:
    for number, signed in enumerate(RECEIPTS):
        receipt = read_receipt(signed, Ed25519Signer(CENTRE).verifier)
        packet_id = sha256(BODIES[number]).digest()
        check_receipt(receipt, packet_id=packet_id, station="S-1", sequence=number + 1)


def test_a_reader_made_from_the_contract_proves_the_receipt() -> None:
    receipt = outside_payload(RECEIPTS[1], CENTRE, "receipt")
    first = outside_payload(RECEIPTS[0], CENTRE, "receipt")

    def leaf(one: dict) -> bytes:
        named = [one[name] for name in ("packet_id", "station", "sequence", "received_at")]
        return sha256(b"\0" + cbor2.dumps(named)).digest()

    assert receipt["proof"] == [leaf(first)]
    assert receipt["log_root"] == sha256(b"\1" + leaf(first) + leaf(receipt)).digest()


def test_rekam_reads_the_exchange_of_format_1() -> None:
    request = read_request(bytes.fromhex(VECTORS["request"]), {"S-1": Ed25519Signer(STATION).verifier}.get)
    assert request.manifests == tuple(MANIFESTS)
    answer = read_answer(
        bytes.fromhex(VECTORS["answer"]), Ed25519Signer(CENTRE).verifier, station="S-1", nonce=bytes(16)
    )
    assert answer.receipts == (RECEIPTS[0],)
    assert answer.statuses[0].words_id == "Diterima."


def named_in_contract(rule: str) -> set[str]:
    """Keys of one map of the CDDL that every message has; ``?`` marks those that came later."""
    body = re.search(rf"^{rule} = \{{\n(.*?)^\}}", CDDL, re.MULTILINE | re.DOTALL)
    assert body, rule
    return set(re.findall(r'(?<!\? )"([a-z_]+)":', body[1]))


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("manifest", outside_payload(MANIFESTS[0], STATION, "manifest")),
        ("wrapped-key", outside_payload(MANIFESTS[0], STATION, "manifest")["recipients"][0]),
        ("receipt", outside_payload(RECEIPTS[0], CENTRE, "receipt")),
        ("request", outside_payload(bytes.fromhex(VECTORS["request"]), STATION, "request")),
        ("answer", outside_payload(bytes.fromhex(VECTORS["answer"]), CENTRE, "answer")),
        ("content", cbor2.loads(CONTENT)),
        ("biodata", cbor2.loads(CONTENT)["biodata"]),
        ("sample", cbor2.loads(CONTENT)["samples"][0]),
        ("missing", cbor2.loads(CONTENT)["missing"][0]),
    ],
)
def test_the_contract_names_exactly_the_fields_that_are_written(rule: str, found: dict) -> None:
    assert named_in_contract(rule) == set(found)
