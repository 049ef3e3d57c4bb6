"""Stations and their devices as the fleet's ledger sees them."""

from rekam.operations.fleet.component import (
    MINISTRY,
    NEEDED,
    SEEN_AS,
    ComponentKind,
    Condition,
    Holder,
    HolderKind,
)
from rekam.operations.fleet.downtime import Change, lost_seconds, overlap
from rekam.operations.fleet.drift import Drift, drift
from rekam.operations.fleet.event import LifeEvent
from rekam.operations.fleet.fault import FaultReport, read_fault
from rekam.operations.fleet.life import Life, after, born, fold, next_steps
from rekam.operations.fleet.payer_rule import Ruling, Standing, payer
from rekam.operations.fleet.payer_rules import RULES
from rekam.operations.fleet.rule import CostAction, Payer, Rule
from rekam.operations.fleet.step import FINAL, HANDED, NEXT, OPEN, TRAVELLING, Stage, Step
from rekam.operations.fleet.turn import DUE_DAYS, EXCEPTIONS, Duty, Turn, actor_of, duty, is_exception

__all__ = [
    "DUE_DAYS",
    "EXCEPTIONS",
    "FINAL",
    "HANDED",
    "MINISTRY",
    "NEEDED",
    "NEXT",
    "OPEN",
    "RULES",
    "SEEN_AS",
    "TRAVELLING",
    "Change",
    "ComponentKind",
    "Condition",
    "CostAction",
    "Drift",
    "Duty",
    "FaultReport",
    "Holder",
    "HolderKind",
    "Life",
    "LifeEvent",
    "Payer",
    "Rule",
    "Ruling",
    "Stage",
    "Standing",
    "Step",
    "Turn",
    "actor_of",
    "after",
    "born",
    "drift",
    "duty",
    "fold",
    "is_exception",
    "lost_seconds",
    "next_steps",
    "overlap",
    "payer",
    "read_fault",
]
