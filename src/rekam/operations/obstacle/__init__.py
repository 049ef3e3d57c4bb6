"""The obstacle ledger: what took the recording-hours, and how many people are missing because of it."""

from rekam.operations.obstacle.apportion import apportion
from rekam.operations.obstacle.cause import DUTIES, OF_PEOPLE, PRIORITY, REPORTABLE, Cause, Duty
from rekam.operations.obstacle.loss import Claim, DaySplit, Loss, Part
from rekam.operations.obstacle.opening import Stretch, day_at, day_bounds, opening, zone_hours
from rekam.operations.obstacle.shortfall import (
    CAUSE_OF,
    Shortfall,
    named_causes,
    needed,
    split_shortfall,
)
from rekam.operations.obstacle.split import split_day

__all__ = [
    "CAUSE_OF",
    "DUTIES",
    "OF_PEOPLE",
    "PRIORITY",
    "REPORTABLE",
    "Cause",
    "Claim",
    "DaySplit",
    "Duty",
    "Loss",
    "Part",
    "Shortfall",
    "Stretch",
    "apportion",
    "day_at",
    "day_bounds",
    "named_causes",
    "needed",
    "opening",
    "split_day",
    "split_shortfall",
    "zone_hours",
]
