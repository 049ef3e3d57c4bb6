import os
import zlib
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from rekam.edge.store.durable_file import disk_problems
from rekam.edge.store.gallery_files.parameters import BLOCK_ROWS, LEAST_ROWS


class MappedColumn:
    """One value a row, mapped into memory for reading.

    It is written beside the map, so that a full disk is an error and not the death of the process.

    Args:
        path: Made when absent, 0600.
        kind: Element type.
        shape: Shape of one row.
    """

    def __init__(self, path: Path, kind: DTypeLike, shape: tuple[int, ...] = ()) -> None:
        self.path = path
        self.kind, self.shape = np.dtype(kind), shape
        self.row_bytes = self.kind.itemsize * int(np.prod(shape, dtype=np.int64))
        with disk_problems(path):
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self.room = 0
            self._make_room(max(os.fstat(self._handle).st_size // self.row_bytes, LEAST_ROWS))

    def reserve(self, count: int) -> None:
        """Let so many rows be read, though the file may have lost them."""
        with disk_problems(self.path):
            if count > self.room:
                self._make_room(max(count, 2 * self.room))

    def rows(self, count: int) -> NDArray[Any]:
        """The first rows, without copying; valid also after the column has grown."""
        flat = np.frombuffer(self._map, self.kind, count * self.row_bytes // self.kind.itemsize)
        return flat.reshape(count, *self.shape)

    def write(self, first: int, rows: NDArray[Any]) -> None:
        """Write rows in a piece; durable only after ``sync``.

        Raises:
            Problem: ``delivery.no_space`` or ``delivery.disk_failed``.
        """
        data = memoryview(np.ascontiguousarray(rows, self.kind).tobytes())
        self.reserve(first + len(rows))
        with disk_problems(self.path):
            at = first * self.row_bytes
            while data:
                done = os.pwrite(self._handle, data, at)
                data, at = data[done:], at + done

    def sync(self) -> None:
        """Make all rows durable."""
        with disk_problems(self.path):
            os.fsync(self._handle)

    def checksums(self, count: int, first_block: int = 0) -> NDArray[np.uint32]:
        """CRC-32 of each block of the first ``count`` rows, from a block on; the last may be short."""
        bounds = range(first_block * BLOCK_ROWS, count, BLOCK_ROWS)
        sums = [self._checksum(start, min(start + BLOCK_ROWS, count)) for start in bounds]
        return np.array(sums, np.uint32)

    def close(self) -> None:
        """Let go of the file; arrays handed out stay readable."""
        os.close(self._handle)

    def _checksum(self, start: int, end: int) -> int:
        with memoryview(self._map) as whole:
            return zlib.crc32(whole[start * self.row_bytes : end * self.row_bytes])

    def _make_room(self, rows: int) -> None:
        # The room is a hole in the file: it takes no disk until a row is written.
        os.ftruncate(self._handle, max(rows * self.row_bytes, os.fstat(self._handle).st_size))
        self._map = mmap(self._handle, rows * self.row_bytes, access=ACCESS_READ)
        self.room = rows
