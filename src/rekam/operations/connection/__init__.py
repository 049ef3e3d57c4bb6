"""Connections: cases of suspension as a fold, what a cut costs, lines and their outages."""

from rekam.operations.connection.allowed import CUT_OFF, ENDED, NEXT, Stage
from rekam.operations.connection.damage import Damage, Made, damage, stretches
from rekam.operations.connection.event import CaseEvent, Ground, Kind
from rekam.operations.connection.fold import after, fold
from rekam.operations.connection.line import (
    LineWord,
    Outage,
    OutageCause,
    days_of,
    line_word,
    lost_office_seconds,
)
from rekam.operations.connection.rule import next_state
from rekam.operations.connection.state import DAY_S, CaseState, Condition, Letter

__all__ = [
    "CUT_OFF",
    "DAY_S",
    "ENDED",
    "NEXT",
    "CaseEvent",
    "CaseState",
    "Condition",
    "Damage",
    "Ground",
    "Kind",
    "Letter",
    "LineWord",
    "Made",
    "Outage",
    "OutageCause",
    "Stage",
    "after",
    "damage",
    "days_of",
    "fold",
    "line_word",
    "lost_office_seconds",
    "next_state",
    "stretches",
]
