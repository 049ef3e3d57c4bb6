"""Rows of the register as pages read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ComponentCount:
    """Components of a place and kind in one condition."""

    place: str
    kind: str
    condition: str
    components: int


@dataclass(frozen=True, slots=True)
class PlaceSets:
    """Sets of a place, and how many of them can record."""

    place: str
    sets: int
    working: int


@dataclass(frozen=True, slots=True)
class DeviceSet:
    """One set; ``bought`` is a year, 0 = not known; ``broken`` counts components that are not good."""

    set_id: str
    place: str
    station_id: str | None
    owner: str
    bought: int
    source: str
    works: bool
    components: int
    broken: int


@dataclass(frozen=True, slots=True)
class LifeLine:
    """One event of a component as it is shown; ``handover_id`` is its paper."""

    event_id: int
    component_id: int
    sequence: int
    step: str
    at: int
    actor: str
    ticket_id: int | None
    details: Mapping[str, str | int | bool]
    handover_id: int | None


@dataclass(frozen=True, slots=True)
class Move:
    """A component that changed sets; ``part`` = taken to mend another, the first set stays incomplete."""

    component_id: int
    kind: str
    at: int
    actor: str
    from_set: str
    to_set: str
    from_place: str
    to_place: str
    part: bool
    remark: str


@dataclass(frozen=True, slots=True)
class OpenTicket:
    """An open repair with where its component is; ``since`` is the beginning of the stage."""

    ticket_id: int
    component_id: int
    component: str
    place: str
    set_id: str | None
    source: str
    remark: str
    opened_at: int
    stage: str
    condition: str
    holder_kind: str
    holder_place: str
    bound_kind: str | None
    bound_place: str | None
    home: str
    since: int
    label: str


@dataclass(frozen=True, slots=True)
class StageCount:
    """Open repairs of one stage and holder by age: to a week, a month, a quarter, older."""

    stage: str
    holder_kind: str
    bound_kind: str
    tickets: int
    oldest: int
    week: int
    month: int
    quarter: int
    older: int


@dataclass(frozen=True, slots=True)
class CostSum:
    """Costs of one budget and action; ``against`` bills stand beside the rule with a reason."""

    payer: str
    action: str
    rupiah: int
    bills: int
    against: int


@dataclass(frozen=True, slots=True)
class PaidCost:
    """One bill of a repair."""

    cost_id: int
    action: str
    rupiah: int
    payer: str
    rule: str
    reason: str
    receipt: str
    paid_on: date
    actor: str


@dataclass(frozen=True, slots=True)
class RepairTimeRow:
    """Finished repairs of a kind with their mean time in seconds."""

    kind: str
    repairs: int
    mean_s: float


@dataclass(frozen=True, slots=True)
class NotWorking:
    """A place whose sets cannot record, with the residents still missing there."""

    place: str
    missing: int


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A paper: who handed what to whom."""

    handover_id: int
    component_id: int
    ticket_id: int | None
    from_kind: str
    from_place: str
    from_person: str
    to_kind: str
    to_place: str
    to_person: str
    letter: str
    handed_on: date
    at: int
