"""How much of its write-ahead log SQLite itself counts as committed."""

import struct
from pathlib import Path

_VERSION = 3007000
_HEADER = 48  # bytes; it stands twice, so that a half-written one shows


def committed_frames(database: Path) -> int:
    """Frames of the log up to the last commit that succeeded, by the index that an open connection keeps.

    A commit whose flush failed was taken back, yet its frames may stand whole in the log: the log alone cannot
    tell them from committed ones. (Format: sqlite.org/walformat.html, section 2.1.)

    Args:
        database: A database that a connection has open.

    Returns:
        The number; -1 = the index does not say.
    """
    path = database.with_name(f"{database.name}-shm")
    if not path.exists():
        return -1
    with path.open("rb") as file:
        held = file.read(2 * _HEADER)
    if len(held) < 2 * _HEADER or held[:_HEADER] != held[_HEADER:]:
        return -1
    version, _, _, known, _, _, frames = struct.unpack_from("=IIIBBHI", held)
    return int(frames) if known and version == _VERSION else -1
