import os
from pathlib import Path

from rekam.edge.store.durable_file import disk_problems, remove_durably
from rekam.edge.store.gallery_files.parameters import ERASE_BYTES


def erase(path: Path) -> None:
    """Write zeros over what a file holds, then remove it; holes in it stay holes.

    A best effort: a disk that writes elsewhere (flash, copy on write) may keep the old bytes for a while.
    """
    with disk_problems(path):
        handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        try:
            at, end = 0, os.fstat(handle).st_size
            while at < end:
                try:
                    at = os.lseek(handle, at, os.SEEK_DATA)
                except OSError:  # no data behind this place
                    break
                stop = os.lseek(handle, at, os.SEEK_HOLE)
                while at < stop:
                    at += os.pwrite(handle, bytes(min(ERASE_BYTES, stop - at)), at)
            os.fsync(handle)
        finally:
            os.close(handle)
        remove_durably(path)
