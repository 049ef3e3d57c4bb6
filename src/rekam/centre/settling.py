"""Settling station-days: what was observed and reported, split over causes, with the sums above."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from psycopg import Connection

from rekam.centre.centre import Centre
from rekam.centre.post_days import DayTold, Told, settled_days, told_of
from rekam.edge.store.centre import power, station_days
from rekam.edge.store.centre.settled_days import put_days, sum_up, take_turn
from rekam.edge.store.centre.station_days import DayFact, Post
from rekam.operations.obstacle import day_at, day_bounds, zone_hours
from rekam.operations.obstacle.parameters import NIGHTLY_DAYS, STOPPING

_EPOCH = date(1970, 1, 1)
_WIDTHS = (0, 2, 5, 8)


def settle(
    connection: Connection, territory: str, first: date, last: date, *, at: int, station_id: str | None = None
) -> int:
    """Settle the days of a territory anew; how many station-days there are.

    Args:
        connection: Transaction in which the news was written.
        territory: A province or a part of one.
        first: First day, in the zone of the place.
        last: Last day.
        at: Unix seconds now; hours that have not come are nobody's.
        station_id: One post only.
    """
    take_turn(connection, territory[:2])
    found = station_days.posts(connection, territory, station_id)
    if not found:
        return 0
    stations = [post.station_id for post in found]
    told = _told(connection, found, territory, first, last)
    days = [day for post in found for day in settled_days(post, told[post.station_id], first, last, at)]
    put_days(connection, stations, first, last, days, at=at)
    sum_up(connection, (post.place for post in found), first, last)
    return len(days)


def settle_recent(centre: Centre) -> int:
    """Settle the last weeks of every province anew, one transaction each; how many station-days.

    For a night: a ticket or a case may have been closed with an earlier date since a day was settled.
    """
    now, settled = centre.now(), 0
    with centre.store.database.connection() as connection:
        provinces = sorted({post.place[:2] for post in station_days.posts(connection, "")})
    for province in provinces:
        today = day_at(now, province)
        with centre.store.database.transaction() as connection:
            settled += settle(connection, province, today - timedelta(days=NIGHTLY_DAYS - 1), today, at=now)
    return settled


def told_of_day(connection: Connection, day: DayFact, place: str) -> DayTold:
    """What was told of a settled day: what the split was made of."""
    found = station_days.posts(connection, place, day.station_id)
    if not found:
        return DayTold([], None)
    told = _told(connection, found, place, day.day, day.day)
    return told_of(found[0], told[day.station_id], day)


def _told(
    connection: Connection, found: Sequence[Post], territory: str, first: date, last: date
) -> dict[str, Told]:
    stations = [post.station_id for post in found]
    told = {station: Told() for station in stations}
    since, until = day_bounds(first, territory)[0], day_bounds(last, territory)[1]
    for fact in station_days.facts(connection, stations, first, last):
        told[fact.station_id].facts[fact.day] = fact
    for one in station_days.captured(connection, stations, since, until, zone_hours(territory) * 3600):
        told[one.station_id].captured[_EPOCH + timedelta(days=one.day_number)] = one.recorded
    for change in station_days.runs(connection, stations, since, until):
        told[change.station_id].changes.append((change.at, change.started))
    above = [territory[:width] for width in _WIDTHS if width < len(territory)]
    losses, claims = defaultdict(list), defaultdict(list)
    stopping = sorted(STOPPING)
    for loss in station_days.losses(connection, territory, since, until, above=above, stopping=stopping):
        losses[_whose(loss.station_id, loss.place)].append(loss)
    for claim in station_days.claims(connection, territory, first, last, above=above):
        claims[_whose(claim.station_id, claim.place)].append(claim)
    backups = power.backups_now(connection, territory)
    for post in found:
        mine = told[post.station_id]
        reaching = [("station", post.station_id), *(("place", post.place[:width]) for width in _WIDTHS)]
        mine.losses = [loss for whose in reaching for loss in losses[whose]]
        mine.claims = [claim for whose in reaching for claim in claims[whose]]
        kept = backups.get(post.place) or backups.get(post.place[:5])
        mine.backup = kept.backup if kept else None
    return told


def _whose(station_id: str | None, place: str) -> tuple[str, str]:
    """Something concerns one post, or every post of a place."""
    return ("station", station_id) if station_id is not None else ("place", place)
