"""A whole register of sets at once: a hundred thousand components in seconds, all or nothing."""

from collections.abc import Sequence

from psycopg import Connection
from psycopg.types.json import Jsonb

from rekam.edge.store.centre.fleet_life import NewComponent, keep_works
from rekam.operations.fleet import OPEN, LifeEvent, Step, born

_SETS = b"COPY device_set (set_id, place, owner, bought, source, registered_at) FROM STDIN"
_COMPONENTS = (
    b"COPY component (component_id, kind, label, serial, owner, bought, source, set_id, home, stage, condition,"
    b" holder_kind, holder_place, ticket_id, since, last_event) FROM STDIN"
)
_TICKETS = (
    b"COPY ticket (ticket_id, component_id, set_id, place, component, source, remark, opened_at, opened_by)"
    b" FROM STDIN"
)
_EVENTS = b"COPY component_event (component_id, sequence, step, at, actor, ticket_id, details) FROM STDIN"
_OUTAGES = b"COPY device_outage (ticket_id, place, component, since) FROM STDIN"
_NUMBERS = b"SELECT nextval(pg_get_serial_sequence(%(table)s, %(column)s)) FROM generate_series(1, %(count)s)"


def load_components(connection: Connection, lines: Sequence[NewComponent], *, at: int, actor: str) -> None:
    """Register sets and components; what is broken gets a ticket of this moment.

    Args:
        connection: Of the transaction.
        lines: Every component names its set; a set takes place, owner and year of its first line.
        at: Unix seconds.
        actor: Who loads.
    """
    lives = [
        born(LifeEvent(sequence=1, step=Step.REGISTER, at=at, set_id=line.set_id, place=line.place, condition=line.condition))
        for line in lines
    ]  # fmt: skip
    numbers = _numbers(connection, "component", "component_id", len(lines))
    broken = sum(life.stage in OPEN for life in lives)
    given = iter(_numbers(connection, "ticket", "ticket_id", broken))
    tickets = [next(given) if life.stage in OPEN else None for life in lives]
    first = {line.set_id: line for line in reversed(lines) if line.set_id}
    with connection.cursor() as cursor:
        with cursor.copy(_SETS) as copy:
            for set_id, line in first.items():
                copy.write_row((set_id, line.place, line.owner, line.bought, line.source, at))
        with cursor.copy(_COMPONENTS) as copy:
            for number, line, life, ticket in zip(numbers, lines, lives, tickets, strict=True):
                copy.write_row(
                    (
                        number, line.kind.value, line.label, line.serial, line.owner, line.bought, line.source,
                        line.set_id, line.place, life.stage.value, life.condition.value,
                        life.holder.kind.value, life.holder.place, ticket, at, 1,
                    )
                )  # fmt: skip
        with cursor.copy(_TICKETS) as copy:
            for number, line, ticket in zip(numbers, lines, tickets, strict=True):
                if ticket is not None:
                    row = (ticket, number, line.set_id, line.place, line.kind.value, "reported", line.source)
                    copy.write_row((*row, at, actor))
        with cursor.copy(_EVENTS) as copy:
            for number, line, ticket in zip(numbers, lines, tickets, strict=True):
                details = {"set_id": line.set_id, "place": line.place, "condition": line.condition.value}
                copy.write_row((number, 1, Step.REGISTER.value, at, actor, ticket, Jsonb(details)))
        with cursor.copy(_OUTAGES) as copy:
            for line, ticket in zip(lines, tickets, strict=True):
                if ticket is not None:
                    copy.write_row((ticket, line.place, line.kind.value, at))
    keep_works(connection, *first)


def _numbers(connection: Connection, table: str, column: str, count: int) -> list[int]:
    values = {"table": f"rekam.{table}", "column": column, "count": count}
    return [row[0] for row in connection.execute(_NUMBERS, values)]
