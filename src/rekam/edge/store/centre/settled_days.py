"""Writes settled days and the sums above them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.station_days import DayFact
from rekam.edge.store.centre.territory import bounds
from rekam.operations.obstacle import DaySplit

_SQL = statements("station_day")
_PROVINCE, _REGENCY, _DISTRICT = 2, 5, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledDay:
    """One day of one post, split.

    Attributes:
        fact: Its counts; their source says who told them.
    """

    place: str
    fact: DayFact
    split: DaySplit


def take_turn(connection: Connection, province: str) -> None:
    """Wait until nobody else settles this province; held to the end of the transaction."""
    one_value(connection, _SQL["take_turn"], province=province)


def put_days(
    connection: Connection,
    stations: Sequence[str],
    first: date,
    last: date,
    days: Iterable[SettledDay],
    *,
    at: int,
) -> None:
    """Replace the settled days of some posts; `take_turn` stands before, `sum_up` behind it."""
    run(connection, _SQL["forget_days"], stations=list(stations), first=first, last=last)
    kept = list(days)
    with connection.cursor() as cursor, cursor.copy(_SQL["copy_days"]) as copy:
        for one in kept:
            fact = one.fact
            copy.write_row(
                (
                    fact.station_id, fact.day, one.place, one.split.open_s, one.split.worked_s, fact.recorded,
                    fact.refused, fact.turned_away, fact.blanks_used, fact.blanks_left, fact.source, at,
                )
            )  # fmt: skip
    with connection.cursor() as cursor, cursor.copy(_SQL["copy_lost"]) as copy:
        for one in kept:
            for part in one.split.parts:
                source = "observed" if part.observed else "reported"
                copy.write_row(
                    (
                        one.fact.station_id, one.fact.day, part.cause.value, source, part.lost_s,
                        part.hindered_s, part.claimed_s, list(part.evidence),
                    )
                )  # fmt: skip


def sum_up(connection: Connection, districts: Iterable[str], first: date, last: date) -> None:
    """Make the sums of some kecamatan, and of what is above them, anew."""
    wanted = sorted(set(districts))
    if not wanted:
        return
    span = {"first": first, "last": last}
    run(connection, _SQL["forget_sums"], width=_DISTRICT, places=wanted, **span)
    run(connection, _SQL["sum_worked_days"], places=wanted, **span)
    run(connection, _SQL["sum_lost_days"], places=wanted, **span)
    for below, width in ((_DISTRICT, _REGENCY), (_REGENCY, _PROVINCE)):
        places = sorted({place[:width] for place in wanted})
        inside = bounds(places[0]) if len(places) == 1 else bounds(places[0][:_PROVINCE])
        run(connection, _SQL["forget_sums"], width=width, places=places, **span)
        for statement in ("sum_worked_up", "sum_lost_up"):
            run(connection, _SQL[statement], width=width, below=below, places=places, **inside, **span)
