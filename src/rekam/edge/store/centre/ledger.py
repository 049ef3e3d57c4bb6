"""The ledger: numbered events of each recording, and their fold kept beside them in the same transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.rows import kwargs_row
from psycopg.types.json import Jsonb

from rekam.edge.store.centre import coverage
from rekam.edge.store.centre.database import Database, all_rows, one_row, one_value, run
from rekam.edge.store.centre.people import set_claim
from rekam.edge.store.centre.statements import statements
from rekam.packet import Manifest
from rekam.problem import Problem
from rekam.registry import (
    REACHED,
    CoverageStep,
    Detail,
    Event,
    EventKind,
    Owner,
    Status,
    changes,
    check_four_eyes,
    due_at,
    owner_of,
    receipt_code,
    status_after,
)

_SQL = statements("ledger")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingRow:
    """Where one recording is.

    Attributes:
        packet_id: Its packet.
        receipt_code: What the resident holds.
        station_id: Where it was made.
        nik: Whose it is; ``None`` until the packet is opened.
        village: The resident's village, likewise.
        place: The village, or the place of recording while the packet is sealed.
        obliged: Whether the resident is wajib KTP; ``None`` while sealed.
        counted: Whether it is the recording that counts for its NIK.
        status: Where it is.
        since: Unix seconds.
        owner: Whose turn it is; ``None`` when final.
        due_at: Unix seconds by which the owner should act.
        last_event: Number of the last event.
        problem: Code of the problem that failed or refused it.
        problem_details: Values for its sentence.
    """

    packet_id: bytes
    receipt_code: str
    station_id: str
    nik: str | None
    village: str | None
    place: str
    obliged: bool | None
    counted: bool = False
    status: Status
    since: int
    owner: Owner | None
    due_at: int | None
    last_event: int
    problem: str | None
    problem_details: Mapping[str, Detail]

    @classmethod
    def of_row(cls, *, status: str, owner: str | None, **rest: Any) -> "RecordingRow":
        """From the columns of a statement."""
        return cls(status=Status(status), owner=Owner(owner) if owner else None, **rest)


@dataclass(frozen=True, slots=True)
class Identified:
    """Whose recording it turned out to be when the packet was opened."""

    nik: str
    village: str
    obliged: bool


def _event(*, kind: str, **rest: Any) -> Event:
    return Event(kind=EventKind(kind), **rest)


class Ledger:
    """Reads recordings and their events.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def recording(self, packet_id: bytes) -> RecordingRow | None:
        """One recording."""
        return self._database.row(RecordingRow, _SQL["recording"], packet_id=packet_id)

    def history(self, packet_id: bytes) -> list[Event]:
        """Its events, oldest first."""
        with self._database.connection() as connection:
            return history(connection, packet_id)

    def by_code(self, code: str) -> RecordingRow | None:
        """The recording with a receipt code (`registry.read_receipt_code`)."""
        return self._database.row(RecordingRow, _SQL["by_code"], receipt_code=code)

    def by_nik(self, nik: str) -> list[RecordingRow]:
        """Recordings of a resident, newest first."""
        return self._database.rows(RecordingRow, _SQL["by_nik"], nik=nik)

    def changed_before(
        self, station_id: str, until: int, *, after: tuple[int, bytes], limit: int
    ) -> list[RecordingRow]:
        """A station's recordings whose status began before a time, the oldest first.

        Args:
            station_id: The station.
            until: Unix seconds, not included.
            after: Begin of the status and packet id of the last one that is not wanted any more.
            limit: Rows at most.
        """
        since, packet_id = after
        return self._database.rows(
            RecordingRow, _SQL["changed_before"], station_id=station_id, since=since, packet_id=packet_id,
            until=until, limit=limit,
        )  # fmt: skip

    def changed_since(self, station_id: str, since: int, *, limit: int) -> list[RecordingRow]:
        """A station's recordings whose status began at or after a time, Unix seconds, the newest first."""
        return self._database.rows(
            RecordingRow, _SQL["changed_since"], station_id=station_id, since=since, limit=limit
        )

    def waiting_for_search(self) -> list[bytes]:
        """Packets whose search failed, the longest waiting first."""
        with self._database.connection() as connection:
            return [row[0] for row in connection.execute(_SQL["waiting_for_search"])]

    def differing_folds(self) -> int:
        """Recordings whose fold lags behind their events; 0 unless something is broken."""
        return int(self._database.value(_SQL["differing_folds"]))


def history(connection: Connection, packet_id: bytes) -> list[Event]:
    """The events of a recording inside a transaction."""
    with connection.cursor(row_factory=kwargs_row(_event)) as cursor:
        return cursor.execute(_SQL["history"], {"packet_id": packet_id}).fetchall()


def lock(connection: Connection, packet_id: bytes) -> RecordingRow:
    """A recording, held until the transaction ends.

    Raises:
        Problem: ``centre.recording_unknown``.
    """
    row = one_row(connection, RecordingRow, _SQL["lock_recording"], packet_id=packet_id)
    if row is None:
        raise Problem("centre.recording_unknown")
    return row


def lock_all(connection: Connection, packet_ids: Sequence[bytes]) -> list[RecordingRow]:
    """Several recordings, held until the transaction ends, in one order; unknown ones are not among them."""
    return all_rows(connection, RecordingRow, _SQL["lock_recordings"], packet_ids=list(packet_ids))


def last_kind(connection: Connection, packet_id: bytes) -> EventKind:
    """What happened last to a recording."""
    return EventKind(one_value(connection, _SQL["last_kind"], packet_id=packet_id))


def begin(connection: Connection, manifests: Sequence[Manifest], *, at: int) -> None:
    """Open the ledger of packets from their manifests: captured, sealed, announced."""
    if not manifests:
        return
    status, steps = Status.UNREGISTERED, (EventKind.CAPTURED, EventKind.SEALED, EventKind.ANNOUNCED)
    moved = 0
    for number, kind in enumerate(steps):
        after = status_after(status, kind)
        moved = moved if after is status else number
        status = after
    events, since = [], []
    for one in manifests:
        station = f"station:{one.station}"
        times, actors = (one.captured_at, one.sealed_at, at), (one.operator, station, station)
        since.append(times[moved])
        for number, kind in enumerate(steps):
            events.append(_NewEvent(one.packet_id, number + 1, kind, times[number], actors[number], {}))
    run(
        connection,
        _SQL["begin"],
        packet_id=[one.packet_id for one in manifests],
        receipt_code=[receipt_code(one.packet_id) for one in manifests],
        station_id=[one.station for one in manifests],
        place=[one.region for one in manifests],
        status=status.value,
        since=since,
        owner=(owner := owner_of(status)) and owner.value,
        due_at=[due_at(status, one) for one in since],
        last_event=len(steps),
    )
    _put_events(connection, events)


@dataclass(frozen=True, slots=True)
class _NewEvent:
    packet_id: bytes
    sequence: int
    kind: EventKind
    at: int
    actor: str
    details: Mapping[str, Detail]


def _put_events(connection: Connection, events: Sequence[_NewEvent]) -> None:
    run(
        connection,
        _SQL["put_events"],
        packet_id=[one.packet_id for one in events],
        sequence=[one.sequence for one in events],
        kind=[one.kind.value for one in events],
        at=[one.at for one in events],
        actor=[one.actor for one in events],
        details=[Jsonb(dict(one.details)) for one in events],
    )


def append(
    connection: Connection,
    packet_id: bytes,
    kind: EventKind,
    *,
    at: int,
    actor: str,
    details: Mapping[str, Detail] | None = None,
    problem: Problem | None = None,
    identified: Identified | None = None,
    counts: bool = False,
) -> RecordingRow:
    """Write one more event, with the fold and the coverage counters that follow from it.

    Args:
        connection: The transaction that the event belongs to.
        packet_id: Which recording.
        kind: What happened.
        at: Unix seconds.
        actor: Who did it.
        details: Small values beside it.
        problem: Why it failed or was refused; kept until the status changes again.
        identified: Whose recording it is, when this event is the first to know.
        counts: Whether it counts for its NIK from now on; the resident must be locked and unclaimed. It stops
            to count by itself when it fails.

    Raises:
        Problem: ``registry.not_next``, ``registry.same_person_twice``, ``centre.recording_unknown``.
    """
    before = lock(connection, packet_id)
    status = status_after(before.status, kind)
    if kind is EventKind.ADJUDICATED_SECOND:
        check_four_eyes(history(connection, packet_id), kind, actor)
    values = {**(details or {}), **({"problem": problem.code} if problem else {})}
    sequence = before.last_event + 1
    run(
        connection, _SQL["put_event"], packet_id=packet_id, sequence=sequence, kind=kind.value, at=at, actor=actor,
        details=Jsonb(values),
    )  # fmt: skip
    nik, village, obliged = _whose(before, identified)
    counted = (before.counted or counts) and CoverageStep.RECEIVED in REACHED[status]
    same = status is before.status
    since = before.since if same else at
    kept = problem is None and same
    run(
        connection,
        _SQL["set_state"],
        packet_id=packet_id,
        status=status.value,
        since=since,
        owner=(owner := owner_of(status)) and owner.value,
        due_at=due_at(status, since),
        sequence=sequence,
        nik=nik,
        village=village,
        obliged=obliged,
        counted=counted,
        place=village or before.place,
        problem=before.problem if kept else problem and problem.code,
        problem_details=Jsonb(dict(before.problem_details if kept else problem.details if problem else {})),
    )
    if before.counted or counted:
        assert nik is not None
        assert village is not None
        if before.counted != counted:
            set_claim(connection, nik, village, packet_id if counted else None)
        old, new = (before.status if before.counted else None), (status if counted else None)
        coverage.add(connection, village, bool(obliged), changes(old, new))
    after = one_row(connection, RecordingRow, _SQL["recording"], packet_id=packet_id)
    assert after is not None
    return after


@dataclass(frozen=True, slots=True)
class Arrival:
    """A body that came, or that leaves quarantine.

    Attributes:
        row: Its recording, locked.
        kind: Received, put into quarantine, or released.
        details: Small values beside it.
    """

    row: RecordingRow
    kind: EventKind
    details: Mapping[str, Detail]


def append_arrivals(connection: Connection, arrivals: Sequence[Arrival], *, at: int, actor: str) -> None:
    """:func:`append` for many sealed packets at once: nobody knows yet whose they are, so no figure moves.

    Raises:
        Problem: ``registry.not_next``.
    """
    statuses = [status_after(one.row.status, one.kind) for one in arrivals]
    assert not any(one.row.counted for one in arrivals)
    _put_events(
        connection,
        [
            _NewEvent(one.row.packet_id, one.row.last_event + 1, one.kind, at, actor, one.details)
            for one in arrivals
        ],
    )
    run(
        connection,
        _SQL["set_arrived"],
        packet_id=[one.row.packet_id for one in arrivals],
        status=[status.value for status in statuses],
        since=at,
        owner=[(owner := owner_of(status)) and owner.value for status in statuses],
        due_at=[due_at(status, at) for status in statuses],
        sequence=[one.row.last_event + 1 for one in arrivals],
    )


def _whose(row: RecordingRow, identified: Identified | None) -> tuple[str | None, str | None, bool | None]:
    if row.nik is not None or identified is None:
        return row.nik, row.village, row.obliged
    return identified.nik, identified.village, identified.obliged
