"""Lines of stations: what they measured by day, and the times without one."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from psycopg import Connection

from rekam.edge.store.centre.database import Database, all_rows, one_row, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.connection import Outage, lost_office_seconds
from rekam.operations.connection.line import OFFICE_S, WIB_S
from rekam.operations.connection.state import DAY_S
from rekam.problem import Problem

_SQL = statements("line")
_EPOCH = date(1970, 1, 1)


class StationLine(NamedTuple):
    """A station and its line; a plain tuple, because a page of the nation reads 12,000 of them.

    Attributes:
        last_contact: Unix seconds; ``None`` = it never spoke.
        kbit_s: Median of the last measured day, kilobits a second.
        out_since: Unix seconds since when the station sees no line.
    """

    station_id: str
    name: str
    region: str
    last_contact: int | None
    kbit_s: float | None
    out_since: int | None


@dataclass(frozen=True, slots=True)
class LineDay:
    """One day of one line."""

    station_id: str
    day: date
    kbit_s: float | None
    lost_s: int
    available_share: float


@dataclass(frozen=True, slots=True)
class OutageRow:
    """A time without a line.

    Attributes:
        station_id: ``None`` = every station of the place.
        until: Unix seconds; ``None`` while it lasts.
        source: ``observed`` by the station, or ``reported`` by the office.
    """

    outage_id: int
    station_id: str | None
    place: str
    since: int
    until: int | None
    cause: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class OpenCut:
    """A place or a station that is cut off now."""

    suspension_id: int
    station_id: str | None
    place: str
    since: int
    until: int | None


class Lines:
    """Reads lines and outages.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(self, territory: str) -> list[StationLine]:
        """Every working station of a territory with how its line is."""
        with self._database.connection() as connection:
            return [
                StationLine(*row) for row in connection.execute(_SQL["lines"], bounds(territory)).fetchall()
            ]

    def days(self, station_ids: list[str], *, first: date) -> dict[str, list[LineDay]]:
        """Days of some lines by station, oldest first."""
        found: dict[str, list[LineDay]] = {station: [] for station in station_ids}
        for row in self._database.rows(LineDay, _SQL["days"], stations=station_ids, first=first):
            found[row.station_id].append(row)
        return found

    def outages(self, territory: str, *, after: int, limit: int = 100) -> list[OutageRow]:
        """Outages of a territory that last or ended behind a moment, lasting ones first."""
        return self._database.rows(OutageRow, _SQL["outages"], after=after, limit=limit, **bounds(territory))

    def cuts(self) -> list[OpenCut]:
        """Every open cut of the nation."""
        return self._database.rows(OpenCut, _SQL["cut"])


def day_of(at: int) -> date:
    """The day in Jakarta of a moment."""
    return _EPOCH + timedelta(days=(at + WIB_S) // DAY_S)


def put_sample(connection: Connection, station_id: str, *, at: int, kbit_s: float) -> None:
    """A measurement of a line."""
    run(connection, _SQL["put_sample"], station_id=station_id, day=day_of(at), at=str(at), kbit_s=kbit_s)


def begin_outage(connection: Connection, station_id: str, *, since: int) -> None:
    """A station saw its line go."""
    run(connection, _SQL["begin_outage"], station_id=station_id, since=since)


def end_outage(connection: Connection, station_id: str, *, until: int) -> int | None:
    """A station's line is back: ends its last observed outage; since when that was, ``None`` if there was none."""
    since = one_value(connection, _SQL["end_outage"], station_id=station_id, until=until)
    return None if since is None else int(since)


def count_lost(connection: Connection, station_id: str, days: range, *, now: int) -> None:
    """Count the lost office hours of some days again, out of all observed outages.

    Args:
        connection: Of the transaction.
        station_id: Whose line.
        days: Numbers since 1970, Jakarta.
        now: Unix seconds.
    """
    if not days:
        return
    low, high = days[0] * DAY_S - WIB_S, (days[-1] + 1) * DAY_S - WIB_S
    outages = all_rows(connection, Outage, _SQL["outages_of"], station_id=station_id, low=low, high=high)
    for day in days:
        lost = lost_office_seconds(day, outages, now)
        run(
            connection, _SQL["put_lost"], station_id=station_id, day=_EPOCH + timedelta(days=day), lost_s=lost,
            share=1 - lost / OFFICE_S,
        )  # fmt: skip


def set_state(connection: Connection, station_id: str) -> None:
    """How a line is now, read again out of its days and outages."""
    run(connection, _SQL["set_state"], station_id=station_id)


def put_outage(
    connection: Connection, place: str, *, station_id: str | None, since: int, until: int | None, cause: str,
    note: str,
) -> int:  # fmt: skip
    """An outage as an office told it; its number."""
    return int(
        one_value(
            connection, _SQL["put_outage"], station_id=station_id, place=place, since=since, until=until,
            cause=cause, note=note,
        )
    )  # fmt: skip


def lock_outage(connection: Connection, outage_id: int) -> OutageRow:
    """One outage, held until the transaction ends.

    Raises:
        Problem: ``connection.outage_unknown``.
    """
    row = one_row(connection, OutageRow, _SQL["lock_outage"], outage_id=outage_id)
    if row is None:
        raise Problem("connection.outage_unknown")
    return row


def set_outage(connection: Connection, outage_id: int, *, until: int | None, cause: str, note: str) -> None:
    """Its cause, its end and what the office says of it."""
    run(connection, _SQL["set_outage"], outage_id=outage_id, until=until, cause=cause, note=note)
