"""Updates that somebody brought on a disk."""

import time
from pathlib import Path

from rekam.edge.key import DraftKeys
from rekam.edge.store.station import StationStore
from rekam.edge.store.station.trusted_time import TimeBook
from rekam.edge.trust import FolderSource
from rekam.problem import Problem
from rekam.station.update.round import look, updates_of


def look_at_disk(folder: Path, disk: Path) -> list[str]:
    """Takes what is new from a copy of the centre's published folder; what was done, a line each.

    Raises:
        Problem: ``command.file_not_found``, ``station.already_running``, ``trust.*``.
    """
    for path in (folder / "station.db", disk / "metadata"):
        if not path.exists():
            raise Problem("command.file_not_found", path=str(path))
    updates, versions = updates_of(folder, _certain_time(folder))
    looked = look(updates, versions, FolderSource(disk))
    lines = [f"+ {offer.name} {offer.version}" for offer in looked.fetched]
    return [*lines, f"> {looked.program}"] if looked.program else lines


def _certain_time(folder: Path) -> int:
    """No earlier than this it is; the laptop's clock only where no signed word ever told the time."""
    store = StationStore(folder, DraftKeys(folder / "drafts"))
    try:
        return TimeBook(store.database).read().earliest or int(time.time())
    finally:
        store.close()
