"""Sealed bodies as files, named by their packet id, in one folder (station) or two (centre)."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path

from rekam.edge.store.durable_file import (
    PART_SUFFIX,
    disk_problems,
    equals_past_cache,
    make_folder,
    read_past_cache,
    remove_durably,
    sync_folder,
    write_all_durably,
)
from rekam.packet.receipt import Receipt, check_receipt
from rekam.problem import Problem

_BLOCK = 1 << 20
_SUFFIX = ".body"


class CopyState(Enum):
    """What one folder holds of a packet."""

    GOOD = "good"
    DAMAGED = "damaged"
    MISSING = "missing"


class PacketFiles:
    """Durable store of sealed bodies; content is checked against the packet id on every way in and out.

    Args:
        folders: One folder for each copy, best on different disks. Made when absent.
    """

    def __init__(self, *folders: Path) -> None:
        if not folders:
            message = "packet files need at least one folder"
            raise ValueError(message)
        self.folders = folders
        for folder in folders:
            with disk_problems(folder):
                make_folder(folder)
                for first in range(256):
                    (folder / f"{first:02x}").mkdir(mode=0o700, exist_ok=True)
                # Also when they stood there already: the run that made them may have died before this.
                sync_folder(folder)

    def put(self, packet_id: bytes, body: bytes | Path) -> None:
        """Keep a body in every folder; returns when all copies are durable. Putting it again is harmless.

        Args:
            packet_id: SHA-256 of the body.
            body: The bytes, or a file to copy from.

        Raises:
            Problem: ``delivery.body_hash`` if the body is not the packet's, ``delivery.no_space``,
                ``delivery.disk_failed``. Nothing half-made stays behind.
        """
        absent = tuple(
            path for path, state in zip(self._paths(packet_id), self.verify(packet_id), strict=True)
            if state is not CopyState.GOOD
        )  # fmt: skip
        if not absent:
            return
        with disk_problems(absent[0].parent):
            blocks = (body,) if isinstance(body, bytes) else _read(body)
            write_all_durably(absent, _checked(packet_id, blocks))

    def take(self, packet_id: bytes, source: Path, *, given: bool = False) -> bytearray:
        """Keep a body in every folder and read every copy back; what was read.

        The body is hashed once; a copy that is equal to it, byte for byte, needs no hash of its own.

        Args:
            packet_id: SHA-256 of the body.
            source: A file to copy from.
            given: Nobody changes the file any more, so it may stay as one of the copies instead of being copied.

        Raises:
            Problem: As :meth:`put` and :meth:`test_read`.
        """
        with disk_problems(source):
            body = _whole(source)
        _check(packet_id, body)
        paths = self._paths(packet_id)
        absent = tuple(path for path in paths if not _holds(path, body))
        if absent:
            with disk_problems(absent[0].parent):
                write_all_durably(absent, (body,), given=source if given else None)
        for path in absent:
            if not _holds(path, body):
                raise Problem("delivery.body_damaged", packet=_short(packet_id))
        return body

    def get(self, packet_id: bytes) -> bytes:
        """The body from the first good copy.

        Raises:
            Problem: ``delivery.body_missing``, or ``delivery.body_damaged`` if no copy is good.
        """
        found = False
        for path in self._paths(packet_id):
            if not _is_there(path):
                continue
            found = True
            body = _readable(path)
            if body is not None and hashlib.sha256(body).digest() == packet_id:
                return body
        code = "delivery.body_damaged" if found else "delivery.body_missing"
        raise Problem(code, packet=_short(packet_id))

    def path(self, packet_id: bytes) -> Path:
        """The file of the first copy that exists; its content is not checked.

        Raises:
            Problem: ``delivery.body_missing``.
        """
        for path in self._paths(packet_id):
            with disk_problems(path):
                if path.exists():
                    return path
        raise Problem("delivery.body_missing", packet=_short(packet_id))

    def size(self, packet_id: bytes) -> int | None:
        """Bytes of the body if every folder has it at one size, else ``None``."""
        with disk_problems(self.folders[0]):
            sizes = {path.stat().st_size if path.exists() else None for path in self._paths(packet_id)}
        return sizes.pop() if len(sizes) == 1 else None

    def verify(self, packet_id: bytes) -> tuple[CopyState, ...]:
        """State of each copy, in the order of the folders, read past the kernel's cache."""
        return tuple(_state(path, packet_id) for path in self._paths(packet_id))

    def test_read(self, packet_id: bytes) -> int:
        """Read every copy back; the number of good copies, which is then the number of folders.

        Raises:
            Problem: ``delivery.body_missing`` or ``delivery.body_damaged`` if one of them is not good.
        """
        states = self.verify(packet_id)
        for state, code in (
            (CopyState.DAMAGED, "delivery.body_damaged"),
            (CopyState.MISSING, "delivery.body_missing"),
        ):
            if state in states:
                raise Problem(code, packet=_short(packet_id))
        return len(states)

    def mend(self, packet_id: bytes) -> tuple[CopyState, ...]:
        """Write missing and damaged copies anew from a good one; the states found before.

        Raises:
            Problem: ``delivery.body_missing`` or ``delivery.body_damaged`` if no copy is good.
        """
        before = self.verify(packet_id)
        if any(state is not CopyState.GOOD for state in before):
            self.put(packet_id, self.get(packet_id))
        return before

    def delete(self, packet_id: bytes, receipt: Receipt, *, station: str, sequence: int) -> bool:
        """Remove every copy of a packet that the centre has receipted; says whether there was one.

        Args:
            packet_id: Which.
            receipt: The centre's receipt, its signature checked by ``read_receipt``.
            station: The station that sealed the packet.
            sequence: The packet's number there.

        Raises:
            Problem: ``packet.receipt_*`` if the receipt does not allow the deletion of this packet.
        """
        check_receipt(receipt, packet_id=packet_id, station=station, sequence=sequence)
        removed = False
        for path in self._paths(packet_id):
            with disk_problems(path.parent):
                removed |= remove_durably(path)
        return removed

    def ids(self) -> Iterator[bytes]:
        """Packet ids of which the first folder has a file, in order."""
        for path in sorted(self.folders[0].glob(f"??/*{_SUFFIX}")):
            yield bytes.fromhex(path.stem)

    def sweep(self) -> int:
        """Remove what writes that never finished left behind; call before others begin to write."""
        waste = [path for folder in self.folders for path in folder.glob(f"??/.*{PART_SUFFIX}")]
        for path in waste:
            with disk_problems(path):
                remove_durably(path)
        return len(waste)

    def _paths(self, packet_id: bytes) -> tuple[Path, ...]:
        name = packet_id.hex()
        if len(packet_id) != 32:
            message = f"a packet id has 32 bytes, not {len(packet_id)}"
            raise ValueError(message)
        return tuple(folder / name[:2] / f"{name}{_SUFFIX}" for folder in self.folders)


def _state(path: Path, packet_id: bytes) -> CopyState:
    digest = hashlib.sha256()
    try:
        if not path.exists():
            return CopyState.MISSING
        for block in read_past_cache(path):
            digest.update(block)
    except OSError:
        return CopyState.DAMAGED  # a copy that cannot be read is as good as a wrong one
    return CopyState.GOOD if digest.digest() == packet_id else CopyState.DAMAGED


def _holds(path: Path, body: bytearray) -> bool:
    """Whether the disk itself gives exactly this body back."""
    try:
        return path.exists() and equals_past_cache(path, body)
    except OSError:
        return False  # as in _state


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True  # something that cannot be read: the next copy may be good


def _readable(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None  # the next copy may be readable; if none is, the caller says so


def _checked(packet_id: bytes, blocks: Iterable[bytes]) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for block in blocks:
        digest.update(block)
        yield block
    if digest.digest() != packet_id:
        raise Problem("delivery.body_hash", packet=_short(packet_id))


def _check(packet_id: bytes, body: bytes | bytearray) -> None:
    if hashlib.sha256(body).digest() != packet_id:
        raise Problem("delivery.body_hash", packet=_short(packet_id))


def _whole(path: Path) -> bytearray:
    with path.open("rb", buffering=0) as file:
        body = bytearray(os.fstat(file.fileno()).st_size)
        room, filled = memoryview(body), 0
        while count := file.readinto(room[filled:]):
            filled += count
        room.release()
        return body[:filled] if filled < len(body) else body


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _short(packet_id: bytes) -> str:
    return packet_id.hex()[:12]
