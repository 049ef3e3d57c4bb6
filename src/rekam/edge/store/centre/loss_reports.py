"""Lost hours as people report them, and what others say of the reports."""

from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import Database, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.obstacle import Cause

_SQL = statements("obstacle")
_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class LossReport:
    """A report with its newest review.

    Attributes:
        seconds_a_day: ``None`` = the source names the cause and no hours.
        turned_away: Residents who left unrecorded; ``None`` = nobody counted.
        accepted: ``None`` = nobody has reviewed it; it counts until somebody refuses it.
    """

    report_id: int
    place: str
    station_id: str | None
    cause: str
    first_day: date
    last_day: date
    seconds_a_day: int | None
    turned_away: int | None
    note: str
    evidence: str
    source: str
    reported_by: str
    reported_at: int
    accepted: bool | None
    review_note: str | None
    reviewed_by: str | None
    reviewed_at: int | None


class LossReports:
    """Reads reports.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def touching(self, territory: str, first: date, last: date, *, limit: int = 30) -> list[LossReport]:
        """Reports of a territory and of those above it, unreviewed ones first."""
        above = [territory[:width] for width in (2, 5) if width < len(territory)]
        return self._rows(territory, above, first, last, None, limit)

    def report(self, report_id: int) -> LossReport | None:
        """One report."""
        found = self._rows("", [""], _FIRST, _LAST, report_id, 1)
        return found[0] if found else None

    def _rows(
        self, territory: str, above: list[str], first: date, last: date, report_id: int | None, limit: int
    ) -> list[LossReport]:
        return self._database.rows(
            LossReport, _SQL["reports"], above=above, first=first, last=last, report_id=report_id,
            limit=limit, **bounds(territory),
        )  # fmt: skip


def put_report(
    connection: Connection,
    *,
    place: str,
    station_id: str | None,
    cause: Cause,
    first_day: date,
    last_day: date,
    seconds_a_day: int | None,
    turned_away: int | None,
    note: str,
    evidence: str,
    source: str,
    by: str,
    at: int,
) -> int:
    """Keep a report; its number."""
    number = one_value(
        connection, _SQL["put_report"], place=place, station_id=station_id, cause=cause.value,
        first_day=first_day, last_day=last_day, seconds_a_day=seconds_a_day, turned_away=turned_away,
        note=note, evidence=evidence, source=source, reported_by=by, reported_at=at,
    )  # fmt: skip
    return int(number)


def put_review(
    connection: Connection, report_id: int, *, accepted: bool, note: str, by: str, at: int
) -> None:
    """Keep a review."""
    run(
        connection, _SQL["put_review"], report_id=report_id, accepted=accepted, note=note, reviewed_by=by,
        reviewed_at=at,
    )  # fmt: skip
