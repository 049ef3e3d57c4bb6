"""One change of a gallery as it stands in the log."""

import struct
import zlib
from dataclasses import dataclass
from enum import IntEnum

import cbor2

from rekam.abis import Enrolment, PersonTemplate
from rekam.edge.store.gallery_files import parameters
from rekam.problem import Problem

HEAD = struct.Struct("<4sBQII")
"""Magic, kind, row, length of the content, CRC-32 of kind, row, length and content."""
MAGIC = b"RKG1"


class Kind(IntEnum):
    """What happened."""

    PUT = 1
    REMOVE = 2


@dataclass(frozen=True, slots=True)
class Put:
    """What the record of a person says besides the template.

    Attributes:
        reference: Who; whoever had the reference before is replaced.
        extractor: What made the template.
        galleries: Names, in order.
        template: Bytes of the `PersonTemplate`.
    """

    reference: str
    extractor: str
    galleries: tuple[str, ...]
    template: bytes

    def enrolment(self) -> Enrolment:
        """The same as the engine has it.

        Raises:
            Problem: ``abis.template_unreadable``.
        """
        return Enrolment(PersonTemplate.from_bytes(self.template), frozenset(self.galleries), self.extractor)


@dataclass(frozen=True, slots=True)
class Record:
    """A record read whole, its checksum right.

    Attributes:
        kind: What happened.
        row: Row of the person who came, or went.
        content: Not yet decoded.
        start: First byte in the log.
        end: First byte behind it.
    """

    kind: Kind
    row: int
    content: bytes
    start: int
    end: int

    def put(self) -> Put:
        """The person."""
        reference, extractor, galleries, template = cbor2.loads(self.content)
        return Put(reference, extractor, tuple(galleries), template)


def put_record(row: int, put: Put) -> bytes:
    """The record of a person who comes into ``row``.

    Raises:
        Problem: ``abis.gallery_ref_unusable`` for a reference that is too long, empty or has a NUL.
    """
    named = put.reference.encode()
    if not 0 < len(named) <= parameters.REFERENCE_BYTES or b"\0" in named:
        raise Problem("abis.gallery_ref_unusable", most=parameters.REFERENCE_BYTES)
    content = cbor2.dumps([put.reference, put.extractor, put.galleries, put.template])
    if len(content) > parameters.MOST_RECORD_BYTES:
        raise Problem("abis.gallery_record_long", most=parameters.MOST_RECORD_BYTES)
    return _framed(Kind.PUT, row, content)


def remove_record(row: int) -> bytes:
    """The record of the person in ``row`` who goes."""
    return _framed(Kind.REMOVE, row, b"")


def read_record(data: memoryview, start: int) -> Record | None:
    """The record at a place of the log; ``None`` if there is none that is whole."""
    body = start + HEAD.size
    if body > len(data):
        return None
    magic, kind, row, length, crc = HEAD.unpack_from(data, start)
    if magic != MAGIC or length > parameters.MOST_RECORD_BYTES or body + length > len(data):
        return None
    content = bytes(data[body : body + length])
    if crc != _crc(kind, row, content) or kind not in set(Kind):
        return None
    return Record(Kind(kind), row, content, start, body + length)


def _framed(kind: Kind, row: int, content: bytes) -> bytes:
    return HEAD.pack(MAGIC, kind, row, len(content), _crc(kind, row, content)) + content


def _crc(kind: int, row: int, content: bytes) -> int:
    return zlib.crc32(content, zlib.crc32(struct.pack("<BQI", kind, row, len(content))))
