"""Everything a station keeps on its disk, opened together and mended after a crash."""

from pathlib import Path

from rekam.edge.store.durable_file import disk_problems, make_folder, remove_durably
from rekam.edge.store.packet_files import PacketFiles
from rekam.edge.store.station.absences import Absences
from rekam.edge.store.station.accounts import Accounts
from rekam.edge.store.station.captures import Captures
from rekam.edge.store.station.database import Database
from rekam.edge.store.station.days import Days
from rekam.edge.store.station.drafts import DraftKeys, Drafts
from rekam.edge.store.station.journal import Journal
from rekam.edge.store.station.lock import StationLock
from rekam.edge.store.station.migration import migrate, migrations
from rekam.edge.store.station.outbox import Outbox
from rekam.edge.store.station.queue import Queue
from rekam.edge.store.station.roster import Roster
from rekam.edge.store.station.settings import Settings
from rekam.edge.store.station.visits import Visits
from rekam.problem import Problem


class StationStore:
    """The station's folder.

    Layout: ``station.db`` (SQLite, with ``-wal`` and ``-shm``), ``station.db.before-NNNN`` (copy before a
    migration), ``packets/`` (sealed bodies by id), ``drafts/`` (one key a draft), ``keys/`` (signing key, public
    keys of the centre), ``station.lock``.

    Args:
        folder: Made when absent.
        keys: Keys of the drafts.

    Raises:
        Problem: ``station.already_running``, ``station.store_not_safe``, ``station.store_failed``,
            ``station.store_newer``, ``delivery.no_space``.
    """

    def __init__(self, folder: Path, keys: DraftKeys) -> None:
        self.folder = folder
        with disk_problems(folder):
            make_folder(folder)
            self._lock = StationLock(folder)
        try:
            self.database = Database(folder / "station.db")
            self.migrated = migrate(self.database, migrations())
            self.files = PacketFiles(folder / "packets")
        except BaseException:
            self._lock.release()
            raise
        self.drafts = Drafts(self.database, keys)
        self.roster = Roster(self.database)
        self.outbox = Outbox(self.database)
        self.accounts = Accounts(self.database)
        self.journal = Journal(self.database)
        self.settings = Settings(self.database)
        self.absences = Absences(self.database)
        self.queue = Queue(self.database)
        self.visits = Visits(self.database)
        self.days = Days(self.database)
        self.captures = Captures(self.database)

    def mend(self) -> list[str]:
        """Finishes what a crash cut short, before anybody works with the store.

        A body that was written for a draft whose sealing did not commit is removed: the draft still holds
        everything and is sealed again under the same number.

        Returns:
            Drafts whose resident had agreed: they are to be sealed now.
        """
        self.files.sweep()
        for line in self.drafts.open_lines():
            if line.packet_id is not None and self.outbox.line(line.packet_id) is None:
                self._remove_orphan(line.packet_id)
                self.drafts.intend(line.draft_id, None)
        self.drafts.sweep()
        return [line.draft_id for line in self.drafts.open_lines() if self._agreed(line.draft_id)]

    def unknown_bodies(self) -> list[bytes]:
        """Bodies that no line of the outbox names; they are kept and reported, never deleted."""
        return [packet_id for packet_id in self.files.ids() if self.outbox.line(packet_id) is None]

    def close(self) -> None:
        """Ends the work with the store."""
        self.database.close()
        self._lock.release()

    def _remove_orphan(self, packet_id: bytes) -> None:
        if self.files.size(packet_id) is not None:
            path = self.files.path(packet_id)
            with disk_problems(path):
                remove_durably(path)

    def _agreed(self, draft_id: str) -> bool:
        try:
            return self.drafts.read(draft_id).consented_at is not None
        except Problem:
            # Its key or an event is damaged: the operator meets that named problem when opening the draft.
            return False
