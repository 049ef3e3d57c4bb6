"""What stations and offices told of their days, and the days settled from it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import all_rows, one_value, run, run_many
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds

_SQL = statements("station_day")


@dataclass(frozen=True, slots=True)
class Post:
    """Who is accounted for.

    Attributes:
        since: Unix seconds from which it is; 0 = always.
        known_until: Unix seconds of its last word; what it did later nobody knows yet.
        measured: A Rekam station; else an office tells its days.
    """

    station_id: str
    place: str
    name: str
    since: int
    known_until: int
    measured: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFact:
    """Counts of one day as they were told; `None` = not counted."""

    station_id: str
    day: date
    recorded: int
    refused: int
    turned_away: int | None = None
    blanks_used: int | None = None
    blanks_left: int | None = None
    source: str


@dataclass(frozen=True, slots=True)
class Captured:
    """Recordings of a day by their manifests; the day as days since 1970 in the place's zone."""

    station_id: str
    day_number: int
    recorded: int


@dataclass(frozen=True, slots=True)
class Run:
    """A start or a proper end."""

    station_id: str
    at: int
    started: bool


@dataclass(frozen=True, slots=True)
class RawLoss:
    """Something away. ``stops``: ``always``, ``idle`` (only on a day without a recording) or ``never``."""

    cause: str
    station_id: str | None
    place: str
    since: int
    until: int
    observed: bool
    stops: str
    evidence: str


@dataclass(frozen=True, slots=True)
class RawClaim:
    """Reported hours without clock times."""

    cause: str
    station_id: str | None
    place: str
    first_day: date
    last_day: date
    seconds_a_day: int
    evidence: str


def put_run(
    connection: Connection, station_id: str, *, entry_hash: bytes, at: int, started: bool, arrived_at: int
) -> bool:
    """Keep a start or an end; whether it was new."""
    return (
        run(
            connection, _SQL["put_run"], station_id=station_id, entry_hash=entry_hash, at=at, started=started,
            arrived_at=arrived_at,
        )
        == 1
    )  # fmt: skip


def put_fact(
    connection: Connection, fact: DayFact, place: str, *, entry_hash: bytes, version: int, at: int
) -> bool:
    """Keep the counts of a day; whether they were new."""
    return (
        run(
            connection, _SQL["put_fact"], station_id=fact.station_id, entry_hash=entry_hash, place=place,
            day=fact.day, version=version, recorded=fact.recorded, refused=fact.refused,
            turned_away=fact.turned_away, blanks_used=fact.blanks_used, blanks_left=fact.blanks_left,
            source=fact.source, arrived_at=at,
        )
        == 1
    )  # fmt: skip


def put_facts(
    connection: Connection, told: Iterable[tuple[DayFact, str, bytes]], *, version: int, at: int
) -> None:
    """Keep the counts of many days, each with its place and hash, sent together."""
    run_many(
        connection,
        _SQL["put_fact"],
        [
            {**asdict(fact), "place": place, "entry_hash": entry_hash, "version": version, "arrived_at": at}
            for fact, place, entry_hash in told
        ],
    )


def put_post(connection: Connection, station_id: str, place: str, name: str, *, source: str, at: int) -> None:
    """Enter a post of an office that records without Rekam."""
    run(
        connection, _SQL["put_post"], station_id=station_id, place=place, name=name, source=source, kept_at=at
    )


def posts(connection: Connection, territory: str, station_id: str | None = None) -> list[Post]:
    """The posts of a territory, or one of them."""
    return all_rows(connection, Post, _SQL["posts"], station_id=station_id, **bounds(territory))


def facts(connection: Connection, stations: Sequence[str], first: date, last: date) -> list[DayFact]:
    """The newest counts of each day."""
    return all_rows(connection, DayFact, _SQL["facts"], stations=list(stations), first=first, last=last)


def captured(
    connection: Connection, stations: Sequence[str], since: int, until: int, zone_s: int
) -> list[Captured]:
    """Recordings by station and day, from the manifests."""
    return all_rows(
        connection, Captured, _SQL["captured"], stations=list(stations), since=since, until=until,
        zone_s=zone_s,
    )  # fmt: skip


def runs(connection: Connection, stations: Sequence[str], since: int, until: int) -> list[Run]:
    """Starts and ends in a stretch and the last one before it, by station and time."""
    return all_rows(connection, Run, _SQL["runs"], stations=list(stations), since=since, until=until)


def losses(
    connection: Connection,
    territory: str,
    since: int,
    until: int,
    *,
    above: Sequence[str],
    stopping: Sequence[str],
) -> list[RawLoss]:
    """Whatever was away in a territory; ``above`` = the codes of the territories that hold it."""
    return all_rows(
        connection, RawLoss, _SQL["losses"], since=since, until=until, above=list(above),
        stopping=list(stopping), **bounds(territory),
    )  # fmt: skip


def claims(
    connection: Connection, territory: str, first: date, last: date, *, above: Sequence[str]
) -> list[RawClaim]:
    """Reported hours that no review refused."""
    return all_rows(
        connection, RawClaim, _SQL["claims"], first=first, last=last, above=list(above), **bounds(territory)
    )


def last_settled(connection: Connection, station_id: str) -> date | None:
    """The newest settled day of a station."""
    found = one_value(connection, _SQL["last_settled"], station_id=station_id)
    return found if isinstance(found, date) else None
