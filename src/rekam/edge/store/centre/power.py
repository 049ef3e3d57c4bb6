"""Power cuts as they were seen and told, and what offices have against them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import Database, all_rows, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.power import Backup

_SQL = statements("power")


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """The backup power of an office, and who told it."""

    place: str
    backup: Backup
    source: str
    note: str
    kept_by: str
    kept_at: int

    @classmethod
    def of_row(
        cls, *, place: str, source: str, note: str, kept_by: str, kept_at: int, ups: int, ups_minutes: int,
        generators: int, fuel_litres: float, litres_per_hour: float,
    ) -> "KeptBackup":  # fmt: skip
        """A row of the register."""
        backup = Backup(
            ups=ups, ups_minutes=ups_minutes, generators=generators, fuel_litres=fuel_litres,
            litres_per_hour=litres_per_hour,
        )  # fmt: skip
        return cls(place, backup, source, note, kept_by, kept_at)


@dataclass(frozen=True, slots=True)
class PowerCut:
    """One cut; ``source`` is ``observed`` or ``reported``, times are Unix seconds."""

    station_id: str | None
    place: str
    since: int
    until: int | None
    source: str


@dataclass(frozen=True, slots=True)
class CutHours:
    """Opening time without mains of a kecamatan, seconds: lost, and carried by a battery or generator."""

    place: str
    lost_s: int
    carried_s: int
    days: int


class Power:
    """Reads cuts and the register.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def cuts(self, territory: str, since: int, until: int, *, limit: int = 50) -> list[PowerCut]:
        """Cuts of a territory in a stretch, newest first."""
        values = {"since": since, "until": until, "limit": limit, **bounds(territory)}
        return self._database.rows(PowerCut, _SQL["cuts"], **values)

    def backups(self, territory: str) -> dict[str, KeptBackup]:
        """What the offices of a territory have now, by place."""
        rows = self._database.rows(KeptBackup, _SQL["backups"], **bounds(territory))
        return {row.place: row for row in rows}

    def backups_of(self, places: Sequence[str]) -> dict[str, KeptBackup]:
        """What some offices have now, by place."""
        rows = self._database.rows(KeptBackup, _SQL["backups_of"], places=list(places))
        return {row.place: row for row in rows}

    def cut_hours(self, territory: str, first: date, last: date, *, over_s: int = 0) -> list[CutHours]:
        """Opening time without mains by kecamatan, where it is more than some seconds."""
        values = {"first": first, "last": last, "over_s": over_s, **bounds(territory)}
        return self._database.rows(CutHours, _SQL["cut_hours"], **values)


def backups_now(connection: Connection, territory: str) -> dict[str, KeptBackup]:
    """What the offices of a territory have now, and the office above a kecamatan, inside a transaction."""
    rows = all_rows(connection, KeptBackup, _SQL["backups"], **bounds(territory[:5]))
    return {row.place: row for row in rows}


def put_gap(
    connection: Connection, station_id: str, place: str, *, since: int, until: int, entry_hash: bytes, at: int
) -> bool:
    """Keep a stand-still; whether it was new."""
    return (
        run(
            connection, _SQL["put_gap"], station_id=station_id, entry_hash=entry_hash, place=place,
            since=since, until=until, arrived_at=at,
        )
        == 1
    )  # fmt: skip


def put_mains(
    connection: Connection,
    station_id: str,
    place: str,
    *,
    changed_at: int,
    away: bool,
    battery: int | None,
    entry_hash: bytes,
    at: int,
) -> bool:
    """Keep a change of the mains; whether it was new."""
    return (
        run(
            connection, _SQL["put_mains"], station_id=station_id, entry_hash=entry_hash, place=place,
            at=changed_at, away=away, battery=battery, arrived_at=at,
        )
        == 1
    )  # fmt: skip


def put_report(
    connection: Connection,
    place: str,
    *,
    station_id: str | None,
    since: int,
    until: int | None,
    source: str,
    note: str,
    by: str,
    at: int,
) -> int:
    """Keep a cut that somebody tells of; its number."""
    number = one_value(
        connection, _SQL["report_cut"], place=place, station_id=station_id, since=since, until=until,
        source=source, note=note, reported_by=by, reported_at=at,
    )  # fmt: skip
    return int(number)


def put_backup(
    connection: Connection, place: str, backup: Backup, *, source: str, note: str, by: str, at: int
) -> int:
    """Keep what an office has; the line's number."""
    number = one_value(
        connection, _SQL["keep_backup"], place=place, ups=backup.ups, ups_minutes=backup.ups_minutes,
        generators=backup.generators, fuel_litres=backup.fuel_litres, litres_per_hour=backup.litres_per_hour,
        source=source, note=note, kept_by=by, kept_at=at,
    )  # fmt: skip
    return int(number)
