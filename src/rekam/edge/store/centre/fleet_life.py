"""Components: writing their events and the fold beside them, in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from psycopg import Connection
from psycopg.types.json import Jsonb

from rekam.edge.store.centre.database import all_rows, one_row, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.operations.fleet import (
    NEEDED,
    OPEN,
    ComponentKind,
    Condition,
    Holder,
    HolderKind,
    Life,
    LifeEvent,
    Stage,
    Step,
    after,
    born,
)
from rekam.problem import Problem

_SQL = statements("fleet_life")


@dataclass(frozen=True, slots=True)
class Component:
    """A component with its fold.

    Attributes:
        bought: Year; 0 = not known.
        source: Where the line of the register comes from.
        life: The fold of its events.
        ticket_id: The open repair.
    """

    component_id: int
    kind: ComponentKind
    label: str
    serial: str
    owner: str
    bought: int
    source: str
    life: Life
    ticket_id: int | None

    @classmethod
    def of_row(cls, **row: Any) -> "Component":
        """From a row of the table."""
        bound = row["bound_kind"]
        life = Life(
            stage=Stage(row["stage"]), condition=Condition(row["condition"]), set_id=row["set_id"],
            home=row["home"], holder=Holder(HolderKind(row["holder_kind"]), row["holder_place"]),
            bound=Holder(HolderKind(bound), row["bound_place"]) if bound else None, since=row["since"],
            sequence=row["last_event"], excepted=row["excepted"],
        )  # fmt: skip
        return cls(
            row["component_id"], ComponentKind(row["kind"]), row["label"], row["serial"], row["owner"],
            row["bought"], row["source"], life, row["ticket_id"],
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NewComponent:
    """A line of the register before it has a number."""

    kind: ComponentKind
    label: str = ""
    serial: str = ""
    owner: str = "unknown"
    bought: int = 0
    source: str
    set_id: str | None
    place: str
    condition: Condition = Condition.GOOD


def put_set(
    connection: Connection, set_id: str, place: str, *, source: str, at: int, station_id: str | None = None,
    owner: str = "unknown", bought: int = 0,
) -> bool:  # fmt: skip
    """Register a set; whether it was new."""
    return run(
        connection, _SQL["put_set"], set_id=set_id, place=place, station_id=station_id, owner=owner,
        bought=bought, source=source, at=at,
    ) == 1  # fmt: skip


def put_station(connection: Connection, set_id: str, station_id: str) -> None:
    """Say which station runs on a set."""
    run(connection, _SQL["put_station"], set_id=set_id, station_id=station_id)


def put_component(connection: Connection, new: NewComponent, *, at: int, actor: str) -> Component:
    """Register a component with its first event."""
    event = LifeEvent(
        sequence=1, step=Step.REGISTER, at=at, set_id=new.set_id, place=new.place, condition=new.condition
    )
    life = born(event)
    number = one_value(
        connection, _SQL["put_component"], kind=new.kind.value, label=new.label, serial=new.serial,
        owner=new.owner, bought=new.bought, source=new.source, set_id=new.set_id, home=new.place,
        stage=life.stage.value, condition=life.condition.value, holder_kind=life.holder.kind.value,
        holder_place=life.holder.place, since=at,
    )  # fmt: skip
    details = {"set_id": new.set_id, "place": new.place, "condition": new.condition.value}
    _put_event(connection, int(number), event, actor, None, details)
    keep_works(connection, new.set_id)
    return Component(
        int(number), new.kind, new.label, new.serial, new.owner, new.bought, new.source, life, None
    )


def keep_works(connection: Connection, *sets: str | None) -> None:
    """Note whether sets can record: every needed kind in service, in order and at its place."""
    needed = sorted(kind.value for kind in NEEDED)
    run(
        connection, _SQL["keep_works"], sets=sorted({one for one in sets if one}), needed=needed,
        kinds=len(needed),
    )  # fmt: skip


def lock(connection: Connection, component_id: int) -> Component:
    """One component, held until the transaction ends.

    Raises:
        Problem: ``fleet.component_unknown``.
    """
    found = one_row(connection, Component, _SQL["lock"], component_id=component_id)
    if found is None:
        raise Problem("fleet.component_unknown")
    return found


def append(
    connection: Connection, component: Component, event: LifeEvent, *, actor: str, ticket_id: int | None,
    details: Mapping[str, object],
) -> tuple[Component, int]:  # fmt: skip
    """One more event; the component after it and the event's number.

    Raises:
        Problem: Those of `rekam.operations.fleet.after`.
    """
    life = after(component.life, event)
    to = {"to_kind": event.to.kind.value, "to_place": event.to.place} if event.to else {}
    kept = {
        "set_id": event.set_id, "place": event.place, "excepted": event.excepted, **to, **details,
    }  # fmt: skip
    number = _put_event(
        connection, component.component_id, event, actor, ticket_id, {k: v for k, v in kept.items() if v}
    )
    left = ticket_id if life.stage in OPEN else None
    _keep_fold(connection, component.component_id, life, left)
    keep_works(connection, component.life.set_id, life.set_id)
    return replace(component, life=life, ticket_id=left), number


def keep_ticket(connection: Connection, component: Component, ticket_id: int) -> Component:
    """Note the open repair of a component."""
    _keep_fold(connection, component.component_id, component.life, ticket_id)
    return replace(component, ticket_id=ticket_id)


def seen_component(
    connection: Connection, kind: ComponentKind, label: str, *, station_id: str, place: str
) -> int | None:
    """The component that a station's report means; ``None`` when the register has none there."""
    found = one_value(
        connection, _SQL["seen_component"], kind=kind.value, label=label, station_id=station_id, place=place
    )
    return None if found is None else int(found)


def lent_for(connection: Connection, component_id: int) -> int | None:
    """The repair that the last loan of a component helps."""
    found = one_value(connection, _SQL["lent_by"], component_id=component_id)
    return None if found is None else int(found)


def known_sets(connection: Connection, sets: list[str]) -> list[str]:
    """Which of some sets are registered already."""
    return [row.set_id for row in all_rows(connection, _Known, _SQL["known_sets"], sets=sets)]


@dataclass(frozen=True, slots=True)
class _Known:
    set_id: str


def _put_event(
    connection: Connection, component_id: int, event: LifeEvent, actor: str, ticket_id: int | None,
    details: Mapping[str, object],
) -> int:  # fmt: skip
    return int(
        one_value(
            connection, _SQL["put_event"], component_id=component_id, sequence=event.sequence,
            step=event.step.value, at=event.at, actor=actor, ticket_id=ticket_id, details=Jsonb(dict(details)),
        )
    )  # fmt: skip


def _keep_fold(connection: Connection, component_id: int, life: Life, ticket_id: int | None) -> None:
    run(
        connection, _SQL["keep_fold"], component_id=component_id, set_id=life.set_id, home=life.home,
        stage=life.stage.value, condition=life.condition.value, holder_kind=life.holder.kind.value,
        holder_place=life.holder.place, bound_kind=life.bound.kind.value if life.bound else None,
        bound_place=life.bound.place if life.bound else None, excepted=life.excepted, ticket_id=ticket_id,
        since=life.since, last_event=life.sequence,
    )  # fmt: skip
