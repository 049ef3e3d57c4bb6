"""Cases of suspension: their events, the fold kept beside them, and what a cut did to recordings."""

from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.errors import UniqueViolation
from psycopg.types.json import Jsonb

from rekam.edge.store.centre.database import Database, one_row, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.connection import CaseEvent, CaseState, Ground, Kind, Stage
from rekam.problem import Problem

_SQL = statements("connection_case")


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case with the fold of its events.

    Attributes:
        territory: Which office's stations.
        station_id: One station of it only; ``None`` = all.
        opened_at: Unix seconds.
        suspension_id: Its open or last suspension.
        due_at: Unix seconds until which somebody has to act.
        retold: Entered afterwards from published reports.
    """

    case_id: int
    territory: str
    station_id: str | None
    ground: Ground
    opened_at: int
    stage: Stage
    suspension_id: int | None
    due_at: int | None
    last_event: int
    retold: bool

    @classmethod
    def of_row(cls, *, ground: str, stage: str, **rest: Any) -> "CaseRow":
        """From the columns of a statement."""
        return cls(ground=Ground(ground), stage=Stage(stage), **rest)


@dataclass(frozen=True, slots=True)
class Quarantine:
    """What a suspension put into quarantine: ever, still there, and when the oldest of these came."""

    total: int
    waiting: int
    oldest: int | None


@dataclass(frozen=True, slots=True)
class Backlog:
    """Announced recordings whose bodies have not come, and when the oldest was made."""

    packets: int
    oldest: int | None


class ConnectionCases:
    """Reads cases.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def case(self, case_id: int) -> CaseRow | None:
        """One case."""
        return self._database.row(CaseRow, _SQL["case"], case_id=case_id)

    def of_suspension(self, suspension_id: int) -> CaseRow | None:
        """The case that a suspension belongs to."""
        return self._database.row(CaseRow, _SQL["case_of_suspension"], suspension_id=suspension_id)

    def touching(self, territory: str, *, limit: int = 200) -> list[CaseRow]:
        """Cases that touch a territory from above or below, running ones first."""
        return self._database.rows(
            CaseRow, _SQL["cases"], territory=territory, limit=limit, **bounds(territory)
        )

    def overdue(self, territory: str, *, now: int, limit: int = 5) -> list[CaseRow]:
        """Running cases of a territory whose term is over."""
        return self._database.rows(CaseRow, _SQL["overdue"], now=now, limit=limit, **bounds(territory))

    def events(self, case_id: int) -> list[CaseEvent]:
        """Everything that happened in a case."""
        with self._database.connection() as connection:
            return events_of(connection, case_id)

    def quarantine(self, suspension_id: int) -> Quarantine:
        """What a suspension put into quarantine."""
        found = self._database.row(Quarantine, _SQL["quarantine"], cause=f"suspension:{suspension_id}")
        assert found is not None
        return found

    def quarantined(self, territory: str) -> int:
        """Recordings of a territory in quarantine now."""
        return int(self._database.value(_SQL["quarantined_now"], **bounds(territory)))

    def recorded(self, territory: str, since: int, until: int, *, station_id: str | None = None) -> int:
        """Recordings made in a place between two moments, as far as their manifests are here."""
        return int(
            self._database.value(
                _SQL["recorded"], since=since, until=until, station_id=station_id, **bounds(territory)
            )
        )

    def backlog(self, territory: str, *, station_id: str | None = None) -> Backlog:
        """Announced recordings of a place whose bodies have not come."""
        found = self._database.row(Backlog, _SQL["awaited"], station_id=station_id, **bounds(territory))
        assert found is not None
        return found


def events_of(connection: Connection, case_id: int) -> list[CaseEvent]:
    """Everything that happened in a case, inside a transaction."""
    return [
        CaseEvent(sequence, Kind(kind), at, actor, details)
        for sequence, kind, at, actor, details in connection.execute(_SQL["events"], {"case_id": case_id})
    ]


def put_case(
    connection: Connection, territory: str, *, station_id: str | None, ground: Ground, at: int, retold: bool
) -> int:
    """A new case; its number.

    Raises:
        Problem: ``connection.case_running``.
    """
    try:
        return int(
            one_value(
                connection, _SQL["put_case"], territory=territory, station_id=station_id, ground=ground.value,
                at=at, retold=retold,
            )
        )  # fmt: skip
    except UniqueViolation as error:
        raise Problem("connection.case_running") from error


def lock_case(connection: Connection, case_id: int) -> tuple[CaseRow, list[CaseEvent]]:
    """A case with its events, held until the transaction ends.

    Raises:
        Problem: ``connection.case_unknown``.
    """
    row = one_row(connection, CaseRow, _SQL["lock_case"], case_id=case_id)
    if row is None:
        raise Problem("connection.case_unknown")
    return row, events_of(connection, case_id)


def put_event(
    connection: Connection, case_id: int, event: CaseEvent, state: CaseState, *, suspension_id: int | None
) -> None:
    """One more event with the fold behind it."""
    run(
        connection,
        _SQL["put_event"],
        case_id=case_id,
        sequence=event.sequence,
        kind=event.kind.value,
        at=event.at,
        actor=event.actor,
        details=Jsonb(dict(event.details)),
    )
    run(
        connection,
        _SQL["set_case"],
        case_id=case_id,
        stage=state.stage.value,
        due_at=state.due_at,
        last_event=event.sequence,
        suspension_id=suspension_id,
    )
