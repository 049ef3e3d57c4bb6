"""Bringing a station's database to the form of this program, with a copy of it beside it first."""

import os
from pathlib import Path

from rekam.edge.store.durable_file import sync_folder
from rekam.edge.store.station.database import Database
from rekam.problem import Problem

_FOLDER = Path(__file__).parent / "sql"


def migrations(folder: Path = _FOLDER) -> dict[int, str]:
    """Scripts by number; ``0001_begin.sql`` has number 1."""
    files = sorted(folder.glob("[0-9]*_*.sql"))
    return {int(file.name.partition("_")[0]): file.read_text(encoding="utf-8") for file in files}


def migrate(database: Database, scripts: dict[int, str]) -> list[int]:
    """Runs the scripts that the database has not had, each in its own transaction.

    Before the first of them an existing database is copied to ``<name>.before-<number>``, so that a failed
    upgrade loses nothing.

    Returns:
        Numbers of the scripts that ran.

    Raises:
        Problem: ``station.store_newer`` when the database was written by a later program.
    """
    version = int(database.pragma("user_version"))
    if version > max(scripts):
        raise Problem("station.store_newer", found=version, known=max(scripts))
    ahead = [number for number in sorted(scripts) if number > version]
    if ahead and version > 0:
        copy_before(database, ahead[0])
    for number in ahead:
        with database.write():
            database.script(scripts[number])
            database.set_version(number)
    return ahead


def copy_before(database: Database, number: int) -> Path:
    """The copy made before migration ``number``; an unfinished one of an earlier try is replaced."""
    part = database.path.with_name(f"{database.path.name}.before-{number:04d}.part")
    target = part.with_suffix("")
    part.unlink(missing_ok=True)
    database.copy_to(part)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.rename(target)
    sync_folder(target.parent)
    return target
