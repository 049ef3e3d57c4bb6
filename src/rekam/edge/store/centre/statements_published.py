"""What was published: figures and claims as printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import msgspec
from psycopg import Connection
from psycopg.types.json import Jsonb

from rekam.edge.store.centre.database import Database, one_value
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds

_SQL = statements("published")

MOST = 500
"""Statements that are compared with each other at once: the newest of a territory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedStatement:
    """One statement as it was entered.

    Attributes:
        statement_id: Its number; 0 before it is kept.
        day: Day that it speaks of.
        place: Region code; empty = the nation.
        cells: Figures as printed, by the names of `rekam.operations.statement.column`.
        wording: The exact words.
        remark: What a reader has to know.
        speaker: Who said it.
        source: Where it was printed.
        entered_by: Account.
        entered_at: Unix seconds.
    """

    statement_id: int = 0
    day: date | None
    place: str
    cells: Mapping[str, str]
    wording: str
    remark: str
    speaker: str
    source: str
    entered_by: str
    entered_at: int

    @property
    def fingerprint(self) -> bytes:
        """SHA-256 of everything that makes it this statement."""
        content = [
            str(self.day),
            self.place,
            dict(self.cells),
            self.wording,
            self.remark,
            self.speaker,
            self.source,
        ]
        return sha256(b"rekam statement\x00" + msgspec.json.encode(content, order="sorted")).digest()


class PublishedStatements:
    """Reads statements.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def within(self, territory: str, *, limit: int = MOST) -> list[PublishedStatement]:
        """The newest statements of a territory, newest first."""
        return self._database.rows(PublishedStatement, _SQL["within"], limit=limit, **bounds(territory))

    def one(self, statement_id: int) -> PublishedStatement | None:
        """One statement."""
        return self._database.row(PublishedStatement, _SQL["one"], statement_id=statement_id)

    def number_within(self, territory: str) -> int:
        """How many a territory has."""
        return int(self._database.value(_SQL["number_within"], **bounds(territory)))


def put_statement(connection: Connection, one: PublishedStatement) -> int | None:
    """Keep a statement; its number, or ``None`` when exactly it is known already."""
    found: int | None = one_value(
        connection, _SQL["put"], day=one.day, place=one.place, cells=Jsonb(dict(one.cells)), wording=one.wording,
        remark=one.remark, speaker=one.speaker, source=one.source, fingerprint=one.fingerprint,
        entered_by=one.entered_by, entered_at=one.entered_at,
    )  # fmt: skip
    return found
