"""SQLite's write-ahead log as bytes: which pages it holds, and one flipped bit in it put right.

SQLite ends its reading of the log at the first frame whose checksum is wrong and says nothing: one bad bit would
silently take back every transaction from there on. (Format: sqlite.org/fileformat2.html, section 4.)
"""

import os
import struct
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rekam.edge.store.station.wal_content import WalFrames
from rekam.problem import Problem

_HEADER = 32  # bytes: magic, version, page size, checkpoint, two salts, two checksums
_FRAME = 24  # bytes before each page: page number, pages after commit or 0, two salts, two checksums
_MAGIC = 0x377F0682  # with words in little-endian order; one more = big-endian
_PAGES = frozenset(1 << power for power in range(9, 17))

_WORD = 0xFFFFFFFF

Words = NDArray[np.uint32]
Sums = tuple[int, int]


def read_frames(path: Path, *, mend: bool = False, most: int | None = None) -> WalFrames:
    """Reads a log up to its last commit.

    Args:
        path: The log; it may be absent.
        most: Frames read at most; ``None`` = all. While a connection is open its index knows better than the log.
        mend: Put one flipped bit right in each frame where that explains a wrong checksum, on the disk. A write
            that a power cut tore is never explained by one bit, and stays the end of the log.

    Raises:
        Problem: ``station.store_failed`` when a bit is wrong for certain and could be more than one: the checksum
            hardly tells the highest bits of words apart. Nothing is changed then.
    """
    content = bytearray(path.read_bytes()) if path.exists() else bytearray()
    places: list[int] = []
    header_bit = _header_bit(content)
    if header_bit is None:
        return WalFrames({}, 0, 0, 0)
    if header_bit >= 0:
        _flip(content, header_bit)
        places.append(header_bit)
    frames = _walk(content, places, most)
    if places and mend:
        _write_bits(path, content, places)
    return frames if mend or not places else WalFrames({}, 0, frames.page_size, len(places))


def _walk(content: bytearray, places: list[int], most: int | None) -> WalFrames:
    magic, _, page_size, _, *_, first, second = struct.unpack_from(">8I", content)
    order = "<u4" if magic == _MAGIC else ">u4"
    salts, sums = bytes(content[16:24]), (first, second)
    images: dict[int, int] = {}
    pending: dict[int, int] = {}
    pages = 0
    for at in range(_HEADER, len(content) - _FRAME - page_size + 1, _FRAME + page_size)[:most]:
        bit = _frame_bit(content, at, page_size, salts, sums, order)
        if bit is None:
            break
        if bit >= 0:
            _flip(content, bit)
            places.append(bit)
        page, after_commit, _, _, first, second = struct.unpack_from(">6I", content, at)
        sums = (first, second)
        pending[page] = at + _FRAME
        if after_commit:
            images |= pending
            pending.clear()
            pages = after_commit
    return WalFrames(images, pages, page_size, len(places))


def _header_bit(content: bytearray) -> int | None:
    """-1 = the header is good; else the bit that is wrong; ``None`` = there is no header."""
    if len(content) < _HEADER:
        return None
    if _good_header(content):
        return -1
    bits = [bit for bit in range(_HEADER * 8) if _with_bit(content, bit, _good_header)]
    if len(bits) > 1:
        bits = [bit for bit in bits if _with_bit(content, bit, _good_first_frame)]
        if len(bits) != 1:
            raise Problem("station.store_failed", reason="WAL 0")
    return bits[0] if bits else None


def _with_bit(content: bytearray, bit: int, good: Callable[[bytearray], bool]) -> bool:
    _flip(content, bit)
    try:
        return good(content)
    finally:
        _flip(content, bit)


def _good_header(content: bytearray) -> bool:
    magic, _, page_size, *_, first, second = struct.unpack_from(">8I", content)
    if magic & ~1 != _MAGIC or page_size not in _PAGES:
        return False
    words = np.frombuffer(bytes(content[:24]), "<u4" if magic == _MAGIC else ">u4").astype(np.uint32)
    return _checksum(words, (0, 0)) == (first, second)


def _good_first_frame(content: bytearray) -> bool:
    magic, _, page_size, *_, first, second = struct.unpack_from(">8I", content)
    held = bytes(content[_HEADER : _HEADER + _FRAME + page_size])
    if len(held) < _FRAME + page_size or held[8:16] != content[16:24]:
        return False
    words = np.frombuffer(held[:8] + held[_FRAME:], "<u4" if magic == _MAGIC else ">u4").astype(np.uint32)
    return _checksum(words, (first, second)) == struct.unpack_from(">2I", held, 16)


def _frame_bit(
    content: bytearray, at: int, page_size: int, salts: bytes, before: Sums, order: str
) -> int | None:
    """-1 = the frame is good; else the bit that is wrong; ``None`` = no frame of this log, or torn."""
    held = bytes(content[at : at + _FRAME + page_size])
    words = np.frombuffer(held[:8] + held[_FRAME:], order).astype(np.uint32)
    found = _checksum(words, before)
    stored: Sums = struct.unpack_from(">2I", held, 16)
    if held[8:16] == salts and found == stored:
        return -1
    if found == stored:
        return _one_bit(held[8:16], salts, (at + 8) * 8)
    if held[8:16] != salts:
        return None
    bits = _word_bits(words, found, stored, at, order)
    in_checksum = _one_bit(held[16:24], struct.pack(">2I", *found), (at + 16) * 8)
    if in_checksum is not None:
        bits.append(in_checksum)
    if len(bits) > 1:
        raise Problem("station.store_failed", reason=f"WAL {at}")
    return bits[0] if bits else None


def _one_bit(held: bytes, wanted: bytes, base: int) -> int | None:
    different = int.from_bytes(held, "big") ^ int.from_bytes(wanted, "big")
    if different.bit_count() != 1:
        return None
    from_the_left = len(held) * 8 - different.bit_length()
    return base + from_the_left


def _word_bits(words: Words, found: Sums, stored: Sums, at: int, order: str) -> list[int]:
    """The bits of page number, commit mark or page whose flip would explain the difference of the checksums."""
    ones = words[:, None] >> np.arange(32, dtype=np.uint32) & np.uint32(1)
    change = np.where(ones == 1, -1, 1).astype(np.int64) << np.arange(32, dtype=np.int64)
    hits = np.ones(ones.shape, bool)
    for weights, was, should in zip(_weights(len(words)), found, stored, strict=True):
        hits &= (change.astype(np.uint32) * weights[:, None]) == np.uint32((should - was) & _WORD)
    bits = []
    for word, bit in np.argwhere(hits).tolist():
        byte = word * 4 + (bit // 8 if order == "<u4" else 3 - bit // 8)
        # The salts and checksums stand between the first two words and the page.
        bits.append((at + byte + (_FRAME - 8 if byte >= 8 else 0)) * 8 + 7 - bit % 8)
    return bits


def _checksum(words: Words, before: Sums) -> Sums:
    """SQLite's checksum: for each pair ``a, b`` of words ``s0 += a + s1; s1 += b + s0``, modulo 2**32."""
    (one, other), (first, second) = _weights(len(words)), before
    steps = len(words) // 2
    m00, m01, m11 = _powers(steps)
    s0 = int((words * one).sum(dtype=np.uint32)) + m00 * first + m01 * second
    s1 = int((words * other).sum(dtype=np.uint32)) + m01 * first + m11 * second
    return s0 & _WORD, s1 & _WORD


@cache
def _powers(steps: int) -> tuple[int, int, int]:
    """The matrix of one step, ``[[1, 1], [1, 2]]``, to a power; it stays symmetric."""
    m00, m01, m11 = 1, 0, 1
    for _ in range(steps):
        m00, m01, m11 = (m00 + m01) & _WORD, (m00 + 2 * m01) & _WORD, (m01 + 2 * m11) & _WORD
    return m00, m01, m11


@cache
def _weights(count: int) -> tuple[Words, Words]:
    """How much each of so many words adds to the two sums."""
    one, other = np.zeros(count, np.uint32), np.zeros(count, np.uint32)
    m00, m01, m11 = 1, 0, 1
    for pair in range(count // 2 - 1, -1, -1):
        a, b = pair * 2, pair * 2 + 1
        one[a], other[a] = (m00 + m01) & _WORD, (m01 + m11) & _WORD
        one[b], other[b] = m01 & _WORD, m11 & _WORD
        m00, m01, m11 = (m00 + m01) & _WORD, (m00 + 2 * m01) & _WORD, (m01 + 2 * m11) & _WORD
    return one, other


def _flip(content: bytearray, bit: int) -> None:
    content[bit // 8] ^= 0x80 >> bit % 8


def _write_bits(path: Path, content: bytearray, places: list[int]) -> None:
    with path.open("r+b") as file:
        for bit in places:
            file.seek(bit // 8)
            file.write(content[bit // 8 : bit // 8 + 1])
        file.flush()
        os.fsync(file.fileno())
