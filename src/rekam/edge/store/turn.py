"""One process at a time, by a lock on a file that the kernel drops when its holder dies."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rekam.edge.store.durable_file import disk_problems, make_folder


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Wait for the turn, and hold it until the block ends.

    Args:
        path: A file made for this only; it stays.

    Raises:
        Problem: ``delivery.no_space`` or ``delivery.disk_failed``.
    """
    with disk_problems(path):
        make_folder(path.parent)
        file = path.open("ab")
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
