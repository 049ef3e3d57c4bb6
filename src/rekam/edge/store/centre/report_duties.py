"""Who has to report, what came when, and who was reminded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import Database, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds

_SQL = statements("report")


@dataclass(frozen=True, slots=True)
class Arrival:
    """An expected report.

    Attributes:
        month: Its first day.
        received_at: Unix seconds of its first version; ``None`` = nothing yet.
        version: Newest version.
        reminded_at: Unix seconds of the last reminder.
    """

    place: str
    month: date
    received_at: int | None
    version: int | None
    reminded_at: int | None


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder that was given."""

    at: int
    by: str
    note: str


class ReportDuties:
    """Reads duties.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def arrivals(self, territory: str, months: Sequence[date]) -> list[Arrival]:
        """The expected reports of some months (first days) at and below a territory."""
        return self._database.rows(Arrival, _SQL["arrivals"], months=list(months), **bounds(territory))

    def reminders(self, place: str, month: date) -> list[Reminder]:
        """Reminders, the newest first."""
        return self._database.rows(Reminder, _SQL["reminders"], place=place, month=month)


def put_duty(connection: Connection, places: Sequence[str], since: date, *, source: str) -> int:
    """Places report from a month on; how many are new."""
    return run(connection, _SQL["put_duty"], places=list(places), since=since, source=source)


def put_reminder(connection: Connection, place: str, month: date, *, at: int, by: str, note: str) -> None:
    """Keep a reminder."""
    run(connection, _SQL["put_reminder"], place=place, month=month, at=at, by=by, note=note)
