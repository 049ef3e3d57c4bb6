"""What can be done with a component, and the two tables that say when."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from rekam.operations.fleet.component import Condition, HolderKind


class Stage(Enum):
    """Where a component is on its way through a repair."""

    IN_SERVICE = "in_service"
    REPORTED = "reported"
    JUDGED_LIGHT = "judged_light"
    JUDGED_HEAVY = "judged_heavy"
    IN_REPAIR = "in_repair"
    SHIPPED = "shipped"
    AWAY = "away"
    REPAIRED_AWAY = "repaired_away"
    RETURNING = "returning"
    RETURNING_BROKEN = "returning_broken"
    READY = "ready"
    MISSING = "missing"
    REPLACED = "replaced"
    WRITTEN_OFF = "written_off"


class Step(Enum):
    """One act; the value is stored in the event."""

    REGISTER = "register"
    REPORT = "report"
    NO_FAULT = "no_fault"
    JUDGE_LIGHT = "judge_light"
    JUDGE_HEAVY = "judge_heavy"
    REPAIR_HERE = "repair_here"
    SHIP = "ship"
    RECEIVE = "receive"
    REPAIRED = "repaired"
    SHIP_BACK = "ship_back"
    ARRIVE = "arrive"
    BACK_IN_SERVICE = "back_in_service"
    REPLACE = "replace"
    WRITE_OFF = "write_off"
    LOSE = "lose"
    STEAL = "steal"
    FIND = "find"
    LEND = "lend"
    RETURN_LOAN = "return_loan"
    MOVE = "move"


_GONE = {Step.LOSE: Stage.MISSING, Step.STEAL: Stage.MISSING}
_END = {Step.REPLACE: Stage.REPLACED, Step.WRITE_OFF: Stage.WRITTEN_OFF}

NEXT: Mapping[Stage, Mapping[Step, Stage]] = MappingProxyType(
    {
        Stage.IN_SERVICE: {
            Step.REPORT: Stage.REPORTED,
            Step.LEND: Stage.IN_SERVICE,
            Step.RETURN_LOAN: Stage.IN_SERVICE,
            Step.MOVE: Stage.IN_SERVICE,
            **_GONE,
        },
        Stage.REPORTED: {
            Step.NO_FAULT: Stage.IN_SERVICE,
            Step.JUDGE_LIGHT: Stage.JUDGED_LIGHT,
            Step.JUDGE_HEAVY: Stage.JUDGED_HEAVY,
            Step.MOVE: Stage.REPORTED,
            **_GONE,
        },
        Stage.JUDGED_LIGHT: {
            Step.REPAIR_HERE: Stage.IN_REPAIR,
            Step.SHIP: Stage.SHIPPED,
            Step.JUDGE_HEAVY: Stage.JUDGED_HEAVY,
            Step.MOVE: Stage.JUDGED_LIGHT,
            **_GONE,
            **_END,
        },
        Stage.JUDGED_HEAVY: {
            Step.SHIP: Stage.SHIPPED,
            Step.REPAIR_HERE: Stage.IN_REPAIR,
            Step.JUDGE_LIGHT: Stage.JUDGED_LIGHT,
            Step.MOVE: Stage.JUDGED_HEAVY,
            **_GONE,
            **_END,
        },
        Stage.IN_REPAIR: {
            Step.REPAIRED: Stage.READY,
            Step.JUDGE_HEAVY: Stage.JUDGED_HEAVY,
            **_GONE,
        },
        Stage.SHIPPED: {Step.RECEIVE: Stage.AWAY, **_GONE},
        Stage.AWAY: {
            Step.REPAIRED: Stage.REPAIRED_AWAY,
            Step.JUDGE_HEAVY: Stage.AWAY,
            # From a depot on to the ministry.
            Step.SHIP: Stage.SHIPPED,
            Step.SHIP_BACK: Stage.RETURNING_BROKEN,
            **_GONE,
            **_END,
        },
        Stage.REPAIRED_AWAY: {Step.SHIP_BACK: Stage.RETURNING, **_GONE},
        Stage.RETURNING: {Step.ARRIVE: Stage.READY, **_GONE},
        Stage.RETURNING_BROKEN: {Step.ARRIVE: Stage.REPORTED, **_GONE},
        Stage.READY: {
            Step.BACK_IN_SERVICE: Stage.IN_SERVICE,
            Step.REPORT: Stage.REPORTED,
            Step.MOVE: Stage.READY,
            **_GONE,
        },
        Stage.MISSING: {Step.FIND: Stage.REPORTED, **_END},
        Stage.REPLACED: {},
        Stage.WRITTEN_OFF: {},
    }
)
"""What may happen next; pages, use cases and tests read this one table."""

CONDITION_AFTER: Mapping[Step, Condition] = MappingProxyType(
    {
        Step.REPORT: Condition.UNCHECKED,
        Step.NO_FAULT: Condition.GOOD,
        Step.JUDGE_LIGHT: Condition.LIGHT,
        Step.JUDGE_HEAVY: Condition.HEAVY,
        Step.REPAIRED: Condition.GOOD,
        Step.LOSE: Condition.LOST,
        Step.STEAL: Condition.STOLEN,
        Step.FIND: Condition.UNCHECKED,
    }
)
"""Steps that change how it is; every other step leaves it."""

HANDED = frozenset(
    {Step.SHIP, Step.RECEIVE, Step.SHIP_BACK, Step.ARRIVE, Step.LEND, Step.RETURN_LOAN, Step.MOVE}
)
"""Steps at which it goes from hand to hand: each needs a paper with two names, a date and a number."""

OPEN = frozenset(Stage) - {Stage.IN_SERVICE, Stage.REPLACED, Stage.WRITTEN_OFF}
"""Stages with an open ticket."""

FINAL = frozenset({Stage.REPLACED, Stage.WRITTEN_OFF})
"""It has left the register: counted in no table of conditions, its life stays readable."""

TRAVELLING = frozenset({Stage.SHIPPED, Stage.RETURNING, Stage.RETURNING_BROKEN})

OUTSIDE = frozenset({HolderKind.DEPOT, HolderKind.MINISTRY})
"""Where repairs are sent."""
