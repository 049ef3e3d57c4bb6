"""Public halves of keys as a small text that people can send and compare."""

import base64
import binascii
import json

from rekam.edge.key.sealing import PUBLIC_BYTES, SEALING_SUITE, HybridRecipient
from rekam.edge.key.signing import SIGNING_SUITE, Ed25519Verifier
from rekam.problem import Problem

PublicKey = Ed25519Verifier | HybridRecipient


def export_public(key: PublicKey) -> bytes:
    """The public key as JSON: suite, key id, key in base64."""
    suite = SIGNING_SUITE if isinstance(key, Ed25519Verifier) else SEALING_SUITE
    text = json.dumps(
        {"suite": suite, "key_id": key.key_id, "public": base64.b64encode(key.public).decode()}, indent=1
    )
    return text.encode() + b"\n"


def import_public(data: bytes) -> PublicKey:
    """Reads what :func:`export_public` wrote; the key id must fit the key.

    Raises:
        Problem: ``packet.public_key_unreadable``.
    """
    try:
        values = json.loads(data)
        suite, key_id, text = values["suite"], values["key_id"], values["public"]
        public = base64.b64decode(text, validate=True)
        key = _key(suite, public)
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error) as error:
        raise Problem("packet.public_key_unreadable") from error
    if key.key_id != key_id:
        raise Problem("packet.public_key_unreadable")
    return key


def _key(suite: object, public: bytes) -> PublicKey:
    if suite == SIGNING_SUITE:
        return Ed25519Verifier(public)
    if suite == SEALING_SUITE and len(public) == PUBLIC_BYTES:
        return HybridRecipient(public)
    raise ValueError("unknown suite or length")
