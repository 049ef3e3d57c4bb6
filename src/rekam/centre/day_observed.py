"""What a station's journal tells of its day: starts and ends, power, the counts at closing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from psycopg import Connection

from rekam.centre.centre import Centre
from rekam.centre.settling import settle
from rekam.edge.store.centre import audit, power, station_days
from rekam.edge.store.centre.fleet import JournalEntry
from rekam.edge.store.centre.station_days import DayFact, Post
from rekam.operations.obstacle import day_at
from rekam.operations.obstacle.parameters import LATEST, SETTLED_AT_ONCE_DAYS
from rekam.problem import Problem

ACTS = frozenset({"station_started", "station_closed", "power_gap", "mains_lost", "mains_back", "day_closed"})
"""Entries that this room keeps."""

_COUNT_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry that was kept: the first day that it changes."""

    first: date


def keep_days(
    centre: Centre, connection: Connection, station_id: str, entries: Sequence[tuple[bytes, JournalEntry]]
) -> None:
    """Keep the entries of a station and settle the days they change; an unreadable one is named and stops nothing."""
    if not entries:
        return
    found = station_days.posts(connection, "", station_id)
    noted = []
    for raw, entry in entries if found else ():
        try:
            one = keep_of_day(connection, found[0], entry, sha256(raw).digest(), at=centre.now())
        except Problem as problem:
            audit.write(
                connection, f"station:{station_id}", "observation_unreadable", "", station_id,
                at=centre.now(), details={"act": entry.act, "problem": problem.code, "number": entry.number},
            )  # fmt: skip
        else:
            noted += [one] if one else []
    if noted:
        settle_after(connection, found[0], noted, at=centre.now())


def keep_of_day(
    connection: Connection, post: Post, entry: JournalEntry, digest: bytes, *, at: int
) -> Noted | None:
    """Keep one entry; ``None`` when it was known already.

    Raises:
        Problem: ``obstacle.entry_unreadable``.
    """
    if not 0 < entry.at <= LATEST:
        raise Problem("obstacle.entry_unreadable", field="at")
    told = entry.detail
    match entry.act:
        case "station_started" | "station_closed":
            new = station_days.put_run(
                connection, post.station_id, entry_hash=digest, at=entry.at,
                started=entry.act == "station_started", arrived_at=at,
            )  # fmt: skip
            first = entry.at
        case "power_gap":
            first, until = _number(told, "since"), _number(told, "until")
            if not first < until:
                raise Problem("obstacle.entry_unreadable", field="until")
            new = power.put_gap(
                connection, post.station_id, post.place, since=first, until=until, entry_hash=digest, at=at
            )
        case "mains_lost" | "mains_back":
            new = power.put_mains(
                connection, post.station_id, post.place, changed_at=entry.at,
                away=entry.act == "mains_lost", battery=_battery(told), entry_hash=digest, at=at,
            )  # fmt: skip
            first = entry.at
        case _:
            fact, version = _fact(post.station_id, told)
            new = station_days.put_fact(
                connection, fact, post.place, entry_hash=digest, version=version, at=at
            )
            return Noted(fact.day) if new else None
    return Noted(day_at(first, post.place)) if new else None


def settle_after(connection: Connection, post: Post, noted: list[Noted], *, at: int) -> None:
    """Settle the days that the news changes, and those between the last settled one and it."""
    today = day_at(at, post.place)
    earliest = today - timedelta(days=SETTLED_AT_ONCE_DAYS - 1)
    settled = station_days.last_settled(connection, post.station_id)
    begins = [one.first for one in noted] + ([settled] if settled else [])
    first = max(earliest, min(begins))
    if first <= today:
        settle(connection, post.place, first, today, at=at, station_id=post.station_id)


def _fact(station_id: str, told: Mapping[str, object]) -> tuple[DayFact, int]:
    try:
        day = date.fromisoformat(str(told.get("day", "")))
    except ValueError as error:
        raise Problem("obstacle.entry_unreadable", field="day") from error
    fact = DayFact(
        station_id=station_id, day=day, recorded=_count(told, "sealed"), refused=_count(told, "refused"),
        source="station",
    )  # fmt: skip
    return fact, _count(told, "version")


def _number(told: Mapping[str, object], name: str) -> int:
    value = told.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LATEST:
        raise Problem("obstacle.entry_unreadable", field=name)
    return value


def _count(told: Mapping[str, object], name: str) -> int:
    value = told.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _COUNT_MOST:
        raise Problem("obstacle.entry_unreadable", field=name)
    return value


def _battery(told: Mapping[str, object]) -> int | None:
    value = told.get("battery")
    return int(value) if isinstance(value, int | float) and 0 <= value <= 100 else None
