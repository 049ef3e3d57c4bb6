"""Repairs: tickets, papers, costs, and how long a place stood without a component."""

from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import all_rows, one_row, one_value, run
from rekam.edge.store.centre.fleet_life import Component
from rekam.edge.store.centre.statements import statements
from rekam.operations.fleet import CostAction, Holder, Payer

_SQL = statements("fleet_ticket")
_LIFE = statements("fleet_life")


@dataclass(frozen=True, slots=True)
class Ticket:
    """One repair, from the report to its end.

    Attributes:
        component: Kind, as the register writes it.
        source: ``observed`` by a station or ``reported`` by a person.
        closed_at: Unix seconds; ``None`` = open.
        outcome: ``in_service``, ``replaced`` or ``written_off``; ``None`` = open.
        reports: Reports of stations that it answers.
    """

    ticket_id: int
    component_id: int
    set_id: str | None
    place: str
    station_id: str | None
    component: str
    source: str
    remark: str
    opened_at: int
    opened_by: str
    closed_at: int | None
    outcome: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class WaitingFault:
    """A station's report that no ticket answers."""

    station_id: str
    place: str
    entry_hash: bytes
    component: str
    label: str
    problem: str
    remark: str
    reported_at: int


@dataclass(frozen=True, slots=True)
class Paper:
    """Who hands over to whom, on which day, under which number."""

    from_person: str
    to_person: str
    letter: str
    on: date


def put_ticket(
    connection: Connection, component: Component, *, source: str, remark: str, station_id: str | None,
    at: int, actor: str,
) -> int:  # fmt: skip
    """A repair begins, and the place stands without the component."""
    place = component.life.holder.place or component.life.home
    number = one_value(
        connection, _SQL["put_ticket"], component_id=component.component_id, set_id=component.life.set_id,
        place=place, station_id=station_id, component=component.kind.value, source=source, remark=remark,
        opened_at=at, opened_by=actor,
    )  # fmt: skip
    begin_outage(connection, int(number), component.kind.value, place, station_id, at=at)
    return int(number)


def ticket_of(connection: Connection, ticket_id: int) -> Ticket | None:
    """One repair inside a transaction."""
    return one_row(connection, Ticket, _SQL["ticket"], ticket_id=ticket_id)


def close_ticket(connection: Connection, ticket_id: int, outcome: str, *, at: int, works: bool) -> None:
    """A repair ends; ``works`` = the place has a working one again."""
    run(connection, _SQL["close_ticket"], ticket_id=ticket_id, outcome=outcome, at=at)
    if works:
        end_outage(connection, ticket_id, at=at)


def note_repaired(connection: Connection, ticket_id: int, *, at: int) -> None:
    """The first telling that it is repaired."""
    run(connection, _SQL["repaired"], ticket_id=ticket_id, at=at)


def begin_outage(
    connection: Connection, ticket_id: int, kind: str, place: str, station_id: str | None, *, at: int
) -> None:
    """A place stands without it: it was reported, or a loan went home while the repair goes on."""
    run(
        connection, _SQL["begin_outage"], ticket_id=ticket_id, station_id=station_id, place=place,
        component=kind, at=at,
    )  # fmt: skip


def move_ticket(connection: Connection, ticket_id: int, component: Component, *, at: int) -> None:
    """A swapped component takes its repair along: its new set stands without it."""
    life = component.life
    station_id = station_of_set(connection, life.set_id)
    run(
        connection, _SQL["move_ticket"], ticket_id=ticket_id, place=life.home, set_id=life.set_id,
        station_id=station_id,
    )  # fmt: skip
    begin_outage(connection, ticket_id, component.kind.value, life.home, station_id, at=at)


def station_of_set(connection: Connection, set_id: str | None) -> str | None:
    """The station that runs on a set."""
    found = one_value(connection, _SQL["station_of_set"], set_id=set_id) if set_id else None
    return None if found is None else str(found)


def end_outage(connection: Connection, ticket_id: int, *, at: int) -> None:
    """The place has a working one again."""
    run(connection, _SQL["end_outage"], ticket_id=ticket_id, at=at)


def helped(connection: Connection, kind: str, place: str, set_id: str | None) -> int | None:
    """The repair whose place works again because a component of that kind came there."""
    found = one_value(connection, _SQL["helped"], place=place, component=kind, set_id=set_id)
    return None if found is None else int(found)


def faults_without_ticket(connection: Connection, station_id: str) -> list[WaitingFault]:
    """Reports of a station that no ticket answers, the oldest first."""
    return all_rows(connection, WaitingFault, _SQL["faults_without_ticket"], station_id=station_id)


def link_fault(connection: Connection, fault: WaitingFault, ticket_id: int) -> None:
    """Note which report a ticket answers."""
    run(
        connection, _SQL["link_fault"], station_id=fault.station_id, entry_hash=fault.entry_hash,
        ticket_id=ticket_id,
    )  # fmt: skip


def note_gap(connection: Connection, station_id: str, component: str, *, at: int, away: bool) -> None:
    """A station saw a device go away or come back; the same again changes nothing."""
    run(connection, _SQL["put_gap" if away else "end_gap"], station_id=station_id, component=component, at=at)


def put_handover(
    connection: Connection, event_id: int, component: Component, ticket_id: int | None, giver: Holder,
    taker: Holder, paper: Paper, *, at: int,
) -> int:  # fmt: skip
    """Keep a paper; its number."""
    return int(
        one_value(
            connection, _LIFE["put_handover"], event_id=event_id, component_id=component.component_id,
            ticket_id=ticket_id, from_kind=giver.kind.value, from_place=giver.place,
            from_person=paper.from_person, to_kind=taker.kind.value, to_place=taker.place,
            to_person=paper.to_person, letter=paper.letter, handed_on=paper.on, at=at,
        )
    )  # fmt: skip


def put_cost(
    connection: Connection, ticket: Ticket, *, action: CostAction, rupiah: int, payer: Payer, rule: str,
    reason: str, receipt: str, paid_on: date, at: int, actor: str,
) -> int | None:  # fmt: skip
    """Keep a cost; its number, ``None`` when this receipt is noted already."""
    found = one_value(
        connection, _SQL["put_cost"], ticket_id=ticket.ticket_id, place=ticket.place, action=action.value,
        rupiah=rupiah, payer=payer.value, rule=rule, reason=reason, receipt=receipt, paid_on=paid_on, at=at,
        actor=actor,
    )  # fmt: skip
    return None if found is None else int(found)
