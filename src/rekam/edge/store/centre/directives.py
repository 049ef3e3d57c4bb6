"""Directives and their lines: one line an addressee, events only added, the fold kept beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from psycopg import Connection
from psycopg.types.json import Jsonb

from rekam.edge.store.centre.database import Database, all_rows, one_row, one_value, run
from rekam.edge.store.centre.directive_rows import (
    Addressee,
    Directive,
    IssuedDirective,
    LineEvent,
    MeasuredAddressee,
    OfDecision,
    OwedToUs,
    PassedOn,
    PastLine,
    ReceivedLine,
    StartReading,
    WaitingHere,
)
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.directive import Event, EventKind, Line, Reading

_SQL = statements("directive")


class Directives:
    """Reads directives.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def directive(self, directive_id: int) -> Directive | None:
        """One directive."""
        return self._database.row(Directive, _SQL["directive"], directive_id=directive_id)

    def addressees(self, directive_id: int) -> list[MeasuredAddressee]:
        """Its lines by place."""
        return self._database.rows(MeasuredAddressee, _SQL["addressees"], directive_id=directive_id)

    def line(self, addressee_id: int) -> Addressee | None:
        """One line."""
        return self._database.row(Addressee, _SQL["line"], addressee_id=addressee_id)

    def events(self, addressee_id: int) -> list[Event]:
        """What happened to a line."""
        with self._database.connection() as connection:
            return events_of(connection, addressee_id)

    def events_of(self, directive_id: int, *, limit: int = 60) -> list[LineEvent]:
        """What happened to all lines of a directive, the newest first."""
        return self._database.rows(LineEvent, _SQL["events_of"], directive_id=directive_id, limit=limit)

    def received(self, place: str, *, now: int, limit: int = 100) -> list[ReceivedLine]:
        """What came to a place: open ones first, the nearest deadline first."""
        return self._database.rows(ReceivedLine, _SQL["received"], place=place, now=now, limit=limit)

    def issued(self, place: str, *, now: int, limit: int = 100) -> list[IssuedDirective]:
        """What a place issued, those with most overdue lines first."""
        return self._database.rows(IssuedDirective, _SQL["issued"], place=place, now=now, limit=limit)

    def passed_on(self, directive_id: int) -> list[PassedOn]:
        """Directives with which lines of this one were passed on."""
        return self._database.rows(PassedOn, _SQL["passed_on"], directive_id=directive_id)

    def of_meeting(self, meeting_id: int) -> list[OfDecision]:
        """Directives that came out of a meeting."""
        return self._database.rows(OfDecision, _SQL["of_decision"], meeting_id=meeting_id)

    def touches(self, directive_id: int, territory: str) -> bool:
        """Whether a directive has a line at or below a place."""
        return bool(self._database.value(_SQL["touches"], directive_id=directive_id, **bounds(territory)))

    def waiting_here(self, place: str, *, now: int) -> WaitingHere:
        """What waits at a place."""
        found = self._database.row(WaitingHere, _SQL["urgent_received"], place=place, now=now)
        assert found is not None
        return found

    def owed_to(self, place: str, *, now: int) -> list[OwedToUs]:
        """What others owe a place, by directive, the heaviest three."""
        return self._database.rows(OwedToUs, _SQL["urgent_issued"], place=place, now=now)

    def starts(self, directives: Iterable[int]) -> list[StartReading]:
        """Places of some directives with their figures at the issue."""
        return self._database.rows(StartReading, _SQL["starts"], directives=list(directives))

    def awaiting_minister(self) -> int:
        """Proposals that only the minister answers."""
        return int(self._database.value(_SQL["awaiting_minister"]))


def put_directive(connection: Connection, directive: Directive) -> int:
    """A directive begins; its number (the one it brings is not looked at)."""
    return int(one_value(connection, _SQL["put"], **asdict(directive)))


def put_addressees(
    connection: Connection,
    directive_id: int,
    lines: Sequence[tuple[str, str, str, int]],
    *,
    at: int,
    actor: str,
) -> list[MeasuredAddressee]:
    """Its lines as (post, place, name, due at), each with its first event; as they were kept."""
    posts, places, names, dues = (list(column) for column in zip(*lines, strict=True))
    run(
        connection, _SQL["put_addressees"], directive_id=directive_id, posts=posts, places=places, names=names,
        dues=dues, at=at, actor=actor,
    )  # fmt: skip
    return all_rows(connection, MeasuredAddressee, _SQL["addressees"], directive_id=directive_id)


def put_readings(connection: Connection, moment: str, readings: Mapping[int, Reading], *, at: int) -> None:
    """Live figures of several lines at one moment (``issued``, ``deadline``, ``closed``)."""
    run(
        connection, _SQL["put_readings"], moment=moment, counted_at=at, addressees=list(readings),
        numerators=[one.numerator for one in readings.values()],
        denominators=[one.denominator for one in readings.values()],
        cuts=[one.cut for one in readings.values()],
    )  # fmt: skip


def lock_line(connection: Connection, addressee_id: int) -> Addressee | None:
    """One line, held until the transaction ends."""
    return one_row(connection, Addressee, _SQL["lock_line"], addressee_id=addressee_id)


def directive_in(connection: Connection, directive_id: int) -> Directive:
    """One directive inside a transaction; it is there because its line is."""
    found = one_row(connection, Directive, _SQL["directive"], directive_id=directive_id)
    assert found is not None
    return found


@dataclass(frozen=True, slots=True)
class _EventRow:
    sequence: int
    kind: str
    at: int
    actor: str
    words: str


def events_of(connection: Connection, addressee_id: int) -> list[Event]:
    """What happened to a line, inside a transaction."""
    rows = all_rows(connection, _EventRow, _SQL["events"], addressee_id=addressee_id)
    return [Event(row.sequence, EventKind(row.kind), row.at, row.actor, row.words) for row in rows]


def put_event(
    connection: Connection,
    kept: Addressee,
    event: Event,
    line: Line,
    *,
    details: Mapping[str, str],
    name: str | None = None,
) -> None:
    """One more event of a line, and the line as it stands after it, with a new holder's name if there is one."""
    run(
        connection, _SQL["put_event"], addressee_id=kept.addressee_id, sequence=event.sequence,
        kind=event.kind.value, at=event.at, actor=event.actor, words=event.words,
        details=Jsonb(dict(details)),
    )  # fmt: skip
    run(
        connection, _SQL["set_line"], addressee_id=kept.addressee_id, state=line.step.value, since=line.since,
        last_event=line.sequence, acknowledged_at=line.acknowledged_at, reminded_at=line.reminded_at,
        name=kept.name if name is None else name,
    )  # fmt: skip


def due_lines(connection: Connection, *, near: int, unheard: int, again: int, limit: int) -> list[Addressee]:
    """Lines that a reminder by rule may be due for."""
    return all_rows(
        connection, Addressee, _SQL["due_lines"], near=near, unheard=unheard, again=again, limit=limit
    )


def events_of_lines(connection: Connection, lines: Iterable[Addressee]) -> dict[int, list[Event]]:
    """What happened to some lines, by line."""
    rows = all_rows(
        connection, LineEvent, _SQL["events_of_lines"], addressees=[line.addressee_id for line in lines]
    )
    found: dict[int, list[Event]] = {}
    for row in rows:
        event = Event(row.sequence, EventKind(row.kind), row.at, row.actor, row.words)
        found.setdefault(row.addressee_id, []).append(event)
    return found


def put_reminders(connection: Connection, sequences: Mapping[int, int], *, at: int, actor: str) -> None:
    """One reminder into each of some locked lines: the number of its event by line. The step stays."""
    run(
        connection, _SQL["put_reminders"], addressees=list(sequences), sequences=list(sequences.values()), at=at,
        actor=actor,
    )  # fmt: skip


def past_unread(connection: Connection, *, now: int, limit: int) -> list[PastLine]:
    """Lines past their deadline whose figure at the deadline was not kept yet."""
    return all_rows(connection, PastLine, _SQL["past_unread"], now=now, limit=limit)


@dataclass(frozen=True, slots=True)
class Permission:
    """The minister's permission to replace a holder."""

    permission: str
    permission_on: str


def permission_of(connection: Connection, addressee_id: int) -> Permission | None:
    """The last permission that a line was given."""
    return one_row(connection, Permission, _SQL["permission"], addressee_id=addressee_id)
