"""One SQLite file, opened so that what was committed survives a power cut, or not opened at all."""

import logging
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from rekam.edge.store.station.page_sums import PageSums
from rekam.edge.store.station.statement import statements
from rekam.problem import Problem

PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("busy_timeout", "5000", 5000),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("wal_autocheckpoint", "0", 0),
)
"""Name, value set, value that has to come back. An unread PRAGMA swallows an I/O error and leaves the
database in the mode before, so each is read and compared. SQLite brings no log into the database by itself: the
checksums of the pages have to be written first (`Database.checkpoint`)."""

_CHECKPOINT_EVERY = 200  # commits; about five recordings, some 4 MB of log

log = logging.getLogger("rekam.station")

Value = str | int | bytes | None
Row = sqlite3.Row


class Database:
    """The station's connection: one, shared by threads under a lock, each write a transaction.

    Args:
        path: The database file; made when absent.
        named: Its statements by name; the station's own when not given.

    Attributes:
        sums: Checksums of its pages; ``sums.mended`` counts flipped bits that opening put right.

    Raises:
        Problem: ``station.store_not_safe`` when a PRAGMA does not hold, ``station.store_failed`` when the file
            is no database or the disk fails.
    """

    def __init__(self, path: Path, named: Mapping[str, str] | None = None) -> None:
        self.path = path
        self._named = statements() if named is None else named
        self._lock = RLock()
        self._commits = 0
        self.sums = PageSums(path)
        try:
            self.sums.check()
        except BaseException:
            self.sums.release()
            raise
        with _disk(path):
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._connection.row_factory = sqlite3.Row
            try:
                self._set_pragmas()
                self.sums.begin()
            except BaseException:
                self._connection.close()
                self.sums.release()
                raise

    def _set_pragmas(self) -> None:
        for name, value, expected in PRAGMAS:
            self._connection.execute(f"PRAGMA {name} = {value}").fetchall()
            answer = self._connection.execute(f"PRAGMA {name}").fetchone()
            if answer is None or answer[0] != expected:
                found = "-" if answer is None else str(answer[0])
                raise Problem("station.store_not_safe", setting=name, found=found, expected=str(expected))
        check = self._connection.execute("PRAGMA quick_check(1)").fetchone()
        if check[0] != "ok":
            raise Problem("station.store_failed", reason=str(check[0]))

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction: durable when the block ends, undone when it raises. Nested blocks join the outer."""
        with self._lock, _disk(self.path):
            if self._open():
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # SQLite has already undone the transaction after some disk errors.
                if self._open():
                    self._connection.execute("ROLLBACK")
                raise
            self._committed()

    def _open(self) -> bool:
        return self._connection.in_transaction

    def do(self, statement: str, *values: Value) -> int:
        """Runs a named statement; the number of rows it changed."""
        with self._lock, _disk(self.path):
            changed = self._connection.execute(self._named[statement], values).rowcount
            if not self._open():
                self._committed()
            return changed

    def do_many(self, statement: str, rows: Iterator[Sequence[Value]] | Sequence[Sequence[Value]]) -> None:
        """Runs a named statement for every row; call it inside `write`."""
        with self._lock, _disk(self.path):
            self._connection.executemany(self._named[statement], rows)

    def all(self, statement: str, *values: Value) -> list[Row]:
        """The rows of a named statement."""
        with self._lock, _disk(self.path):
            return self._connection.execute(self._named[statement], values).fetchall()

    def one(self, statement: str, *values: Value) -> Row | None:
        """The first row of a named statement, if there is one."""
        with self._lock, _disk(self.path):
            row: Row | None = self._connection.execute(self._named[statement], values).fetchone()
            return row

    def script(self, sql: str) -> None:
        """Runs the statements of a migration inside the open transaction (``executescript`` would end it)."""
        with self._lock, _disk(self.path):
            for statement in whole_statements(sql):
                self._connection.execute(statement)

    def pragma(self, name: str) -> Any:
        """The value of a PRAGMA now."""
        with self._lock, _disk(self.path):
            return self._connection.execute(f"PRAGMA {name}").fetchone()[0]

    def set_version(self, version: int) -> None:
        """Writes the number of the last migration into the file's header, inside the transaction."""
        with self._lock, _disk(self.path):
            self._connection.execute(f"PRAGMA user_version = {int(version)}")

    def copy_to(self, target: Path) -> None:
        """A whole, consistent copy of the database as a new file."""
        with self._lock, _disk(target):
            self._connection.execute("VACUUM INTO ?", (str(target),))

    def checkpoint(self, mode: str = "PASSIVE") -> None:
        """Brings the log into the database; a reader elsewhere may keep a part of it waiting.

        Args:
            mode: ``PASSIVE`` waits for nobody, ``TRUNCATE`` leaves an empty log.
        """
        with self._lock, _disk(self.path):
            before = self.sums.expect()
            busy, frames, done = self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            if not busy and frames == done:
                self.sums.expect(frames, before)
                self.sums.settle()
            if mode != "PASSIVE":
                self._connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()

    def _committed(self) -> None:
        """What was committed is safe in the log; a full disk only keeps the log long until later commits."""
        self._commits += 1
        if self._commits < _CHECKPOINT_EVERY:
            return
        self._commits = 0
        try:
            self.checkpoint()
        except Problem as problem:
            log.warning("the log stays as it is: %s", problem)

    def close(self) -> None:
        """Ends the connection; what was committed stays."""
        with self._lock:
            try:
                self._last_checkpoint()
            finally:
                self._connection.close()
                self.sums.release()

    def _last_checkpoint(self) -> None:
        try:
            self.checkpoint("TRUNCATE")
        except Problem as problem:
            # SQLite now does it by itself, without the checksums: none are better than wrong ones.
            log.warning("the checksums of the pages are dropped: %s", problem)
            self.sums.forget()


def whole_statements(sql: str) -> Iterator[str]:
    """Splits a script at the semicolons that end statements."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


@contextmanager
def _disk(path: Path) -> Iterator[None]:
    """Gives SQLite's failures their names.

    Raises:
        Problem: ``delivery.no_space``, ``station.store_busy`` or ``station.store_failed``.
    """
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "") or ""
        if code == "SQLITE_FULL":
            raise Problem("delivery.no_space", path=str(path.parent)) from error
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise Problem("station.store_busy") from error
        raise Problem("station.store_failed", reason=str(error)) from error
