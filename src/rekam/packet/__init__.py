"""The packet: a recording sealed so that only the centre reads it and nobody alters it unseen."""

from rekam.packet.answer import Connection, ExchangeAnswer, PacketStatus, Refusal, read_answer, sign_answer
from rekam.packet.chain import ChainReport, Link, check_chain, check_next
from rekam.packet.content import RECORDING, Recording, content_kind, decode_recording, encode_recording
from rekam.packet.key import Opener, Recipient, Signer, Verifier, VerifierOf, Verifiers, key_id_of
from rekam.packet.manifest import START, Manifest, WrappedKey, manifest_hash, read_manifest
from rekam.packet.merkle import Peaks
from rekam.packet.opening import check_body, open_packet
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
    "ChainReport",
    "Connection",
    "ExchangeAnswer",
    "ExchangeRequest",
    "Link",
    "Manifest",
    "Opener",
    "PacketStatus",
    "Peaks",
    "Receipt",
    "Recipient",
    "Recording",
    "Refusal",
    "SealedPacket",
    "Signer",
    "Verifier",
    "VerifierOf",
    "Verifiers",
    "WrappedKey",
    "check_body",
    "check_chain",
    "check_next",
    "check_receipt",
    "content_kind",
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
    "read_receipt",
    "read_request",
    "seal",
    "sign_answer",
    "sign_receipt",
    "sign_request",
]
