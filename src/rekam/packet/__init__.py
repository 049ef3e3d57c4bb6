"""The packet: a recording sealed so that only the centre reads it and nobody alters it unseen."""

from rekam.packet.answer import Connection, ExchangeAnswer, PacketStatus, Refusal, read_answer, sign_answer
from rekam.packet.chain import ChainReport, Link, check_chain, check_next
from rekam.packet.content import (
    RECORDING,
    Recording,
    content_kind,
    core_of,
    decode_recording,
    encode_recording,
)
from rekam.packet.evidence import (
    Approval,
    OwnSignature,
    SealClock,
    approval_statement,
    recorded_statement,
)
from rekam.packet.key import Opener, Recipient, Signer, Verifier, VerifierOf, Verifiers, key_id_of
from rekam.packet.manifest import START, Manifest, WrappedKey, manifest_hash, read_manifest
from rekam.packet.merkle import Peaks
from rekam.packet.opening import check_body, open_packet
from rekam.packet.policy import Instruction, PolicyAccount, StationPolicy, read_policy, sign_policy
from rekam.packet.receipt import (
    Receipt,
    check_receipt,
    covers,
    issue_receipt,
    log_leaf,
    read_receipt,
    sign_receipt,
)
from rekam.packet.request import ExchangeRequest, read_request, sign_request
from rekam.packet.seal import SealedPacket, seal

__all__ = [
    "RECORDING",
    "START",
    "Approval",
    "ChainReport",
    "Connection",
    "ExchangeAnswer",
    "ExchangeRequest",
    "Instruction",
    "Link",
    "Manifest",
    "Opener",
    "OwnSignature",
    "PacketStatus",
    "Peaks",
    "PolicyAccount",
    "Receipt",
    "Recipient",
    "Recording",
    "Refusal",
    "SealClock",
    "SealedPacket",
    "Signer",
    "StationPolicy",
    "Verifier",
    "VerifierOf",
    "Verifiers",
    "WrappedKey",
    "approval_statement",
    "check_body",
    "check_chain",
    "check_next",
    "check_receipt",
    "content_kind",
    "core_of",
    "covers",
    "decode_recording",
    "encode_recording",
    "issue_receipt",
    "key_id_of",
    "log_leaf",
    "manifest_hash",
    "open_packet",
    "read_answer",
    "read_manifest",
    "read_policy",
    "read_receipt",
    "read_request",
    "recorded_statement",
    "seal",
    "sign_answer",
    "sign_policy",
    "sign_receipt",
    "sign_request",
]
