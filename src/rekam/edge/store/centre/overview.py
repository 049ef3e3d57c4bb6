"""What the first pages of every level ask of the ledger."""

from dataclasses import dataclass

from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.ledger import RecordingRow
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds

_SQL = statements("overview")
_DAY = 86_400
_ZONE = 7 * 3600
"""WIB; days of the demonstration's province begin at its midnight."""


@dataclass(frozen=True, slots=True)
class _Day:
    day: int
    recordings: int


class Overview:
    """Reads sums over a territory.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def received_by_day(self, territory: str, *, days: int, now: int) -> list[int]:
        """Recordings received on each of the last days, oldest first, today last."""
        today = (now + _ZONE) // _DAY
        since = (today - days + 1) * _DAY - _ZONE
        found = self._database.rows(
            _Day, _SQL["received_by_day"], zone=_ZONE, since=since, **bounds(territory)
        )
        counts = {row.day: row.recordings for row in found}
        return [counts.get(day, 0) for day in range(today - days + 1, today + 1)]

    def longest_waiting(self, territory: str, *, now: int, limit: int) -> list[RecordingRow]:
        """Recordings that are somebody's turn: the overdue first, then the longest waiting."""
        return self._database.rows(
            RecordingRow, _SQL["longest_waiting"], now=now, limit=limit, **bounds(territory)
        )

    def latest(self, territory: str, *, limit: int) -> list[RecordingRow]:
        """The recordings announced last, newest first."""
        return self._database.rows(RecordingRow, _SQL["latest"], limit=limit, **bounds(territory))

    def announced(self, territory: str) -> int:
        """How many recordings the manifests of a territory name."""
        return int(self._database.value(_SQL["announced"], **bounds(territory)))
