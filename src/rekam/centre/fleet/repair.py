"""One step of a component's life: find, authorise, do, say."""

from dataclasses import dataclass

from psycopg import Connection

from rekam.account import Account, Act, may, require
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit
from rekam.edge.store.centre import fleet_life as lives
from rekam.edge.store.centre import fleet_ticket as tickets
from rekam.edge.store.centre.fleet_life import Component, NewComponent
from rekam.edge.store.centre.fleet_ticket import Paper
from rekam.operations.fleet import (
    HANDED,
    OPEN,
    Holder,
    LifeEvent,
    Stage,
    Step,
    actor_of,
    is_exception,
)
from rekam.problem import Problem

_VANISHED = frozenset({Step.LOSE, Step.STEAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What somebody wants done with a component.

    Attributes:
        step: Which step of the table.
        remark: What they saw or why.
        paper: Of the hand-over, where the step is one.
        to: Who gets it, for a shipment or a loan.
        approver: The second person who approved a step against the policy, password checked.
        label: Make and model of the new one, for a replacement.
        serial: Its serial number.
    """

    step: Step
    remark: str = ""
    paper: Paper | None = None
    to: Holder | None = None
    approver: Account | None = None
    label: str = ""
    serial: str = ""


def take_step(centre: Centre, account: Account | None, component_id: int, order: Order) -> Component:
    """Do one step; the component after it.

    Raises:
        Problem: ``fleet.*``, ``account.not_permitted``.
    """
    now = centre.now()
    with centre.store.database.transaction() as connection:
        component = lives.lock(connection, component_id)
        who = _allowed(account, component, order.step)
        excepted = _approved(who, component, order)
        if order.step in HANDED and order.paper is None:
            raise Problem("fleet.paper_needed")
        if order.step is Step.MOVE or order.step is Step.REGISTER:
            raise Problem("fleet.not_next", step=order.step.value, stage=component.life.stage.value)
        after = do(connection, component, order, at=now, actor=who.name, excepted=excepted)
        audit.write(
            connection, who.name, "move_device", component.life.home, f"component:{component_id}", at=now,
            details={"step": order.step.value, "ticket": component.ticket_id or after.ticket_id or 0},
        )  # fmt: skip
    return after


def do(
    connection: Connection, component: Component, order: Order, *, at: int, actor: str,
    excepted: bool = False, source: str = "reported", station_id: str | None = None,
) -> Component:  # fmt: skip
    """One step inside a transaction, whoever takes it; its ticket, paper and lost time with it."""
    event = LifeEvent(
        sequence=component.life.sequence + 1, step=order.step, at=at, to=order.to, excepted=excepted
    )
    ticket_id = component.ticket_id
    helps = _loan(connection, component, order, at)
    details = {
        "remark": order.remark, "helps": helps,
        "approver": order.approver.name if order.approver and excepted else None,
    }  # fmt: skip
    if order.step is Step.REPORT or (order.step in _VANISHED and ticket_id is None):
        station = station_id or tickets.station_of_set(connection, component.life.set_id)
        ticket_id = tickets.put_ticket(
            connection, component, source=source, remark=order.remark, station_id=station, at=at, actor=actor
        )
    after, event_id = lives.append(
        connection, component, event, actor=actor, ticket_id=ticket_id, details=details
    )
    if order.paper is not None and order.step in HANDED:
        giver = component.life.bound if order.step in {Step.RECEIVE, Step.ARRIVE} else None
        tickets.put_handover(
            connection, event_id, component, ticket_id, component.life.holder,
            giver or after.life.bound or after.life.holder, order.paper, at=at,
        )  # fmt: skip
    if ticket_id is not None:
        _end(connection, component, after, order, ticket_id, at=at, actor=actor)
    return after


def _end(
    connection: Connection, before: Component, after: Component, order: Order, ticket_id: int, *, at: int,
    actor: str,
) -> None:  # fmt: skip
    """What a step does to the repair."""
    if order.step is Step.REPAIRED:
        tickets.note_repaired(connection, ticket_id, at=at)
    if order.step is Step.REPLACE:
        fresh = NewComponent(
            kind=before.kind, label=order.label, serial=order.serial, owner=before.owner,
            source=f"pengganti komponen {before.component_id}", set_id=before.life.set_id,
            place=before.life.home,
        )  # fmt: skip
        lives.put_component(connection, fresh, at=at, actor=actor)
    if after.life.stage not in OPEN and before.ticket_id is not None:
        works = after.life.stage is not Stage.WRITTEN_OFF
        tickets.close_ticket(connection, ticket_id, after.life.stage.value, at=at, works=works)


def _loan(connection: Connection, component: Component, order: Order, at: int) -> int | None:
    """The repair that a loan helps: its place works again, until the loan goes home."""
    if order.step is Step.LEND and order.to is not None:
        found = tickets.helped(connection, component.kind.value, order.to.place, None)
        if found is not None:
            tickets.end_outage(connection, found, at=at)
        return found
    if order.step is Step.RETURN_LOAN:
        found = lives.lent_for(connection, component.component_id)
        ticket = tickets.ticket_of(connection, found) if found is not None else None
        if ticket is not None and ticket.closed_at is None:
            tickets.begin_outage(
                connection, ticket.ticket_id, ticket.component, ticket.place, ticket.station_id, at=at
            )
    return None


def _allowed(account: Account | None, component: Component, step: Step) -> Account:
    """Whoever has it acts on it; its own office may always say that it is gone."""
    act = Act.REPORT_DEVICE if step is Step.REPORT else Act.KEEP_FLEET
    if account is not None and step in _VANISHED and may(account, act, component.life.home):
        return account
    return require(account, act, actor_of(component.life).place)


def _approved(account: Account, component: Component, order: Order) -> bool:
    """Whether the step goes against the policy with a second person's approval.

    Raises:
        Problem: ``fleet.approval_needed``.
    """
    if not is_exception(component.life, order.step):
        return False
    second = order.approver
    place = actor_of(component.life).place
    if second is None or second.name == account.name or not may(second, Act.KEEP_FLEET, place):
        raise Problem("fleet.approval_needed")
    if not order.remark:
        raise Problem("fleet.approval_needed")
    return True
