"""Reads the register: sets, components, repairs, costs; sums of any territory."""

from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.fleet_life import Component
from rekam.edge.store.centre.fleet_row import (
    ComponentCount,
    CostSum,
    DeviceSet,
    HandoverRow,
    LifeLine,
    Move,
    NotWorking,
    OpenTicket,
    PaidCost,
    PlaceSets,
    RepairTimeRow,
    StageCount,
)
from rekam.edge.store.centre.fleet_ticket import Ticket
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.fleet import NEEDED, ComponentKind

_SQL = statements("fleet_register")
_LIFE = statements("fleet_life")
_TICKET = statements("fleet_ticket")
_KINDS = sorted(kind.value for kind in NEEDED)


class FleetRegister:
    """Reads sets, components and repairs.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self, territory: str, width: int) -> list[ComponentCount]:
        """Components by place of one width (letters of the code), kind and condition."""
        return self._database.rows(ComponentCount, _SQL["counts"], width=width, **bounds(territory))

    def sets_by_place(self, territory: str, width: int) -> list[PlaceSets]:
        """Sets by place, and how many of them can record."""
        return self._database.rows(PlaceSets, _SQL["sets_by_place"], width=width, **bounds(territory))

    def places_with_sets(self, territory: str) -> list[PlaceSets]:
        """Each place that has sets, and how many of them can record."""
        return self._database.rows(PlaceSets, _SQL["places_with_sets"], **bounds(territory))

    def sets(self, territory: str, *, limit: int = 100, offset: int = 0) -> list[DeviceSet]:
        """Sets of a territory, those that cannot record first."""
        return self._database.rows(DeviceSet, _SQL["sets"], limit=limit, offset=offset, **bounds(territory))

    def one_set(self, set_id: str) -> DeviceSet | None:
        """One set; whether it works is told by its components."""
        return self._database.row(DeviceSet, _SQL["set"], set_id=set_id)

    def components_of(self, set_id: str) -> list[Component]:
        """The components of a set, those that left the register last."""
        return self._database.rows(Component, _SQL["components_of"], set_id=set_id)

    def component(self, component_id: int) -> Component | None:
        """One component."""
        return self._database.row(Component, _SQL["component"], component_id=component_id)

    def life_of(self, component_id: int) -> list[LifeLine]:
        """Its events in their order."""
        return self._database.rows(LifeLine, _LIFE["events"], component_id=component_id)

    def moves_of(self, set_id: str) -> list[Move]:
        """What went out of a set into others and what came in, the newest first."""
        return self._database.rows(Move, _SQL["moves_of"], set_id=set_id)

    def donors(self, component: Component, territory: str, *, limit: int = 30) -> list[Component]:
        """Good components of the same kind in other sets of a territory, those of the same place first."""
        return self._database.rows(
            Component, _SQL["donors"], device=component.kind.value, set_id=component.life.set_id,
            home=component.life.home, limit=limit, **bounds(territory),
        )  # fmt: skip

    def ticket(self, ticket_id: int) -> Ticket | None:
        """One repair."""
        return self._database.row(Ticket, _TICKET["ticket"], ticket_id=ticket_id)

    def tickets_of(self, component_id: int) -> list[Ticket]:
        """The repairs of a component, the newest first."""
        return self._database.rows(Ticket, _TICKET["tickets_of"], component_id=component_id)

    def costs_of(self, ticket_id: int) -> list[PaidCost]:
        """What a repair has cost so far."""
        return self._database.rows(PaidCost, _TICKET["costs_of"], ticket_id=ticket_id)

    def open_tickets(self, territory: str, *, stage: str = "", limit: int = 200) -> list[OpenTicket]:
        """Open repairs of a territory, the oldest first."""
        return self._database.rows(
            OpenTicket, _SQL["open_tickets"], stage=stage, limit=limit, **bounds(territory)
        )

    def held_tickets(self, place: str, *, limit: int = 200) -> list[OpenTicket]:
        """Open repairs that lie with the depot of a place (the ministry for ``""``) or are bound for it."""
        return self._database.rows(OpenTicket, _SQL["held_tickets"], place=place, limit=limit)

    def stages(self, territory: str, now: int) -> list[StageCount]:
        """Open repairs by stage and holder, by age."""
        ages = {"week": now - 7 * 86_400, "month": now - 30 * 86_400, "quarter": now - 90 * 86_400}
        return self._database.rows(StageCount, _SQL["stages"], **ages, **bounds(territory))

    def costs(self, territory: str) -> list[CostSum]:
        """Costs by budget and action."""
        return self._database.rows(CostSum, _SQL["costs"], **bounds(territory))

    def repair_times(self, territory: str) -> list[RepairTimeRow]:
        """Finished repairs by kind, with their mean time."""
        return self._database.rows(RepairTimeRow, _SQL["repair_times"], **bounds(territory))

    def places_without(self, territory: str, *, limit: int = 3) -> list[NotWorking]:
        """Places with sets of which none can record, by the residents still missing there."""
        return self._database.rows(NotWorking, _SQL["places_without"], limit=limit, **bounds(territory))

    def heaviest(self, territory: str) -> tuple[int, ComponentKind, str, int, int] | None:
        """The open repair where most residents are missing: ticket, kind, place, since, residents."""
        with self._database.connection() as connection:
            values = {"needed": _KINDS, **bounds(territory)}
            row = connection.execute(_SQL["heaviest"], values).fetchone()
        return None if row is None else (row[0], ComponentKind(row[1]), row[2], row[3], row[4])

    def unanswered(self, territory: str) -> int:
        """Reports of stations that no ticket answers."""
        return int(self._database.value(_SQL["faults_unanswered"], **bounds(territory)))

    def handover(self, handover_id: int) -> HandoverRow | None:
        """One paper."""
        return self._database.row(HandoverRow, _LIFE["handover"], handover_id=handover_id)

    def cut_off(self, now: int) -> list[str]:
        """Territories whose connection is cut now."""
        with self._database.connection() as connection:
            return [row[0] for row in connection.execute(_SQL["cut_off"], {"now": now})]

    def broken_stations(self, territory: str, now: int) -> set[str]:
        """Stations where a device is broken or away without which nobody is recorded whole."""
        values = {"needed": _KINDS, "now": now, **bounds(territory)}
        with self._database.connection() as connection:
            return {row[0] for row in connection.execute(_SQL["broken_stations"], values)}
