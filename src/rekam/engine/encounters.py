"""Encounters on the engine's own disk: what was acknowledged is there after a kill or a power cut."""

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import msgspec

from rekam.abis.person_template import PersonTemplate
from rekam.edge.store.durable_file import disk_problems, make_folder
from rekam.edge.store.station.database import Database, Row
from rekam.edge.store.station.lock import StationLock
from rekam.edge.store.station.migration import migrate, migrations
from rekam.edge.store.station.statement import statements
from rekam.engine.encounter import Encounter
from rekam.engine.parameters import ALL, PAGE_ROWS
from rekam.problem import Problem

log = logging.getLogger("rekam.engine")

_SQL = Path(__file__).parent / "sql"


class Encounters:
    """The folder of the engine: ``engine.db`` (SQLite, WAL, ``synchronous=FULL``), for one process.

    Reading makes an `Encounter` of a row; writing asks nothing: the rules are those of the service.

    Args:
        folder: Made when absent.

    Raises:
        Problem: ``engine.already_running``, ``station.store_…`` or ``delivery.no_space``.
    """

    def __init__(self, folder: Path) -> None:
        with disk_problems(folder):
            make_folder(folder)
        try:
            self._lock = StationLock(folder)
        except Problem as problem:
            raise Problem("engine.already_running", folder=folder.name) from problem
        try:
            self.database = Database(folder / "engine.db", statements(_SQL))
            migrate(self.database, migrations(_SQL))
        except BaseException:
            self._lock.release()
            raise

    def close(self) -> None:
        """Lets the folder go; what was committed stays."""
        try:
            self.database.close()
        finally:
            self._lock.release()

    def write(self) -> AbstractContextManager[None]:
        """One transaction; nested ones join it."""
        return self.database.write()

    def add(self, new: Encounter, now: int) -> Encounter:
        """Keeps a new encounter.

        Raises:
            sqlite3.IntegrityError: If the person already has an encounter of that name.
        """
        with self.write():
            self.database.do(
                "add_encounter", new.person, new.encounter, new.kind, new.active, _blob(new), new.extractor,
                _json(new), now, now,
            )  # fmt: skip
            kept = self.find(new.person, new.encounter)
            assert kept is not None
            self._join(kept.row, new.galleries)
            return replace(kept, galleries=new.galleries)

    def change(self, row: int, new: Encounter, now: int) -> None:
        """Keeps other content in the place of an encounter."""
        with self.write():
            self.database.do(
                "change_encounter", new.kind, new.active, _blob(new), new.extractor, _json(new), now, row
            )
            self._join(row, new.galleries)

    def set_active(self, row: int, *, active: bool, now: int) -> None:
        """Lets searches see an encounter, or not."""
        self.database.do("set_active", active, now, row)

    def set_galleries(self, row: int, galleries: tuple[str, ...], now: int) -> None:
        """Moves an encounter to other galleries."""
        with self.write():
            self.database.do("touch", now, row)
            self._join(row, galleries)

    def give(self, row: int, person: str, now: int) -> None:
        """Makes an encounter another person's.

        Raises:
            sqlite3.IntegrityError: If that person already has an encounter of its name.
        """
        self.database.do("give_encounter", person, now, row)

    def delete(self, row: int) -> None:
        """Overwrites and removes an encounter."""
        self.database.do("delete_encounter", row)

    def find(self, person: str, encounter: str) -> Encounter | None:
        """An encounter by its names."""
        row = self.database.one("encounter", person, encounter)
        return None if row is None else self._encounter(row)

    def by_row(self, row: int) -> Encounter | None:
        """An encounter by the engine's reference."""
        found = self.database.one("encounter_by_row", row)
        return None if found is None else self._encounter(found)

    def of(self, person: str) -> list[Encounter]:
        """The encounters of a person, in the order they came; nobody has none."""
        return [self._encounter(row) for row in self.database.all("encounters_of", person)]

    def everyone(self) -> Iterator[Encounter]:
        """Every encounter, in the order they came; a page at a time, so that a province fits into memory."""
        after = 0
        while rows := self.database.all("every_encounter", after, PAGE_ROWS):
            for row in rows:
                yield self._encounter(row)
            after = rows[-1]["row"]

    def galleries(self) -> list[str]:
        """Names of the galleries that have somebody in them."""
        return [row["gallery"] for row in self.database.all("galleries")]

    def knows_gallery(self, gallery: str) -> bool:
        """Whether somebody is in a gallery."""
        return self.database.one("gallery_known", gallery) is not None

    def members(self, gallery: str, limit: int, offset: int) -> list[tuple[str, str]]:
        """Person and encounter of a gallery's members (of all with ``ALL``), in the order they came."""
        page = ("everybody", limit, offset) if gallery == ALL else ("members", gallery, limit, offset)
        return [(row["person"], row["encounter"]) for row in self.database.all(*page)]

    def count(self, gallery: str = ALL) -> tuple[int, int]:
        """How many persons and how many encounters there are."""
        row = self.database.one("count") if gallery == ALL else self.database.one("count_in", gallery)
        assert row is not None
        return row["persons"], row["encounters"]

    def _join(self, row: int, galleries: tuple[str, ...]) -> None:
        self.database.do("leave_galleries", row)
        self.database.do_many("join_gallery", [(gallery, row) for gallery in galleries])

    def _encounter(self, row: Row) -> Encounter:
        galleries = self.database.all("galleries_of", row["row"])
        return Encounter(
            row["person"],
            row["encounter"],
            _template(row),
            tuple(one["gallery"] for one in galleries),
            row["kind"],
            bool(row["active"]),
            msgspec.json.decode(row["said"]),
            row["extractor"],
            row["created"],
            row["updated"],
            row["row"],
        )


def _template(row: Row) -> PersonTemplate | None:
    if row["template"] is None:
        return None
    try:
        return PersonTemplate.from_bytes(row["template"])
    except Problem as problem:
        # Of an engine before or after this one: the client has to send the pictures again (`outdated`).
        log.warning("encounter row %s is not searched: %s", row["row"], problem.code)
        return None


def _blob(encounter: Encounter) -> bytes | None:
    return None if encounter.template is None else encounter.template.to_bytes()


def _json(encounter: Encounter) -> str:
    return msgspec.json.encode(encounter.said).decode()
