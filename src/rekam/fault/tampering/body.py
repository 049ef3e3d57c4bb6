"""Bodies whose chunks, content or padding are not what was sealed."""

import cbor2

from rekam.fault.tampering.classes import Classes
from rekam.fault.tampering.forger import (
    CHUNK,
    SEALED,
    chunks,
    first,
    flipped,
    resealed,
    sealed_content,
    second,
    signed_for,
)
from rekam.packet.parameters import PADDING_BYTES

CLASSES: Classes[tuple[bytes, bytes]] = {
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
    "padding to a single byte": (lambda: resealed(b"a" * CHUNK, padding=1), "packet.padding_bad"),
    "padding mark alone": (lambda: resealed(b"a", padding=1), "packet.padding_bad"),
    "padding of two blocks": (lambda: resealed(b"a", padding=2 * PADDING_BYTES), "packet.padding_bad"),
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
