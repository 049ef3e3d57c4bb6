"""What can be done to any signed message without its key: the same for manifest, receipt, request, answer, batch."""

from collections.abc import Callable
from dataclasses import dataclass

import cbor2

from rekam.fault.tampering.classes import Classes
from rekam.fault.tampering.forger import STRANGER_SIGNER, built, flipped, parts, payload_of
from rekam.packet.envelope import Message, sign

_BROKEN = "packet.envelope_unreadable"


@dataclass(frozen=True, slots=True)
class Signed:
    """One kind of message.

    Attributes:
        honest: An untouched one.
        message: Its kind.
        limit: Longest that is read, bytes.
        unreadable: Problem of a payload that cannot be read.
        known_first: Whether the payload is read before the signature, to learn whose key it should be.
    """

    honest: Callable[[], bytes]
    message: Message
    limit: int
    unreadable: str
    known_first: bool


def envelope_classes(signed: Signed) -> Classes[bytes]:
    """The classes for one kind of message."""
    honest = signed.honest

    def part(place: int, value: object) -> bytes:
        items = parts(honest())
        items[place] = value
        return built(items)

    def header(key: int, value: object) -> bytes:
        headers = cbor2.loads(parts(honest())[0])
        headers[key] = value
        return part(0, cbor2.dumps({k: v for k, v in headers.items() if v is not None}, canonical=True))

    other = Message.RECEIPT if signed.message is not Message.RECEIPT else Message.MANIFEST
    body = signed.unreadable if signed.known_first else "packet.signature_bad"
    return {
        "empty": (lambda: b"", _BROKEN),
        "noise": (lambda: bytes(range(200)), _BROKEN),
        "byte after the end": (lambda: honest() + b"\x00", _BROKEN),
        "byte before the beginning": (lambda: b"\x00" + honest(), _BROKEN),
        "cut by a byte": (lambda: honest()[:-1], _BROKEN),
        "cut in half": (lambda: honest()[: len(honest()) // 2], _BROKEN),
        "said twice": (lambda: honest() + honest(), _BROKEN),
        "tag removed": (lambda: honest()[1:], _BROKEN),
        "tag of COSE_Mac0": (lambda: b"\xd1" + honest()[1:], _BROKEN),
        "tag in a long spelling": (lambda: b"\xd8\x12" + honest()[1:], _BROKEN),
        "array of indefinite length": (lambda: b"\xd2\x9f" + honest()[2:] + b"\xff", _BROKEN),
        "unprotected header added": (lambda: part(1, {4: b"x"}), _BROKEN),
        "unprotected headers as a list": (lambda: part(1, []), _BROKEN),
        "payload detached": (lambda: part(2, None), _BROKEN),
        "payload as text": (lambda: part(2, "payload"), _BROKEN),
        "fifth part added": (lambda: built([*parts(honest()), b""]), _BROKEN),
        "fourth part left out": (lambda: built(parts(honest())[:3]), _BROKEN),
        "arrays nested without end": (lambda: b"\xd2" + b"\x81" * 5000, _BROKEN if signed.limit > 5001 else
                                      "packet.message_too_large"),
        "length beyond memory": (lambda: b"\xd2\x9b" + b"\x7f" * 8, _BROKEN),
        "oversized": (lambda: bytes(signed.limit + 1), "packet.message_too_large"),
        "algorithm ES256": (lambda: header(1, -7), _BROKEN),
        "algorithm none": (lambda: header(1, 0), _BROKEN),
        "critical header added": (lambda: header(2, [99]), _BROKEN),
        "key id removed": (lambda: header(4, None), _BROKEN),
        "key id a path": (lambda: header(4, b"../../key"), _BROKEN),
        "key id of a stranger": (lambda: header(4, STRANGER_SIGNER.key_id.encode()), "packet.key_unknown"),
        "content type of another message": (lambda: header(3, other.value), "packet.message_type"),
        "content type of nothing known": (lambda: header(3, "text/html"), "packet.message_type"),
        "signature flipped": (lambda: flipped(honest(), -1), "packet.signature_bad"),
        "signature empty": (lambda: part(3, b""), "packet.signature_bad"),
        "signature of zeros": (lambda: part(3, bytes(64)), "packet.signature_bad"),
        "signature with a byte more": (lambda: part(3, parts(honest())[3] + b"\x00"), "packet.signature_bad"),
        "signed by a stranger": (
            lambda: sign(parts(honest())[2], signed.message, STRANGER_SIGNER), "packet.key_unknown"
        ),
        "field added": (
            lambda: part(2, cbor2.dumps({**payload_of(honest()), "later": 1}, canonical=True)),
            "packet.signature_bad",
        ),
        "payload not sorted": (lambda: part(2, cbor2.dumps(dict(reversed(payload_of(honest()).items())))), body),
        "payload not a map": (lambda: part(2, cbor2.dumps([1])), body),
        "payload not CBOR": (lambda: part(2, b"\xff\xff"), body),
        "payload empty": (lambda: part(2, b""), body),
    }  # fmt: skip
