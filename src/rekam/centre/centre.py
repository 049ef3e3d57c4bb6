"""The centre put together: what its pages, its intake and its worker share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rekam.centre.keys import CentreKeys, open_keys
from rekam.edge.job import JobQueue
from rekam.edge.store.centre import CentreStore
from rekam.edge.store.packet_files import PacketFiles
from rekam.edge.store.postgres import open_database

PREPARE = "prepare"
IDENTIFY = "identify"
"""Names of the two tasks: open, check and extract; then search and decide."""


@dataclass(frozen=True, slots=True)
class Centre:
    """Everything that a part of the centre works with.

    Attributes:
        store: The database.
        files: Sealed bodies, two copies.
        keys: The centre's keys.
        queue: Puts jobs into transactions.
        uploads: Folder of bodies on their way in.
        now: Unix seconds.
    """

    store: CentreStore
    files: PacketFiles
    keys: CentreKeys
    queue: JobQueue
    uploads: Path
    now: Callable[[], int]


@contextmanager
def open_centre(folder: Path, url: str, *, now: Callable[[], int], sessions: int = 8) -> Iterator[Centre]:
    """Open the centre's stores.

    Args:
        folder: Keys and packet bodies; ``first`` and ``second`` inside it are best put on different disks.
        url: The database, brought to this version's schema.
        now: Unix seconds.
        sessions: Most database sessions at once.

    Raises:
        Problem: ``centre.database_unreachable``, ``centre.database_newer``, ``delivery.disk_failed``,
            ``packet.key_*``.
    """
    keys = open_keys(folder / "keys")
    files = PacketFiles(folder / "first", folder / "second")
    database = open_database(url, size=sessions)
    try:
        yield Centre(CentreStore(database), files, keys, JobQueue(), folder / "uploads", now)
    finally:
        database.close()
