"""Updates that somebody brought on a disk."""

import time
from pathlib import Path

from rekam.edge.trust import FolderSource
from rekam.problem import Problem
from rekam.station.update.round import look, updates_of


def look_at_disk(folder: Path, disk: Path) -> list[str]:
    """Takes what is new from a copy of the centre's published folder; what was done, a line each.

    Raises:
        Problem: ``command.file_not_found``, ``trust.*``.
    """
    for path in (folder / "station.db", disk / "metadata"):
        if not path.exists():
            raise Problem("command.file_not_found", path=str(path))
    updates, versions = updates_of(folder, int(time.time()))
    looked = look(updates, versions, FolderSource(disk))
    lines = [f"+ {offer.name} {offer.version}" for offer in looked.fetched]
    return [*lines, f"> {looked.program}"] if looked.program else lines
