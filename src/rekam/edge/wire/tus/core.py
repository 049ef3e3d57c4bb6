"""tus 1.0.0 without a network: core, creation, checksum, termination (https://tus.io/protocols/resumable-upload).

A request comes in as a value; out comes what to do with the file, in order, and what to answer. The shell
does the first and sends the second, so that an offset is never answered before it is durable.
"""

import hashlib
import re
import zlib
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rekam.edge.wire.tus.upload import Upload
from rekam.problem import Problem

VERSION = "1.0.0"
MEDIA_TYPE = "application/offset+octet-stream"
ALGORITHMS = ("crc32", "sha256", "sha1")
"""Our own sender takes the first: the whole body has its SHA-256 anyhow, a chunk only has to notice a bad line."""
_WHOLE_NUMBER = re.compile(r"[0-9]{1,15}")
_PACKET_ID = re.compile(rb"[0-9a-f]{64}")


class Crc32:
    """CRC-32 with the manners of a hash; its digest is the number as four bytes, the highest first."""

    def __init__(self, data: bytes = b"") -> None:
        self._value = zlib.crc32(data)

    def update(self, data: bytes) -> None:
        """More bytes."""
        self._value = zlib.crc32(data, self._value)

    def digest(self) -> bytes:
        """Of all bytes so far."""
        return self._value.to_bytes(4, "big")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what a sender may ask.

    Attributes:
        most_bytes: Longest body.
        most_metadata: Longest ``Upload-Metadata``, characters.
        commit_every: Bytes after which a long request is made durable in between. Our own sender asks for less on
            lines that need longer than 32 s for it.
        gather: Bytes that may wait in memory before they are written; never more than ``commit_every``.
    """

    most_bytes: int = 64 * 1_048_576
    most_metadata: int = 1_024
    commit_every: int = 1_048_576
    gather: int = 1_048_576


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a request; header names in small letters."""

    method: str
    headers: Mapping[str, str]

    @property
    def meant_method(self) -> str:
        """The method, or the one that a proxy kept the sender from using."""
        return self.headers.get("x-http-method-override", self.method).upper()


@dataclass(frozen=True, slots=True)
class Known:
    """What the server knows of a packet.

    Attributes:
        upload: The partial upload, if one was begun.
        held: Length of the body if the centre took it over already.
    """

    upload: Upload | None = None
    held: int | None = None

    @property
    def offset_and_length(self) -> tuple[int, int]:
        """Where the sender goes on, and the length.

        Raises:
            Problem: ``delivery.upload_unknown``.
        """
        if self.upload is not None:
            return self.upload.offset, self.upload.length
        if self.held is not None:
            return self.held, self.held
        raise Problem("delivery.upload_unknown")


@dataclass(frozen=True, slots=True)
class Creation:
    """A wish to begin an upload."""

    packet_id: bytes
    length: int
    metadata: str


@dataclass(frozen=True, slots=True)
class Create:
    """Begin the upload."""

    creation: Creation


@dataclass(frozen=True, slots=True)
class Append:
    """Write behind what was written."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Commit:
    """Make durable what was written."""


@dataclass(frozen=True, slots=True)
class Back:
    """Forget what stands behind the offset."""

    offset: int


@dataclass(frozen=True, slots=True)
class Complete:
    """All bytes are durable: hand the body to the centre."""


@dataclass(frozen=True, slots=True)
class Remove:
    """Forget the upload."""


Action = Create | Append | Commit | Back | Complete | Remove


@dataclass(frozen=True, slots=True)
class Reply:
    """What to do, and then what to answer."""

    status: int
    headers: Mapping[str, str]
    actions: tuple[Action, ...] = ()


def options(limits: Limits) -> Reply:
    """What this server can do; the one request without a version."""
    return _reply(
        204,
        {
            "Tus-Version": VERSION,
            "Tus-Extension": "creation,checksum,termination",
            "Tus-Max-Size": str(limits.most_bytes),
            "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
        },
    )


def check_version(head: Head) -> None:
    """Raises ``delivery.wrong_version`` unless the sender speaks tus 1.0.0."""
    if head.headers.get("tus-resumable") != VERSION:
        raise Problem("delivery.wrong_version", expected=VERSION)


def read_creation(head: Head, limits: Limits) -> Creation:
    """Read a creation (POST).

    Raises:
        Problem: ``delivery.bad_header``, ``delivery.too_large``.
    """
    length = _number(head, "Upload-Length")
    if length == 0:
        raise Problem("delivery.bad_header", header="Upload-Length")
    if length > limits.most_bytes:
        raise Problem("delivery.too_large", offered=length, most=limits.most_bytes)
    metadata = head.headers.get("upload-metadata", "")
    if len(metadata) > limits.most_metadata or not metadata.isascii():
        raise Problem("delivery.bad_header", header="Upload-Metadata")
    return Creation(_packet_id(metadata), length, metadata)


def create(creation: Creation, known: Known, expected: int | None, location: str) -> Reply:
    """Answer a creation; asking twice gives the same upload.

    Args:
        creation: What is asked.
        known: What is there already.
        expected: Length of the body by the packet's manifest; ``None`` if there is no manifest.
        location: Address of the packet's upload.

    Raises:
        Problem: ``delivery.manifest_first``, ``delivery.length_differs``.
    """
    packet = creation.packet_id.hex()[:12]
    length = known.upload.length if known.upload else known.held if known.held is not None else expected
    if length is None:
        raise Problem("delivery.manifest_first", packet=packet)
    if length != creation.length:
        raise Problem("delivery.length_differs", packet=packet, expected=length, offered=creation.length)
    fresh = known.upload is None and known.held is None
    # The offset spares our own sender a round trip; the standard allows headers it does not name.
    offset = 0 if fresh else known.offset_and_length[0]
    headers = {"Location": location, "Upload-Offset": str(offset)}
    return _reply(201, headers, Create(creation) if fresh else None)


def look(known: Known) -> Reply:
    """Answer how far an upload is (HEAD).

    Raises:
        Problem: ``delivery.upload_unknown``.
    """
    offset, length = known.offset_and_length
    headers = {"Upload-Offset": str(offset), "Upload-Length": str(length), "Cache-Control": "no-store"}
    if known.upload is not None:
        headers["Upload-Metadata"] = known.upload.metadata
    return _reply(200, headers)


def terminate(known: Known) -> Reply:
    """Answer that an unfinished upload is forgotten (DELETE); a packet that was taken over stays.

    Raises:
        Problem: ``delivery.upload_unknown``.
    """
    if known.upload is None:
        raise Problem("delivery.upload_unknown")
    return _reply(204, {}, Remove())


@dataclass(slots=True)
class Receiving:
    """The body of one PATCH as it comes in.

    Attributes:
        start: Offset at which it begins.
        length: Bytes of the whole body.
        commit_every: See :class:`Limits`.
        algorithm: Of the checksum; ``None`` if the sender gave none.
        digest: The checksum that the sender promised.
        held: Whether the centre took the packet over already: then there is no upload to act on.
    """

    start: int
    length: int
    commit_every: int
    algorithm: str | None
    digest: bytes
    held: bool = False
    _received: int = 0
    _uncommitted: int = 0
    _hash: "hashlib._Hash | Crc32 | None" = field(default=None)

    def take(self, data: bytes) -> tuple[Action, ...]:
        """Some bytes arrived.

        Raises:
            Problem: ``delivery.too_large``; the shell then does what :meth:`refused` says.
        """
        if self.start + self._received + len(data) > self.length:
            offered = self.start + self._received + len(data)
            raise Problem("delivery.too_large", offered=offered, most=self.length)
        if self.algorithm is not None:
            self._hash = self._hash or _hash_of(self.algorithm)
            self._hash.update(data)
        self._received += len(data)
        self._uncommitted += len(data)
        if self._uncommitted < self.commit_every:
            return (Append(data),)
        self._uncommitted = 0
        return (Append(data), Commit())

    def refused(self) -> tuple[Action, ...]:
        """What to do when the request turned out to be wrong."""
        return () if self.held else (Back(self.start),)

    def interrupted(self) -> tuple[Action, ...]:
        """What to do when the line broke: as much as possible is kept.

        The checksum cannot be checked then; the whole body is, by its packet id, when it is complete.
        """
        return () if self.held else (Commit(),)

    def finish(self) -> Reply:
        """The request is at its end.

        Raises:
            Problem: ``delivery.checksum_differs``; the shell then does what :meth:`refused` says.
        """
        if self.algorithm is not None:
            computed = self._hash or _hash_of(self.algorithm)
            if computed.digest() != self.digest:
                raise Problem("delivery.checksum_differs")
        offset = self.start + self._received
        headers = {"Upload-Offset": str(offset)}
        if self.held:
            return _reply(204, headers)
        return _reply(204, headers, Commit(), Complete() if offset == self.length else None)


def open_patch(head: Head, known: Known, limits: Limits) -> Receiving:
    """Check the head of a PATCH before its body is read.

    Raises:
        Problem: ``delivery.wrong_media_type``, ``delivery.bad_header``, ``delivery.upload_unknown``,
            ``delivery.offset_differs``, ``delivery.too_large``, ``delivery.checksum_unknown``.
    """
    if head.headers.get("content-type") != MEDIA_TYPE:
        raise Problem("delivery.wrong_media_type", expected=MEDIA_TYPE)
    offered = _number(head, "Upload-Offset")
    offset, length = known.offset_and_length
    if offered != offset:
        raise Problem("delivery.offset_differs", held=offset, offered=offered)
    if "content-length" in head.headers and offset + _number(head, "Content-Length") > length:
        raise Problem("delivery.too_large", offered=offset + _number(head, "Content-Length"), most=length)
    algorithm, digest = _checksum(head)
    held = known.upload is None
    return Receiving(offset, length, limits.commit_every, algorithm, digest, held)


def refusal_headers() -> Mapping[str, str]:
    """Headers of an answer that tells a problem."""
    return MappingProxyType({"Tus-Resumable": VERSION, "Tus-Version": VERSION, "Cache-Control": "no-store"})


def _reply(status: int, headers: dict[str, str], *actions: Action | None) -> Reply:
    done = tuple(action for action in actions if action is not None)
    return Reply(status, MappingProxyType({"Tus-Resumable": VERSION, **headers}), done)


def _number(head: Head, name: str) -> int:
    text = head.headers.get(name.lower(), "")
    if not _WHOLE_NUMBER.fullmatch(text):
        raise Problem("delivery.bad_header", header=name)
    return int(text)


def _packet_id(metadata: str) -> bytes:
    for pair in metadata.split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "packet_id":
            try:
                plain = b64decode(value, validate=True)
            except NotBase64 as error:
                raise Problem("delivery.bad_header", header="Upload-Metadata") from error
            if _PACKET_ID.fullmatch(plain):
                return bytes.fromhex(plain.decode("ascii"))
    raise Problem("delivery.bad_header", header="Upload-Metadata")


def _hash_of(algorithm: str) -> "hashlib._Hash | Crc32":
    return Crc32() if algorithm == "crc32" else hashlib.new(algorithm)


def _checksum(head: Head) -> tuple[str | None, bytes]:
    text = head.headers.get("upload-checksum")
    if text is None:
        return None, b""
    algorithm, _, value = text.partition(" ")
    if algorithm not in ALGORITHMS:
        raise Problem("delivery.checksum_unknown", algorithm=algorithm[:20])
    try:
        return algorithm, b64decode(value, validate=True)
    except NotBase64 as error:
        raise Problem("delivery.bad_header", header="Upload-Checksum") from error
