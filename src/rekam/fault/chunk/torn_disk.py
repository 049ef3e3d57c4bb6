"""A disk that keeps only what was flushed, and of the rest some sectors."""

from pathlib import Path
from random import Random

SECTOR = 512


class TornDisk:
    """Remembers the content of each partial upload at its last flush.

    Args:
        folder: Where the partial uploads stand.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._flushed: dict[str, bytes] = {}

    def sync(self, handle: int) -> None:
        """Stands for ``os.fdatasync``."""
        path = Path(f"/proc/self/fd/{handle}").readlink()
        self._flushed[path.stem] = path.read_bytes()

    def power_cut(self, chance: Random) -> None:
        """Each sector that was written since the last flush is there or not."""
        for path in self._folder.glob("*.part"):
            now = path.read_bytes()
            then = self._flushed.get(path.stem, b"").ljust(len(now), b"\0")
            places = range(0, len(now), SECTOR)
            path.write_bytes(b"".join(chance.choice((now, then))[at : at + SECTOR] for at in places))
