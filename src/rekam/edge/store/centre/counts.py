"""Figures that Rekam did not count: reports of offices that do not use it, imports, published numbers."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import Database, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds

_SQL = statements("counts")

IMPORTED, PUBLISHED, REPORT = KINDS = ("imported", "published", "report")
"""How a figure came here: out of a file, out of print, or signed by an office."""


@dataclass(frozen=True, slots=True)
class CountRow:
    """One line of the monthly report of a place (domain report 1.12); ``None`` = the source does not say.

    Attributes:
        place: Region code; empty = the nation.
        as_of: Day that the counts are of.
        cut: Data cut behind the denominator as the source names it; empty = it does not.
        obliged: Wajib KTP.
        recorded: Of these, recorded; may be more than ``obliged``, which is shown and explained, not refused.
    """

    place: str
    as_of: date
    cut: str
    obliged: int
    recorded: int
    population: int | None = None
    printed: int | None = None
    handed_over: int | None = None
    ready_to_print: int | None = None
    sent: int | None = None
    duplicate: int | None = None
    temporary_letters: int | None = None
    blanks_in: int | None = None
    blanks_used: int | None = None
    blanks_left: int | None = None


@dataclass(frozen=True, slots=True)
class ReportedCount(CountRow):
    """A line as it is kept.

    Attributes:
        source: Who says so.
        kind: One of `KINDS`.
        entered_at: Unix seconds.
        version: From 1; a correction is a new one.
    """

    source: str = ""
    kind: str = ""
    entered_at: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ReportedSum:
    """Reported figures of one territory: its own, or the sum of those below it.

    Attributes:
        territory: Region code.
        places: How many places are behind the sum.
        level_width: Letters of the code of the highest of them; the territory's own when it reported itself.
        oldest: Day of the oldest figure in it.
        newest: Day of the newest.
        cut: A data cut behind it.
        cuts: How many data cuts are behind it; more than one must be said.
        source: One source.
        sources: How many sources.
    """

    territory: str
    places: int
    level_width: int
    obliged: int
    recorded: int
    oldest: date
    newest: date
    cut: str
    cuts: int
    source: str
    sources: int

    @property
    def own(self) -> bool:
        """Whether the territory itself reported."""
        return self.level_width == len(self.territory)


class Counts:
    """Reads reported figures.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def now(self, place: str) -> ReportedCount | None:
        """The figure that holds for a place: of the latest day the one entered last."""
        return self._database.row(ReportedCount, _SQL["now_of"], place=place)

    def versions(self, place: str, *, limit: int = 200) -> list[ReportedCount]:
        """Everything ever reported of a place, newest first."""
        return self._database.rows(ReportedCount, _SQL["versions_of"], place=place, limit=limit)

    def within(self, territory: str, width: int) -> dict[str, ReportedSum]:
        """Reported figures of each territory of one width (0, 2, 5, 8, 13) inside another, by code."""
        rows = self._database.rows(ReportedSum, _SQL["summed"], width=width, **bounds(territory))
        return {row.territory: row for row in rows}


def put_counts(connection: Connection, rows: Sequence[CountRow], *, source: str, kind: str, at: int) -> int:
    """Keep reported figures; how many were new.

    A figure that differs from the newest version of its place, day and kind becomes the next version; one that
    says the same from the same source adds nothing.

    Args:
        connection: The transaction: all rows or none.
        rows: The figures.
        source: Who says so: a file and its sheet, an article and its day, an office.
        kind: One of `KINDS`.
        at: Unix seconds.
    """
    if not rows:
        return 0
    values = [asdict(row) for row in rows]
    columns = {field.name: [one[field.name] for one in values] for field in fields(CountRow)}
    run(connection, _SQL["hold_now"])
    added = run(connection, _SQL["put_counts"], source=source, kind=kind, at=at, **columns)
    if added:
        run(connection, _SQL["renew_now"], place=columns["place"])
        run(connection, _SQL["renew_above"])
    return added
