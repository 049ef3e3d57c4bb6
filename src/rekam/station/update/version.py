"""Which program a station runs next, and how it goes back when a new one does not start."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from rekam.edge.store.durable_file import disk_problems, make_folder, write_durably

STARTS_MOST = 2
"""Starts without a first page after which a new program is given up."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The program that starts next.

    Attributes:
        version: As its package says.
        path: Folder to be put on Python's path.
        proved: Whether it has shown a first page at this station.
        starts: How often it was started without one.
    """

    version: str
    path: str
    proved: bool = False
    starts: int = 0


class Versions:
    """The programs beside the one that was installed by hand.

    Layout: ``versions/NAME/`` (unpacked packages), ``versions/chosen.json``, ``station.db.before-update`` (the
    database as it was before a new program's first start).

    Args:
        folder: The station's state folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.folder = folder / "versions"
        self._chosen = self.folder / "chosen.json"

    def chosen(self) -> Chosen | None:
        """What starts next; ``None`` = the program that was installed by hand."""
        try:
            values: Mapping[str, object] = json.loads(self._chosen.read_text("utf-8"))
            return Chosen(**values)  # type: ignore[arg-type]
        except (FileNotFoundError, ValueError, TypeError):
            # Unreadable is like never chosen: the program installed by hand always starts.
            return None

    def choose(self, version: str, path: Path) -> None:
        """Start this one next time."""
        with disk_problems(self.folder):
            make_folder(self.folder)
        self._write(Chosen(version, str(path)))

    def starting(self) -> Chosen | None:
        """The program to start now, its start counted; ``None`` = the one installed by hand. No station runs yet.

        Before a new program's first start the database is copied: it may bring it to a new form. A program that was started `STARTS_MOST` times and never showed a page is given up: the database is put
        back as it was before. Nothing can have been recorded since, because no page was there to record with.
        """
        chosen = self.chosen()
        if chosen is None or chosen.proved:
            return chosen
        if chosen.starts >= STARTS_MOST:
            self._give_up(chosen)
            return None
        if chosen.starts == 0:
            with disk_problems(self._folder):
                _copy(self._folder / "station.db", self._before)
        counted = Chosen(chosen.version, chosen.path, proved=False, starts=chosen.starts + 1)
        self._write(counted)
        return counted

    def proved(self, version: str) -> None:
        """This program shows its pages: keep it."""
        chosen = self.chosen()
        if chosen is not None and chosen.version == version and not chosen.proved:
            self._write(Chosen(chosen.version, chosen.path, proved=True))

    def given_up(self) -> str | None:
        """Version that failed here, until another is chosen."""
        path = self.folder / "given_up"
        return path.read_text("utf-8") if path.exists() else None

    @property
    def _before(self) -> Path:
        return self._folder / "station.db.before-update"

    def _give_up(self, chosen: Chosen) -> None:
        database = self._folder / "station.db"
        with disk_problems(self.folder):
            if self._before.exists() and _form(self._before) != _form(database):
                for suffix in ("-wal", "-shm"):
                    database.with_name(database.name + suffix).unlink(missing_ok=True)
                write_durably(database, [self._before.read_bytes()])
            write_durably(self.folder / "given_up", [chosen.version.encode()])
            self._chosen.unlink()

    def _write(self, chosen: Chosen) -> None:
        with disk_problems(self.folder):
            write_durably(self._chosen, [json.dumps(asdict(chosen)).encode()])


def _copy(database: Path, target: Path) -> None:
    """A whole copy, also while the station works with the database."""
    target.unlink(missing_ok=True)
    fresh = target.with_name(target.name + ".part")
    fresh.unlink(missing_ok=True)
    source = sqlite3.connect(database)
    try:
        source.execute("VACUUM INTO ?", (str(fresh),))
    finally:
        source.close()
    write_durably(target, [fresh.read_bytes()])
    fresh.unlink()


def _form(database: Path) -> int:
    connection = sqlite3.connect(database)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()
