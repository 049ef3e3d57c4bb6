"""What stations saw of their own devices: reports become tickets, absences become lost time."""

from psycopg import Connection

from rekam.centre.fleet.parameters import SEEN_BY_STATION
from rekam.centre.fleet.repair import Order, do
from rekam.edge.store.centre import audit
from rekam.edge.store.centre import fleet_life as lives
from rekam.edge.store.centre import fleet_ticket as tickets
from rekam.edge.store.centre.fleet import JournalEntry
from rekam.edge.store.centre.fleet_life import Component, NewComponent
from rekam.edge.store.centre.fleet_ticket import WaitingFault
from rekam.operations.fleet import NEXT, SEEN_AS, ComponentKind, Step

GONE, CAME = "device_down", "device_up"
GAP_ACTS = frozenset({GONE, CAME})
"""Acts of a station's journal."""


def open_tickets(connection: Connection, station_id: str, *, at: int) -> int:
    """Open a ticket for each report that has none, or attach it to the open one; how many were attached or opened.

    The same reports again change nothing. A device that no register names is registered as the station saw it.
    """
    actor = f"station:{station_id}"
    waiting = [
        fault for fault in tickets.faults_without_ticket(connection, station_id) if fault.component in SEEN_AS
    ]
    for fault in waiting:
        component = _meant(connection, fault, at=at, actor=actor)
        if Step.REPORT in NEXT[component.life.stage]:
            order = Order(step=Step.REPORT, remark=" · ".join(filter(None, (fault.problem, fault.remark))))
            component = do(
                connection, component, order, at=min(max(fault.reported_at, component.life.since), at),
                actor=actor, source="observed", station_id=station_id,
            )  # fmt: skip
        assert component.ticket_id is not None
        tickets.link_fault(connection, fault, component.ticket_id)
        audit.write(
            connection, actor, "report_device", fault.place, f"component:{component.component_id}", at=at,
            details={"ticket": component.ticket_id, "component": component.kind.value},
        )  # fmt: skip
    return len(waiting)


def note_gap(connection: Connection, station_id: str, entry: JournalEntry, *, at: int) -> None:
    """A device went away or came back, as the station saw it."""
    kind = SEEN_AS.get(str(entry.detail.get("component", "")))
    if kind is not None and 0 <= entry.at <= at:
        tickets.note_gap(connection, station_id, kind.value, at=entry.at, away=entry.act == GONE)


def _meant(connection: Connection, fault: WaitingFault, *, at: int, actor: str) -> Component:
    kind = SEEN_AS[fault.component]
    found = lives.seen_component(
        connection, kind, fault.label, station_id=fault.station_id, place=fault.place
    )
    if found is not None:
        component = lives.lock(connection, found)
        if Step.REPORT in NEXT[component.life.stage] or component.ticket_id is not None:
            return component
    return _seen_first(connection, kind, fault, at=at, actor=actor)


def _seen_first(
    connection: Connection, kind: ComponentKind, fault: WaitingFault, *, at: int, actor: str
) -> Component:
    set_id = f"{SEEN_BY_STATION}:{fault.station_id}"
    lives.put_set(connection, set_id, fault.place, station_id=fault.station_id, source=SEEN_BY_STATION, at=at)
    fresh = NewComponent(
        kind=kind, label=fault.label, source=SEEN_BY_STATION, set_id=set_id, place=fault.place
    )
    return lives.put_component(connection, fresh, at=min(fault.reported_at, at), actor=actor)
