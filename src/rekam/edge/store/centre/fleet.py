"""Reported faults and journals of stations."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from psycopg import Connection

from rekam.edge.store.centre.database import Database, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.fleet import FaultReport

_SQL = statements("fleet")


@dataclass(frozen=True, slots=True)
class ReportedFault:
    """A fault as a station reported it.

    Attributes:
        station: Name of the station.
        reported_at: Unix seconds of the station's clock.
        arrived_at: Unix seconds when it came here.
    """

    station_id: str
    station: str
    component: str
    label: str
    problem: str
    remark: str
    reported_at: int
    arrived_at: int


class JournalEntry(msgspec.Struct, frozen=True):
    """One entry of a station's journal, decoded.

    Attributes:
        number: Of the station's own journal.
        at: Unix seconds of the station's clock.
        act: What happened.
        detail: Small values beside it.
    """

    number: int
    at: int
    act: str
    detail: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class _Kept:
    entry: bytes
    arrived_at: int


class Fleet:
    """Reads what stations told of themselves.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def faults(self, territory: str, *, limit: int = 100) -> list[ReportedFault]:
        """Reported faults of a territory, newest first."""
        return self._database.rows(ReportedFault, _SQL["faults"], limit=limit, **bounds(territory))

    def journal(self, station_id: str, *, limit: int = 1000) -> list[JournalEntry]:
        """What a station told of itself, newest first; an entry that cannot be read is left out, it stays stored."""
        rows = self._database.rows(_Kept, _SQL["journal_of"], station_id=station_id, limit=limit)
        read = [entry for row in rows if (entry := read_entry(row.entry)) is not None]
        return sorted(read, key=lambda entry: -entry.number)


def read_entry(raw: bytes) -> JournalEntry | None:
    """An entry of a journal; ``None`` when it is none."""
    try:
        return msgspec.json.decode(raw, type=JournalEntry)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def put_fault(
    connection: Connection, station_id: str, fault: FaultReport, *, entry_hash: bytes, at: int
) -> bool:
    """Keep a reported fault; whether it was new."""
    return (
        run(
            connection,
            _SQL["put_fault"],
            station_id=station_id,
            entry_hash=entry_hash,
            component=fault.component,
            label=fault.label,
            problem=fault.problem,
            remark=fault.remark,
            reported_at=fault.reported_at,
            arrived_at=at,
        )
        == 1
    )
