"""A new program compiled when it is unpacked: its first start reads no source."""

import os
import subprocess
import sys
from pathlib import Path

from rekam.edge.store.durable_file import disk_problems, sync_folder


def compile_all(folder: Path) -> None:
    """Writes Python's bytecode beside every source, durably; in a process of its own, so that captures go on.

    Python itself would write it at the first start and leave it to the system when it reaches the disk: cut off by
    a power cut, such a file keeps the program from starting. What does not compile is left to the start, which fails
    and goes back to the program before.

    Args:
        folder: Of the unpacked program.

    Raises:
        Problem: ``delivery.no_space``, ``delivery.disk_failed``.
    """
    command = [sys.executable, "-m", "compileall", "-q", "-f", str(folder)]
    quiet = subprocess.DEVNULL
    subprocess.run(command, check=False, stdout=quiet, stderr=quiet)  # noqa: S603 - our own interpreter
    with disk_problems(folder):
        for cache in folder.rglob("__pycache__"):
            for path in cache.iterdir():
                _sync(path)
            sync_folder(cache)
            sync_folder(cache.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
