"""Why people have not come, as stations noted it against their names."""

from collections.abc import Iterable
from dataclasses import dataclass

from psycopg import Connection

from rekam.edge.store.centre.database import Database, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.person.absence import Absence, AbsenceNote

_SQL = statements("absence")


@dataclass(frozen=True, slots=True)
class NotedAbsence:
    """The reason that holds for a resident.

    Attributes:
        reason: Value of an `Absence`.
        noted_at: Unix seconds of the station's clock.
        noted_by: Account at the station.
    """

    nik: str
    reason: str
    remark: str
    noted_at: int
    noted_by: str
    station_id: str

    @property
    def absence(self) -> Absence:
        """The reason."""
        return Absence(self.reason)


@dataclass(frozen=True, slots=True)
class AbsenceCount:
    """How many missing people have one reason."""

    reason: str
    people: int


class Absences:
    """Reads reasons.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def now_of(self, niks: Iterable[str]) -> dict[str, NotedAbsence]:
        """The reasons that hold for some residents, by NIK."""
        rows = self._database.rows(NotedAbsence, _SQL["absences_now"], niks=list(niks))
        return {row.nik: row for row in rows}

    def counts(self, territory: str) -> dict[Absence, int]:
        """Missing people of a territory by reason, the most frequent first."""
        rows = self._database.rows(AbsenceCount, _SQL["absence_counts"], **bounds(territory))
        return {Absence(row.reason): row.people for row in rows}


def put_absence(
    connection: Connection, station_id: str, note: AbsenceNote, *, entry_hash: bytes, at: int
) -> bool:
    """Keep a note; whether it was new."""
    return (
        run(
            connection,
            _SQL["put_absence"],
            station_id=station_id,
            entry_hash=entry_hash,
            nik=note.nik,
            reason=note.absence.value if note.absence else "",
            remark=note.remark,
            noted_at=note.at,
            noted_by=note.by,
            arrived_at=at,
        )
        == 1
    )
