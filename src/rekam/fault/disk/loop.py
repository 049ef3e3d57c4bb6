"""A file system of its own in one file, which can lose its power."""

import fcntl
import os
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rekam.fault.disk.tool import complaint, missing
from rekam.problem import Problem

_SIZE = 320 << 20  # bytes; mkfs.xfs refuses less than 300 MiB; the file is sparse
_SHUTDOWN = 0x8004587D  # _IOR('X', 125, __u32): EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN
_NO_LOG_FLUSH = 2  # the journal in memory is lost too, as when the plug is pulled
_MAKE = {"ext4": ("mkfs.ext4", "-q", "-F"), "xfs": ("mkfs.xfs", "-q", "-f")}
KINDS = tuple(_MAKE)


@dataclass(frozen=True, slots=True)
class LoopDisk:
    """One file system on a loop device.

    Attributes:
        kind: ``ext4`` or ``xfs``.
        image: The file that is the disk.
        at: Where it is mounted.
    """

    kind: str
    image: Path
    at: Path

    def mount(self) -> None:
        """Mount; the journal is replayed."""
        _run("mount", "-o", "loop", "-t", self.kind, str(self.image), str(self.at))

    def cut(self) -> None:
        """Now nothing more reaches the disk: every later write and fsync fails, what was not synced is gone."""
        handle = os.open(self.at, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.ioctl(handle, _SHUTDOWN, struct.pack("I", _NO_LOG_FLUSH))
        finally:
            os.close(handle)

    def unmount(self) -> None:
        """Let go of it; who worked on it has to be dead, and the kernel may need a moment to bury them."""
        for _ in range(50):
            if not complaint("umount", str(self.at)):
                return
            time.sleep(0.05)
        _run("umount", "--lazy", str(self.at))

    def sync(self) -> None:
        """Bring everything to the disk."""
        _run("sync", "--file-system", str(self.at))


@contextmanager
def loop_disk(kind: str, folder: Path) -> Iterator[LoopDisk]:
    """A new, mounted file system; unmounted and removed at the end.

    Args:
        kind: ``ext4`` or ``xfs``.
        folder: Where its file and its mount point are made.

    Raises:
        Problem: ``fault.not_possible`` without the tools, loop devices or the right to mount.
    """
    absent = missing(_MAKE[kind][0], "mount", "umount")
    if absent:
        raise Problem("fault.not_possible", reason=", ".join(absent))
    disk = LoopDisk(kind, folder / f"{kind}.image", folder / f"{kind}.mounted")
    disk.at.mkdir()
    with disk.image.open("wb") as file:
        file.truncate(_SIZE)
    _run(*_MAKE[kind], str(disk.image))
    disk.mount()
    try:
        yield disk
    finally:
        if disk.at.is_mount():
            disk.unmount()
        disk.image.unlink()
        disk.at.rmdir()


def _run(*command: str) -> None:
    said = complaint(*command)
    if said:
        raise Problem("fault.not_possible", reason=said)
