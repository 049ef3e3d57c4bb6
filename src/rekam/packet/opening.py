"""Opens sealed packets; only who holds a recipient's private key can."""

from hashlib import sha256
from hmac import compare_digest

from rekam.packet.chunk import commitment, open_body
from rekam.packet.key import Opener
from rekam.packet.manifest import Manifest, WrappedKey
from rekam.packet.parameters import CONTENT_BYTES_MOST
from rekam.packet.seal import wrapping_context
from rekam.problem import Problem


def check_body(manifest: Manifest, body: bytes | bytearray, *, body_hash: bytes | None = None) -> None:
    """Checks that ``body`` is the one its manifest names; needs no key.

    Args:
        manifest: Checked manifest.
        body: Bytes as received.
        body_hash: SHA-256 of exactly these bytes, where the caller computed it while they came in.

    Raises:
        Problem: ``packet.body_size``, ``packet.body_altered``.
    """
    if len(body) != manifest.body_size:
        raise Problem("packet.body_size", size=len(body), expected=manifest.body_size)
    if (body_hash or sha256(body).digest()) != manifest.packet_id:
        raise Problem("packet.body_altered")


def open_packet(
    manifest: Manifest, body: bytes | bytearray, opener: Opener, *, body_hash: bytes | None = None
) -> bytes:
    """The content of a packet.

    Args:
        manifest: Checked manifest.
        body: Sealed body.
        opener: Private key of one of the recipients.
        body_hash: See :func:`check_body`.

    Raises:
        Problem: What :func:`check_body` raises, ``packet.recipient_unknown``, ``packet.unwrap_failed``,
            ``packet.content_key_other``, ``packet.chunk_altered``, ``packet.chunk_moved``,
            ``packet.body_cut``, ``packet.body_extended``, ``packet.padding_bad``, ``packet.content_too_large``.
    """
    check_body(manifest, body, body_hash=body_hash)
    wrapped = _wrapped_for(manifest, opener.key_id)
    digest = manifest.origin.digest()
    content_key = opener.unwrap(wrapped.wrapped, wrapping_context(digest, wrapped.key_id, wrapped.suite))
    if not compare_digest(commitment(content_key, digest), manifest.commitment):
        raise Problem("packet.content_key_other")
    content = open_body(body, content_key, digest, manifest.origin.chunk_size)
    if len(content) > CONTENT_BYTES_MOST:
        raise Problem("packet.content_too_large", size=len(content), limit=CONTENT_BYTES_MOST)
    return content


def _wrapped_for(manifest: Manifest, key_id: str) -> WrappedKey:
    for wrapped in manifest.recipients:
        if wrapped.key_id == key_id:
            return wrapped
    raise Problem("packet.recipient_unknown", key=key_id)
