"""Content of format 2 and the policy stay readable, also to a reader that knows only ``contracts/packet.cddl``.

Format 1 is held by ``test_packet_vectors.py``: a reader of today reads both.
"""

import json
from hashlib import sha256
from pathlib import Path

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from test_packet_vectors import named_in_contract, outside_open, outside_payload

from rekam.edge.key import Ed25519Signer, HybridOpener
from rekam.packet import decode_recording, encode_recording, open_packet, read_manifest, read_policy

VECTORS = json.loads((Path(__file__).parent / "packet_v2.json").read_text())
CONTENT, MANIFEST, BODY, POLICY = (
    bytes.fromhex(VECTORS[name]) for name in ("content", "manifest", "body", "policy")
)
STATION, CENTRE = bytes.fromhex(VECTORS["station_seed"]), bytes.fromhex(VECTORS["centre_seed"])


def public(seed_name):
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(VECTORS[seed_name])).public_key()


def canonical(value):
    return cbor2.dumps(value, canonical=True)


def test_rekam_reads_the_packet_of_format_2():
    manifest = read_manifest(MANIFEST, {"S-1": Ed25519Signer(STATION).verifier}.get)
    for seed in ("opener_seed", "recovery_seed"):
        assert open_packet(manifest, BODY, HybridOpener(bytes.fromhex(VECTORS[seed]))) == CONTENT
    recording = decode_recording(CONTENT)
    assert (recording.clock.boot, recording.clock.up_s, recording.approvals[0].signed.account) == (
        7,
        3600,
        "budi",
    )
    assert encode_recording(recording) == CONTENT


def test_a_reader_made_from_the_contract_checks_who_signed():
    manifest = outside_payload(MANIFEST, STATION, "manifest")
    found = cbor2.loads(outside_open(manifest, BODY, bytes.fromhex(VECTORS["opener_seed"])))
    assert found["format"] == 2
    core = {
        key: value for key, value in found.items() if key not in {"format", "signed", "approvals", "clock"}
    }
    statement = canonical(["rekam recording signature", sha256(canonical(core)).digest()])
    public("operator_seed").verify(found["signed"]["signature"], statement)
    (approval,) = found["approvals"]
    word = canonical(
        [
            "rekam exception approval", found["station"], found["biodata"]["nik"], approval["modality"],
            approval["place"], approval["reason"], found["operator"], "budi", approval["at"],
        ]
    )  # fmt: skip
    public("supervisor_seed").verify(approval["signed"]["signature"], word)


def test_rekam_reads_the_policy():
    policy = read_policy(POLICY, Ed25519Signer(CENTRE).verifier, station="S-1")
    assert (policy.version, policy.accounts[0].name, policy.offline_days) == (3, "rina", 180)


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("content-2", cbor2.loads(CONTENT)),
        ("own-signature", cbor2.loads(CONTENT)["signed"]),
        ("approval", cbor2.loads(CONTENT)["approvals"][0]),
        ("seal-clock", cbor2.loads(CONTENT)["clock"]),
        ("policy", outside_payload(POLICY, CENTRE, "policy")),
        ("policy-account", outside_payload(POLICY, CENTRE, "policy")["accounts"][0]),
        ("instruction", outside_payload(POLICY, CENTRE, "policy")["instructions"][0]),
    ],
)
def test_the_contract_names_exactly_the_fields_that_are_written(rule, found):
    assert named_in_contract(rule) == set(found)
