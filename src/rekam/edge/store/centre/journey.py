"""Where recordings wait."""

from dataclasses import dataclass
from typing import Any

from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.ledger import RecordingRow
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.registry import Status

_SQL = statements("ledger")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Recordings of a territory in one status.

    Attributes:
        status: Where they are.
        recordings: How many.
        oldest: Unix seconds since when the longest waiting one is there; ``None`` if there is none.
        overdue: How many are past their due time.
    """

    status: Status
    recordings: int
    oldest: int | None
    overdue: int

    @classmethod
    def of_row(cls, *, status: str, **rest: Any) -> "Waiting":
        """From the columns of a statement."""
        return cls(status=Status(status), **rest)


class Journey:
    """Reads the journey of recordings.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, territory: str, *, now: int) -> dict[Status, Waiting]:
        """How many recordings stand in each status; every status is there, also with none."""
        found = self._database.rows(Waiting, _SQL["journey"], now=now, **bounds(territory))
        nothing = {status: Waiting(status, 0, None, 0) for status in Status}
        return nothing | {row.status: row for row in found}

    def overdue(self, territory: str, *, now: int, limit: int = 50) -> list[RecordingRow]:
        """Recordings whose owner should have acted, longest overdue first."""
        return self._database.rows(RecordingRow, _SQL["overdue"], now=now, limit=limit, **bounds(territory))

    def in_status(self, territory: str, status: Status, *, limit: int = 100) -> list[RecordingRow]:
        """Recordings in a status, longest waiting first."""
        return self._database.rows(
            RecordingRow, _SQL["of_territory"], status=status.value, limit=limit, **bounds(territory)
        )
