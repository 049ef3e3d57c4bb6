"""Coverage over time: what was published or reported, and the live counters of each day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import Database, one_value, run
from rekam.edge.store.centre.statements import statements

_SQL = statements("history")

COUNTED = "counted"
"""Kind of a point that this system counted; others are of `rekam.edge.store.centre.counts.KINDS`."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """Coverage of a place on a day.

    Attributes:
        on_day: Day that the figure is of.
        numerator: Recorded, where the source gives it.
        denominator: Obliged, where the source gives it.
        fraction_reported: As printed, where it was.
        approximate: The source says "about".
        cut: Data cut behind it; empty = the source does not say.
        source: Who says so; empty for what was counted here.
        kind: ``counted``, or how it came here.
        remark: What a reader has to know.
        parts: Of what was counted here: how many kecamatan are behind it.
        at: Unix seconds of counting or entering.
    """

    on_day: date
    numerator: int | None
    denominator: int | None
    fraction_reported: float | None
    approximate: bool
    cut: str
    source: str
    kind: str
    remark: str
    parts: int | None
    at: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """The live counters of a place on a day."""

    place: str
    day: date
    cut: str
    obliged: int
    recorded: int


class History:
    """Reads history.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, place: str, *, today: date, since: date = date.min) -> list[HistoryRow]:
        """Everything known of a place up to today, oldest first; its daily counters from ``since`` on."""
        return self._database.rows(HistoryRow, _SQL["points_of"], place=place, today=today, since=since)

    def kept(self, day: date) -> bool:
        """Whether the counters of a day are kept already."""
        return bool(self._database.value(_SQL["day_kept"], day=day))

    def first_days(self, places: Sequence[str], *, since: date, until: date) -> dict[str, DayCount]:
        """The oldest kept counters of each place from ``since`` on and before ``until``."""
        rows = self._database.rows(
            DayCount, _SQL["first_days"], places=list(places), since=since, until=until
        )
        return {row.place: row for row in rows}


def put_point(
    connection: Connection,
    place: str,
    on_day: date,
    *,
    source: str,
    kind: str,
    at: int,
    numerator: int | None = None,
    denominator: int | None = None,
    fraction_reported: float | None = None,
    approximate: bool = False,
    cut: str = "",
    remark: str = "",
) -> bool:
    """Keep a published or reported figure; whether it was new. Either both counts or a fraction is needed."""
    return (
        run(
            connection, _SQL["put_point"], place=place, on_day=on_day, numerator=numerator,
            denominator=denominator, fraction_reported=fraction_reported, approximate=approximate, cut=cut,
            source=source, kind=kind, remark=remark, at=at,
        )
        == 1
    )  # fmt: skip


def put_day(connection: Connection, day: date, *, cut: str, at: int) -> int:
    """Keep the live counters of a day, unless it has them; how many places.

    Args:
        connection: A transaction.
        day: Day in WIB.
        cut: Name of the cut that the denominators are of.
        at: Unix seconds.
    """
    if one_value(connection, _SQL["day_kept"], day=day):
        return 0
    return run(connection, _SQL["put_day"], day=day, cut=cut, at=at)
