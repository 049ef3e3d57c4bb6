"""Stations: who they are, when they spoke last, and who is cut off."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from psycopg import Connection

from rekam.edge.store.centre.database import Database, one_row, one_value, run, run_many
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.problem import Problem

_SQL = statements("station")


@dataclass(frozen=True, slots=True)
class Station:
    """One station.

    Attributes:
        region: Code of the kecamatan where it stands.
        public_keys: Its signing keys, each as `edge.key.export_public` writes it.
        state: ``active`` or ``retired``.
        last_contact: Unix seconds; ``None`` = it never spoke.
        roster_version: Version that it said it has.
        held: Bodies that it said it still holds.
    """

    station_id: str
    region: str
    name: str
    public_keys: list[bytes]
    state: str
    enrolled_at: int
    last_contact: int | None
    roster_version: str
    held: int


@dataclass(frozen=True, slots=True)
class StationLine(Station):
    """A station with its packets: all announced, and those whose bodies have not come."""

    announced: int
    awaited: int


@dataclass(frozen=True, slots=True)
class Suspension:
    """A documented cut of a connection.

    Attributes:
        territory: Which office's stations.
        station_id: One station of it only; ``None`` = all.
        cause: Why, in words.
        cause_en: The same in English; empty = the letter has one language.
        letter: Number of the letter.
        condition: What has to be mended.
        decided_by: Account.
        since: Unix seconds.
        until: Unix seconds of the announced end; ``None`` = open.
        lapses_at: Unix seconds when an emergency cut ends by itself; ``None`` = by a decision only.
        restored_at: Unix seconds of the restoring; ``None`` = still cut off.
    """

    suspension_id: int
    territory: str
    station_id: str | None
    cause: str
    cause_en: str
    letter: str
    condition: str
    decided_by: str
    since: int
    until: int | None
    lapses_at: int | None
    restored_at: int | None
    restored_by: str | None
    restored_note: str | None


class Stations:
    """Reads stations and suspensions.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def station(self, station_id: str) -> Station | None:
        """One station."""
        return self._database.row(Station, _SQL["station"], station_id=station_id)

    def all(self, territory: str) -> list[StationLine]:
        """Stations of a territory; those that never spoke first, then the longest silent."""
        return self._database.rows(StationLine, _SQL["stations"], **bounds(territory))

    def suspension_of(self, station_id: str) -> Suspension | None:
        """The open suspension that covers a station."""
        return self._database.row(Suspension, _SQL["suspension_of"], station_id=station_id)

    def lapsing(self, now: int) -> list[Suspension]:
        """Emergency cuts whose term is over."""
        return self._database.rows(Suspension, _SQL["lapsing"], now=now)

    def suspensions(self, territory: str) -> list[Suspension]:
        """Suspensions that touch a territory, open ones first."""
        return self._database.rows(Suspension, _SQL["suspensions"], territory=territory, **bounds(territory))


def put_station(
    connection: Connection, station_id: str, region: str, name: str, public_keys: list[bytes], *, at: int
) -> None:
    """Enrol a station or change it."""
    run(
        connection,
        _SQL["put"],
        station_id=station_id,
        region=region,
        name=name,
        public_keys=public_keys,
        enrolled_at=at,
    )


def retire(connection: Connection, station_id: str) -> None:
    """Take a station out of service; what it sealed is still taken."""
    run(connection, _SQL["retire"], station_id=station_id)


def note_contact(
    connection: Connection,
    station_id: str,
    *,
    roster_version: str,
    held: int,
    journal: Iterable[bytes],
    at: int,
) -> None:
    """A station spoke: what it has, and what it observed."""
    run(
        connection,
        _SQL["note_contact"],
        station_id=station_id,
        roster_version=roster_version,
        held=held,
        at=at,
    )
    entries = [
        {"station_id": station_id, "entry": entry, "entry_hash": sha256(entry).digest(), "at": at}
        for entry in journal
    ]
    run_many(connection, _SQL["put_journal"], entries)


def suspension_of(connection: Connection, station_id: str) -> Suspension | None:
    """The open suspension that covers a station, inside a transaction."""
    return one_row(connection, Suspension, _SQL["suspension_of"], station_id=station_id)


def suspend(
    connection: Connection,
    territory: str,
    *,
    station_id: str | None,
    cause: str,
    letter: str,
    condition: str,
    by: str,
    at: int,
    until: int | None,
    cause_en: str = "",
    lapses_at: int | None = None,
) -> int:
    """Cut off a territory or one station; the number of the suspension."""
    return int(
        one_value(
            connection,
            _SQL["suspend"],
            territory=territory,
            station_id=station_id,
            cause=cause,
            cause_en=cause_en,
            letter=letter,
            condition=condition,
            decided_by=by,
            since=at,
            until=until,
            lapses_at=lapses_at,
        )
    )


def restore(connection: Connection, suspension_id: int, *, by: str, note: str, at: int) -> Suspension:
    """End a suspension; it as it was.

    Raises:
        Problem: ``centre.suspension_unknown``, ``centre.restored_already``.
    """
    found = one_row(connection, Suspension, _SQL["suspension"], suspension_id=suspension_id)
    if found is None:
        raise Problem("centre.suspension_unknown")
    if found.restored_at is not None:
        raise Problem("centre.restored_already")
    run(connection, _SQL["restore"], suspension_id=suspension_id, at=at, by=by, note=note)
    return found


def quarantined(connection: Connection) -> list[tuple[bytes, str]]:
    """Packets that wait for the end of a suspension, with their stations, in the order of arrival."""
    return [(row[0], row[1]) for row in connection.execute(_SQL["quarantined"])]
