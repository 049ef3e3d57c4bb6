"""A checksum for every page of the station's database, beside it: SQLite itself keeps none.

``station.db-sums`` says what each page holds once the write-ahead log has been brought into the database; it is
written before that happens, so that at every moment a page is either covered by the log or by its checksum. One
flipped bit is found by its checksum and put right; anything more is a named failure. A database that somebody else
wrote (its time of change says so: a restored copy, a repair by hand) is believed and gets new checksums.
"""

import logging
import os
import zlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from rekam.edge.store.durable_file import disk_problems, remove_durably, write_durably
from rekam.edge.store.station.wal_content import WalFrames
from rekam.problem import Problem

_SIZE_AT = 16  # of the database header: page size, two bytes, 1 stands for 65,536
_CHECK = 4  # bytes of the file's own checksum, at its end

log = logging.getLogger("rekam.station")


class _Kept(msgspec.Struct, frozen=True):
    """What the file holds.

    Attributes:
        size: Bytes of a page.
        sums: CRC-32 of each page, in order.
        changed: When the database was last changed as far as the writer knew, nanoseconds; 0 = it was about to be.
    """

    size: int
    sums: list[int]
    changed: int


@dataclass(slots=True)
class PageSums:
    """The checksums of one database.

    Attributes:
        database: Its file.
        mended: Flipped bits that were put right since this object was made.
    """

    database: Path
    mended: int = 0
    _held: int | None = None

    def check(self) -> None:
        """Before the database is opened: every page and the log against their checksums.

        Raises:
            Problem: ``station.store_failed`` when a page is not what was written; ``delivery.disk_failed``.
        """
        with disk_problems(self.database):
            frames = self._frames(mend=True)
            self.mended += frames.mended
            kept = self._read()
            if kept is not None and self.database.exists():
                self._check_pages(kept, frames)
            elif self._file.exists():
                log.warning("%s is damaged and is made anew", self._file.name)

    def begin(self) -> None:
        """After a sound opening: checksums for a database that has none, or was changed by somebody else."""
        with disk_problems(self.database):
            kept = self._read()
            if kept is None or kept.changed != self._changed():
                size, pages = self._pages()
                sums = [zlib.crc32(page) for page in pages]
                if kept is not None and self._has_log():
                    # A crash between the two writings: what the log is about to write is known already.
                    images = self._log_sums(self._frames())
                    sums += [0] * (max(images, default=0) - len(sums))
                    for page, value in images.items():
                        sums[page - 1] = value
                self._write(_Kept(size, sums, self._changed()))

    def expect(self, most: int | None = None, before: "_Kept | None" = None) -> "_Kept | None":
        """A connection brings its log into the database: from now on the log's pages are expected.

        Args:
            most: Frames of the log that SQLite counts; ``None`` = not known yet. A commit whose flush failed was taken
                back, yet its frames may stand whole in the log, which alone cannot tell.
            before: What was expected before the log was.

        Returns:
            What was expected before.
        """
        with disk_problems(self.database):
            kept = before or self._read()
            if kept is None:
                return None
            frames = self._frames(most=most)
            if not frames.pages:
                if before is not None:
                    self._write(_Kept(before.size, before.sums, 0))
                return kept
            sums = kept.sums[: frames.pages] + [0] * (frames.pages - len(kept.sums))
            for page, value in self._log_sums(frames).items():
                if page <= frames.pages:
                    sums[page - 1] = value
            self._write(_Kept(kept.size, sums, 0))
            return kept

    def settle(self) -> None:
        """The log is in the database: a page that differs from now on was not changed by a program."""
        with disk_problems(self.database):
            kept = self._read()
            if kept is not None and kept.changed != self._changed():
                self._write(_Kept(kept.size, kept.sums, self._changed()))

    def release(self) -> None:
        """Once no connection is open any more."""
        if self._held is not None:
            os.close(self._held)
            self._held = None

    def forget(self) -> None:
        """Drops the checksums: the database is about to change without them."""
        with disk_problems(self.database):
            remove_durably(self._file)

    @property
    def _file(self) -> Path:
        return self.database.with_name(f"{self.database.name}-sums")

    @property
    def _log(self) -> Path:
        return self.database.with_name(f"{self.database.name}-wal")

    def _has_log(self) -> bool:
        return self._log.exists() and self._log.stat().st_size > 0

    def _frames(self, *, mend: bool = False, most: int | None = None) -> WalFrames:
        if not self._has_log():
            return WalFrames({}, 0, 0, 0)
        # After a proper end there is no log, and the start need not load the library that reads it.
        from rekam.edge.store.station.wal_frames import read_frames

        return read_frames(self._log, mend=mend, most=most)

    def _changed(self) -> int:
        return self.database.stat().st_mtime_ns

    def _check_pages(self, kept: _Kept, frames: WalFrames) -> None:
        _, pages = self._pages(kept.size)
        wrong = [
            number
            for number, (page, value) in enumerate(zip(pages, kept.sums, strict=False), start=1)
            if number not in frames.images and zlib.crc32(page) != value
        ]
        bits = {number: _wrong_bit(pages[number - 1], kept.sums[number - 1]) for number in wrong}
        if None in bits.values():
            if kept.changed == self._changed():
                raise Problem("station.store_failed", reason=f"{self.database.name}: {wrong[0]}")
            return
        for number, bit in bits.items():
            self._mend(pages[number - 1], (number - 1) * kept.size, bit or 0)
        if bits:
            self._write(_Kept(kept.size, kept.sums, self._changed()))

    def _mend(self, page: bytes, at: int, bit: int) -> None:
        with self.database.open("r+b") as file:
            file.seek(at + bit // 8)
            file.write(bytes([page[bit // 8] ^ 1 << bit % 8]))
            file.flush()
            os.fsync(file.fileno())
        self.mended += 1
        log.warning("%s: one bit put right in page %d", self.database.name, at // len(page) + 1)

    def _pages(self, size: int = 0) -> tuple[int, list[bytes]]:
        if self._held is None:
            # Closing any descriptor of a database ends the locks of this process on it (POSIX), and another process
            # would then take itself for the only one: so this one stays open as long as the connection.
            self._held = os.open(self.database, os.O_RDONLY)
        content = os.pread(self._held, os.fstat(self._held).st_size, 0)
        stated = int.from_bytes(content[_SIZE_AT : _SIZE_AT + 2], "big")
        size = size or (65_536 if stated == 1 else stated) or 4096
        return size, [content[at : at + size] for at in range(0, len(content), size)]

    def _log_sums(self, frames: WalFrames) -> dict[int, int]:
        with self._log.open("rb") as file:
            return {
                page: zlib.crc32(os.pread(file.fileno(), frames.page_size, at))
                for page, at in frames.images.items()
            }

    def _read(self) -> _Kept | None:
        """``None`` when there are none, or when the file itself is damaged: the database is the original."""
        if not self._file.exists():
            return None
        content = self._file.read_bytes()
        if zlib.crc32(content[:-_CHECK]) != int.from_bytes(content[-_CHECK:], "big"):
            return None
        return msgspec.msgpack.decode(content[:-_CHECK], type=_Kept)

    def _write(self, kept: _Kept) -> None:
        content = msgspec.msgpack.encode(kept)
        write_durably(self._file, [content, zlib.crc32(content).to_bytes(_CHECK, "big")])


def _wrong_bit(page: bytes, value: int) -> int | None:
    """The one bit whose flip gives the page its checksum back; bit 0 is the lowest of the first byte."""
    difference = zlib.crc32(page) ^ value
    blank = zlib.crc32(bytes(len(page)))
    # The checksum is linear: what a flip changes depends on its place alone.
    for byte in range(len(page)):
        tail = bytes(len(page) - byte - 1)
        for bit in range(8):
            if zlib.crc32(tail, zlib.crc32(bytes([1 << bit]), zlib.crc32(bytes(byte)))) ^ blank == difference:
                return byte * 8 + bit
    return None
