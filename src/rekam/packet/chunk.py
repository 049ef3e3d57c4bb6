"""The sealed body: AES-256-GCM in numbered chunks, the last one marked.

The STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár (CRYPTO 2015): the nonce is the number of
the chunk and a flag for the last one, under a key that seals one packet only. So no chunk can be left out,
moved, repeated, added, or taken from another packet.
"""

import struct
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rekam.packet.parameters import PADDING_BYTES, TAG_BYTES
from rekam.problem import Problem

_MARK = b"\x80"  # ISO/IEC 7816-4 padding: a mark, then zeros


def padded_size(content_size: int, padding: int = PADDING_BYTES) -> int:
    """Bytes of the padded content: the next multiple of ``padding`` above ``content_size``."""
    return (content_size // padding + 1) * padding


def commitment(content_key: bytes, digest: bytes) -> bytes:
    """Fixes the content key, which AES-GCM alone does not (Dodis et al., CRYPTO 2018)."""
    return sha256(b"rekam content key\x00" + digest + content_key).digest()


def seal_body(
    content: bytes, content_key: bytes, digest: bytes, chunk_size: int, *, padding: int = PADDING_BYTES
) -> bytearray:
    """Pads and encrypts.

    Args:
        content: Plain content.
        content_key: 32 bytes, never used before.
        digest: ``Origin.digest()``, 32 bytes; part of what each chunk authenticates.
        chunk_size: Plain bytes in each chunk but the last.
        padding: The plain size becomes a multiple of this many bytes.

    Returns:
        The sealed body.
    """
    plain = content + _MARK + bytes(padded_size(len(content), padding) - len(content) - 1)
    count = -(-len(plain) // chunk_size)
    body = bytearray(len(plain) + count * TAG_BYTES)
    cipher = AESGCM(content_key)
    source, target = memoryview(plain), memoryview(body)
    for index in range(count):
        piece = source[index * chunk_size : (index + 1) * chunk_size]
        start = index * (chunk_size + TAG_BYTES)
        room = target[start : start + len(piece) + TAG_BYTES]
        cipher.encrypt_into(_nonce(index, last=index == count - 1), piece, _bound(digest, index), room)
    target.release()
    return body


def open_body(
    body: bytes | bytearray,
    content_key: bytes,
    digest: bytes,
    chunk_size: int,
    *,
    padding: int = PADDING_BYTES,
) -> bytes:
    """Decrypts and takes the padding off.

    Raises:
        Problem: ``packet.chunk_altered``, ``packet.chunk_moved``, ``packet.body_cut``,
            ``packet.body_extended``, ``packet.padding_bad``.
    """
    sealed_size = chunk_size + TAG_BYTES
    count = -(-len(body) // sealed_size)
    if len(body) - (count - 1) * sealed_size <= TAG_BYTES:  # the last chunk holds no content
        raise Problem("packet.body_cut")
    cipher = AESGCM(content_key)
    source, plain = memoryview(body), []
    for index in range(count):
        piece = source[index * sealed_size : (index + 1) * sealed_size]
        try:
            plain.append(cipher.decrypt(_nonce(index, last=index == count - 1), piece, _bound(digest, index)))
        except InvalidTag as error:
            raise _diagnosis(cipher, piece, digest, index, count) from error
    return _without_padding(plain, padding)


def _nonce(index: int, *, last: bool) -> bytes:
    return struct.pack(">7xIB", index, last)


def _bound(digest: bytes, index: int) -> bytes:
    return digest + struct.pack(">I", index)


def _diagnosis(cipher: AESGCM, piece: memoryview, digest: bytes, index: int, count: int) -> Problem:
    """Says what happened to a chunk that does not open in its place; only ever runs on a bad body."""

    def opens(place: int, *, last: bool) -> bool:
        try:
            cipher.decrypt(_nonce(place, last=last), piece, _bound(digest, place))
        except InvalidTag:
            return False
        return True

    last = index == count - 1
    if opens(index, last=not last):
        return Problem("packet.body_cut" if last else "packet.body_extended")
    # Chunks left out before this one move it forward, so places past the end are tried too; not without bound,
    # since a forger chooses how often this runs.
    for place in range(2 * count + 8):
        if opens(place, last=False) or opens(place, last=True):
            return Problem("packet.chunk_moved", chunk=index + 1)
    return Problem("packet.chunk_altered", chunk=index + 1)


def _without_padding(plain: list[bytes], padding: int) -> bytes:
    """The content, put together once; the padding may begin in any of the last chunks."""
    size, tail = sum(map(len, plain)), b""
    while plain and len(tail) < padding:
        tail = plain.pop() + tail
    marked = tail.rstrip(b"\x00")
    if size % padding or not marked.endswith(_MARK) or len(tail) - len(marked) >= padding:
        raise Problem("packet.padding_bad")
    return b"".join((*plain, marked[:-1]))
