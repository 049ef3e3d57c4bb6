import os
from collections.abc import Iterator
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path

from rekam.edge.store.durable_file import disk_problems
from rekam.edge.store.gallery_files.record import MAGIC, Record, read_record
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Hole:
    """Bytes of the log that are no record.

    Attributes:
        start: First of them.
        end: First behind them.
        last: Nothing follows: a write that a kill or a power cut tore, never acknowledged.
    """

    start: int
    end: int
    last: bool


class Log:
    """The records of one generation, behind each other; only its end is written.

    Args:
        path: Made when absent, 0600.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with disk_problems(path):
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self.size = os.fstat(self._handle).st_size
        self._spoiled = False

    def append(self, records: bytes) -> int:
        """Put records at the end, durable when it returns; gives the place of the first.

        Raises:
            Problem: ``delivery.no_space`` or ``delivery.disk_failed``; the log is then as it was.
                ``abis.gallery_files_closed`` after a failure that could not be taken back.
        """
        if self._spoiled:
            raise Problem("abis.gallery_files_closed", folder=self.path.parent.name)
        start = self.size
        with disk_problems(self.path):
            try:
                _write_all(self._handle, records, start)
                os.fdatasync(self._handle)
            except BaseException:
                # Whether a failed sync kept anything is not known (Linux forgets): only a new opening may tell.
                self._spoiled = True
                os.ftruncate(self._handle, start)
                os.fsync(self._handle)
                self._spoiled = False
                raise
        self.size = start + len(records)
        return start

    def read(self, start: int, length: int) -> bytes:
        """Bytes of the log, fewer at its end."""
        with disk_problems(self.path):
            return os.pread(self._handle, length, start)

    def scan(self, start: int = 0) -> Iterator[Record | Hole]:
        """Everything from a place on: records, and the holes between them."""
        if start >= self.size:
            return
        with disk_problems(self.path), mmap(self._handle, self.size, access=ACCESS_READ) as whole:
            data = memoryview(whole)
            try:
                yield from _scanned(whole, data, start)
            finally:
                data.release()

    def cut(self, size: int) -> None:
        """Cut a torn end off."""
        with disk_problems(self.path):
            os.ftruncate(self._handle, size)
            os.fsync(self._handle)
        self.size = size

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._handle)


def _scanned(whole: mmap, data: memoryview, at: int) -> Iterator[Record | Hole]:
    while at < len(data):
        record = read_record(data, at)
        if record is None:
            start = at
            at = whole.find(MAGIC, start + 1)
            while at >= 0 and (record := read_record(data, at)) is None:
                at = whole.find(MAGIC, at + 1)
            yield Hole(start, at if at >= 0 else len(data), last=record is None)
            if record is None:
                return
        yield record
        at = record.end


def _write_all(handle: int, data: bytes, at: int) -> None:
    rest = memoryview(data)
    while rest:
        done = os.pwrite(handle, rest, at)
        rest, at = rest[done:], at + done
