"""What stands behind the body in the file of a partial upload: which stretches are whole.

One file, one flush: the data and the line that vouches for it go to the disk together. A line counts
only if the data it names has the checksum it names, so the order in which the disk wrote them does not
matter and a torn tail is seen.
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_HEAD = struct.Struct(">4sHI")  # mark, bytes of metadata, CRC-32 of the metadata
_LINE = struct.Struct(">QQI")  # first byte, byte after the last, CRC-32 of the data
_CHECK = struct.Struct(">I")  # CRC-32 of the line
_MARK = b"RkU1"
LINE_BYTES = _LINE.size + _CHECK.size


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes ``first`` to ``end`` (not included) of the body and their CRC-32."""

    first: int
    end: int
    checksum: int

    def line(self) -> bytes:
        """The stretch as a line of the journal."""
        line = _LINE.pack(self.first, self.end, self.checksum)
        return line + _CHECK.pack(zlib.crc32(line))


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal that was read back.

    Attributes:
        metadata: Upload-Metadata of the creation.
        stretches: What is claimed to be whole, joined end to end from byte 0.
        size: Bytes of the journal up to and with the last sound line.
    """

    metadata: str
    stretches: tuple[Stretch, ...]
    size: int


def head(metadata: str) -> bytes:
    """The beginning of a journal."""
    content = metadata.encode("ascii")
    return _HEAD.pack(_MARK, len(content), zlib.crc32(content)) + content


def read_journal(journal: bytes) -> Journal | None:
    """Read a journal up to its first unsound line; ``None`` if even the beginning is torn."""
    if len(journal) < _HEAD.size:
        return None
    mark, metadata_size, checksum = _HEAD.unpack_from(journal)
    size = _HEAD.size + metadata_size
    content = journal[_HEAD.size : size]
    if mark != _MARK or len(content) != metadata_size or zlib.crc32(content) != checksum:
        return None
    stretches: list[Stretch] = []
    for stretch in _lines(journal[size:]):
        # A later line for the same place replaces the earlier ones: the upload had gone back.
        while stretches and stretches[-1].first >= stretch.first:
            stretches.pop()
        if stretch.first != (stretches[-1].end if stretches else 0):
            break
        stretches.append(stretch)
        size += LINE_BYTES
    return Journal(content.decode("ascii"), tuple(stretches), size)


def proven_offset(journal: Journal, checksum_of: Callable[[int, int], int]) -> int:
    """How far the body is whole.

    Args:
        journal: What is claimed.
        checksum_of: CRC-32 of the bytes from one place to another in the file.
    """
    offset = 0
    for stretch in journal.stretches:
        if checksum_of(stretch.first, stretch.end) != stretch.checksum:
            break
        offset = stretch.end
    return offset


def _lines(lines: bytes) -> Iterator[Stretch]:
    for place in range(0, len(lines) - LINE_BYTES + 1, LINE_BYTES):
        line = lines[place : place + _LINE.size]
        (check,) = _CHECK.unpack_from(lines, place + _LINE.size)
        stretch = Stretch(*_LINE.unpack(line))
        if check != zlib.crc32(line) or stretch.end < stretch.first:
            return
        yield stretch
