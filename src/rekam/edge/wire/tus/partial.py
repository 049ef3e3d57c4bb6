"""Partial uploads on disk: no byte is acknowledged that a power cut could take away."""

import fcntl
import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rekam.edge.store.durable_file import disk_problems, make_folder, remove_durably, sync_folder
from rekam.edge.wire.tus.journal import LINE_BYTES, Stretch, head, proven_offset, read_journal
from rekam.edge.wire.tus.upload import Upload, metadata_of
from rekam.problem import Problem

Sync = Callable[[int], None]
"""Makes the content of an open file durable; ``os.fdatasync``, or nothing in a negative control."""

_PART = ".part"
_WHOLE = ".whole"
_BLOCK = 1 << 20
_JOURNAL_ROOM = 4096


@dataclass(slots=True)
class _Growing:
    """An upload of this run: what is durable, and what is written beyond it."""

    path: Path
    upload: Upload
    journal_bytes: int
    written: int
    checksum: int = 0


class PartialUploads:
    """Uploads that are not finished, one file each, found again after a crash.

    A file is the body, grown from the front, with a journal behind the place where the body ends.
    One process owns the folder; callers take care that one upload is touched by one thread at a time.

    Args:
        folder: Where they stand. Made when absent.
        sync: How content is made durable before an offset is acknowledged.

    Raises:
        Problem: ``delivery.folder_in_use`` if another process owns the folder.
    """

    def __init__(self, folder: Path, *, sync: Sync = os.fdatasync) -> None:
        self._folder = folder
        self._sync = sync
        self._growing: dict[bytes, _Growing] = {}
        with disk_problems(folder):
            make_folder(folder)
        self._lock = _own(folder)
        for path in folder.glob(f"*{_PART}"):
            self._recover(path)
        for path in folder.glob(f"*{_WHOLE}"):
            self._recover_whole(path)

    def close(self) -> None:
        """Let another process have the folder."""
        os.close(self._lock)

    def create(self, packet_id: bytes, length: int, metadata: str) -> Upload:
        """Begin an upload, or find the one that was begun; durable when it returns.

        Raises:
            Problem: ``delivery.length_differs`` if it was begun with another length.
        """
        begun = self.find(packet_id)
        if begun is not None:
            if begun.length != length:
                raise Problem(
                    "delivery.length_differs", packet=packet_id.hex()[:12], expected=begun.length, offered=length
                )  # fmt: skip
            return begun
        path = self._folder / f"{packet_id.hex()}.{length}{_PART}"
        journal = head(metadata)
        with disk_problems(self._folder):
            with open(path, "wb", opener=_private) as file:
                # Room is taken now: a full disk says so before the sender spends an hour of a slow line.
                os.posix_fallocate(file.fileno(), 0, length + _JOURNAL_ROOM)
                file.seek(length)
                file.write(journal)
                file.flush()
                self._sync(file.fileno())
            sync_folder(self._folder)
        upload = Upload(packet_id, length, 0, metadata)
        self._growing[packet_id] = _Growing(path, upload, len(journal), 0)
        return upload

    def find(self, packet_id: bytes) -> Upload | None:
        """The upload of a packet, with the offset that is durable now."""
        growing = self._growing.get(packet_id)
        return growing.upload if growing else None

    def append(self, packet_id: bytes, data: bytes) -> None:
        """Write behind what was written; not durable before :meth:`commit`."""
        growing = self._growing[packet_id]
        with disk_problems(self._folder), growing.path.open("r+b", buffering=0) as file:
            _write_at(file.fileno(), growing.written, data)
        growing.checksum = zlib.crc32(data, growing.checksum)
        growing.written += len(data)

    def commit(self, packet_id: bytes) -> Upload:
        """Make durable what was written; the offset of the answer may be acknowledged."""
        growing = self._growing[packet_id]
        if growing.written > growing.upload.offset:
            self._vouch(growing, Stretch(growing.upload.offset, growing.written, growing.checksum))
        return growing.upload

    def back(self, packet_id: bytes, offset: int) -> Upload:
        """Forget everything behind an offset that was acknowledged before."""
        growing = self._growing[packet_id]
        if growing.upload.offset > offset:
            self._vouch(growing, Stretch(offset, offset, 0))
        growing.written, growing.checksum = growing.upload.offset, 0
        return growing.upload

    def whole(self, packet_id: bytes) -> Path:
        """The file of a finished upload, which is now the body and nothing else."""
        growing = self._growing[packet_id]
        length = growing.upload.length
        if growing.upload.offset != length:
            message = f"the upload holds {growing.upload.offset} of {length} bytes"
            raise ValueError(message)
        if growing.path.suffix == _PART:
            with disk_problems(self._folder):
                # The new name must be durable before the journal goes: it is then the proof of wholeness.
                growing.path = growing.path.rename(growing.path.with_suffix(_WHOLE))
                sync_folder(self._folder)
                os.truncate(growing.path, length)
        return growing.path

    def remove(self, packet_id: bytes) -> None:
        """Forget an upload and its bytes. Not flushed: one that comes back after a power cut does no harm."""
        growing = self._growing.pop(packet_id, None)
        if growing is not None:
            with disk_problems(self._folder):
                growing.path.unlink(missing_ok=True)

    def finished(self) -> list[bytes]:
        """Packets whose uploads have all their bytes and were not removed yet."""
        return [
            packet_id
            for packet_id, growing in self._growing.items()
            if growing.upload.offset == growing.upload.length
        ]

    def _vouch(self, growing: _Growing, stretch: Stretch) -> None:
        length = growing.upload.length
        try:
            with disk_problems(self._folder), growing.path.open("r+b", buffering=0) as file:
                _write_at(file.fileno(), length + growing.journal_bytes, stretch.line())
                self._sync(file.fileno())
        except Problem:
            # After a failed sync the kernel may call lost pages clean: nothing of this upload is believed
            # any more, the sender begins again.
            del self._growing[growing.upload.packet_id]
            raise
        growing.journal_bytes += LINE_BYTES
        growing.upload = Upload(growing.upload.packet_id, length, stretch.end, growing.upload.metadata)
        growing.written, growing.checksum = stretch.end, 0

    def _recover(self, path: Path) -> None:
        """Take up an upload of an earlier run at the last offset that its journal proves."""
        packet_id, length = _named(path)
        with disk_problems(self._folder), path.open("r+b", buffering=0) as file:
            file.seek(length)
            journal = read_journal(file.read())
            if journal is None:  # it was being created; nothing of it was acknowledged
                remove_durably(path)
                return
            offset = proven_offset(journal, lambda first, end: _checksum(file.fileno(), first, end))
            file.truncate(length + journal.size)
        upload = Upload(packet_id, length, offset, journal.metadata)
        self._growing[packet_id] = _Growing(path, upload, journal.size, offset)

    def _recover_whole(self, path: Path) -> None:
        packet_id, length = _named(path)
        with disk_problems(self._folder):
            if path.stat().st_size < length:  # the disk broke its word; the sender begins again
                remove_durably(path)
                return
            os.truncate(path, length)
        upload = Upload(packet_id, length, length, metadata_of(packet_id))
        self._growing[packet_id] = _Growing(path, upload, 0, length)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _named(path: Path) -> tuple[bytes, int]:
    packet, length = path.stem.split(".")
    return bytes.fromhex(packet), int(length)


def _own(folder: Path) -> int:
    handle = os.open(folder / ".owner", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise Problem("delivery.folder_in_use", path=str(folder)) from error
    return handle


def _write_at(handle: int, place: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        count = os.pwrite(handle, rest, place)
        place, rest = place + count, rest[count:]


def _checksum(handle: int, first: int, end: int) -> int:
    checksum = 0
    while first < end:
        data = os.pread(handle, min(_BLOCK, end - first), first)
        if not data:
            return -1  # the file is shorter than it claims
        checksum = zlib.crc32(data, checksum)
        first += len(data)
    return checksum
