"""A station's folder, or a copy of it, read without writing a byte to it."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from rekam.edge.key import Ed25519Verifier, import_public
from rekam.edge.store.station.statement import statements
from rekam.packet import Link, Verifier
from rekam.packet.audit import Book, Entry
from rekam.problem import Problem

DATABASE = "station.db"
_HEADS_SINCE = 5
"""Version of the database that first kept heads."""


class _Papers(msgspec.Struct):
    station: str


def read_station_folder(folder: Path) -> Book:
    """The book of a station; it may be running.

    Raises:
        Problem: ``courier.copy_unreadable``, ``station.not_provisioned``, ``packet.key_*``.
    """
    with _reading(folder / DATABASE) as connection:
        papers = connection.execute(statements()["setting"], ("provisioning",)).fetchone()
        if papers is None:
            raise Problem("station.not_provisioned")
        lines = connection.execute(statements()["audit_lines"]).fetchall()
        chain = connection.execute(statements()["chain"]).fetchone()
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        heads = connection.execute(statements()["log_heads"]).fetchall() if version >= _HEADS_SINCE else []
    return Book(
        station=msgspec.msgpack.decode(papers["value"], type=_Papers).station,
        keys=_keys(folder, "station"),
        centre=_keys(folder, "centre"),
        entries=[_entry(row) for row in lines],
        head=Link(chain["sequence"], chain["hash"]),
        heads=[(row["size"], row["root"]) for row in heads],
    )


def _keys(folder: Path, name: str) -> tuple[Verifier, ...]:
    """The public keys of a name, the present one and those before it; a copy need not hold the secret ones."""
    files = sorted((folder / "keys").glob(f"{name}*.sign.pub"))
    keys = (import_public(file.read_bytes()) for file in files)
    found = tuple(key for key in keys if isinstance(key, Ed25519Verifier))
    if not found:
        raise Problem("packet.key_missing", name=name)
    return found


def _entry(row: sqlite3.Row) -> Entry:
    freed = row["state"] == "receipted" or not row["body_kept"]
    return Entry(row["packet_id"], row["sequence"], row["manifest"], row["receipt"], freed=freed)


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("SELECT count(*) FROM setting").fetchone()
            yield connection
            return
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error) and "unable to open" not in str(error):
            raise Problem("courier.copy_unreadable", folder=path.parent.name, reason=str(error)) from error
    except sqlite3.Error as error:
        raise Problem("courier.copy_unreadable", folder=path.parent.name, reason=str(error)) from error
    # On a disk that cannot be written SQLite cannot replay the log of the copy: it is replayed elsewhere.
    with (
        tempfile.TemporaryDirectory(prefix="rekam-audit-") as place,
        _copied(path, Path(place)) as connection,
    ):
        yield connection


@contextmanager
def _copied(path: Path, place: Path) -> Iterator[sqlite3.Connection]:
    try:
        for name in (path.name, f"{path.name}-wal"):
            if (path.parent / name).is_file():
                shutil.copyfile(path.parent / name, place / name)
        with closing(sqlite3.connect(place / path.name)) as connection:
            connection.row_factory = sqlite3.Row
            yield connection
    except (sqlite3.Error, OSError) as error:
        raise Problem("courier.copy_unreadable", folder=path.parent.name, reason=str(error)) from error
