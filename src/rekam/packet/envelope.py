"""COSE_Sign1 (RFC 9052 section 4.2) with EdDSA, in exactly one spelling.

Tagged; protected headers ``alg`` = EdDSA, ``content type``, ``kid`` and no others; unprotected headers
empty; payload inside. The content type is signed, so a receipt can never pass for a manifest.
"""

from dataclasses import dataclass
from enum import Enum

from rekam.packet import cbor
from rekam.packet.fields import IDENTIFIER
from rekam.packet.key import Signer, Verifiers
from rekam.problem import Problem

_TAG = b"\xd2"  # CBOR tag 18, COSE_Sign1
_ALG, _CONTENT_TYPE, _KID = 1, 3, 4
_EDDSA = -8


class Message(Enum):
    """What a signed envelope carries; the value is the content type in its protected header."""

    MANIFEST = "application/vnd.rekam.manifest+cbor"
    RECEIPT = "application/vnd.rekam.receipt+cbor"
    REQUEST = "application/vnd.rekam.request+cbor"
    ANSWER = "application/vnd.rekam.answer+cbor"
    POLICY = "application/vnd.rekam.policy+cbor"
    CARD = "application/cwt"
    BATCH = "application/vnd.rekam.batch+cbor"
    SIBLING_QUESTION = "application/vnd.rekam.sibling-question+cbor"
    SIBLING_WORD = "application/vnd.rekam.sibling-word+cbor"


@dataclass(frozen=True, slots=True)
class Envelope:
    """A signed message taken apart; nothing in it is true before :meth:`check`."""

    protected: bytes
    payload: bytes
    signature: bytes
    key_id: str

    def check(self, verifiers: Verifiers) -> None:
        """Checks the signature with the key that the envelope names.

        Raises:
            Problem: ``packet.key_unknown``, ``packet.signature_bad``.
        """
        for verifier in verifiers if isinstance(verifiers, tuple) else (verifiers,):
            if verifier.key_id == self.key_id:
                if not verifier.verify(_to_sign(self.protected, self.payload), self.signature):
                    raise Problem("packet.signature_bad", key=self.key_id)
                return
        raise Problem("packet.key_unknown", key=self.key_id)


def sign(payload: bytes, message: Message, signer: Signer) -> bytes:
    """The signed envelope around ``payload``."""
    headers = {_ALG: _EDDSA, _CONTENT_TYPE: message.value, _KID: signer.key_id.encode()}
    protected = cbor.encode(headers)
    signature = signer.sign(_to_sign(protected, payload))
    return _TAG + cbor.encode([protected, {}, payload, signature])


def take_apart(signed: bytes, message: Message, *, limit: int) -> Envelope:
    """Takes a signed message apart without believing it.

    Raises:
        Problem: ``packet.message_too_large``, ``packet.envelope_unreadable``, ``packet.message_type``.
    """
    if len(signed) > limit:
        raise Problem("packet.message_too_large", size=len(signed), limit=limit)
    try:
        parts = cbor.decode(signed[1:]) if signed[:1] == _TAG else None
        match parts:
            case [bytes(protected), {**unprotected}, bytes(payload), bytes(signature)] if not unprotected:
                headers = cbor.decode(protected)
            case _:
                raise Problem("packet.envelope_unreadable")
    except cbor.Unreadable as error:
        raise Problem("packet.envelope_unreadable") from error
    return Envelope(protected, payload, signature, _key_id(headers, message))


def _key_id(headers: object, message: Message) -> str:
    if not isinstance(headers, dict) or headers.keys() != {_ALG, _CONTENT_TYPE, _KID}:
        raise Problem("packet.envelope_unreadable")
    kid = headers[_KID]
    if headers[_ALG] != _EDDSA or not isinstance(kid, bytes) or not kid.isascii():
        raise Problem("packet.envelope_unreadable")
    if headers[_CONTENT_TYPE] != message.value:
        raise Problem("packet.message_type", expected=message.name.lower())
    if not IDENTIFIER.fullmatch(kid.decode("ascii")):
        raise Problem("packet.envelope_unreadable")
    return kid.decode("ascii")


def _to_sign(protected: bytes, payload: bytes) -> bytes:
    return cbor.encode(["Signature1", protected, b"", payload])
