"""Whose turn it is in a repair, until when, and by what rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from rekam.operations.fleet.component import Condition, Holder, HolderKind
from rekam.operations.fleet.life import Life
from rekam.operations.fleet.step import TRAVELLING, Stage, Step

DAY_S = 86_400


class Turn(Enum):
    """Who has to act next."""

    OFFICE = "office"
    DEPOT = "depot"
    MINISTRY = "ministry"


DUE_DAYS: Mapping[Stage, int] = MappingProxyType(
    {
        Stage.REPORTED: 3,
        Stage.JUDGED_LIGHT: 7,
        Stage.JUDGED_HEAVY: 7,
        Stage.IN_REPAIR: 14,
        Stage.SHIPPED: 14,
        Stage.AWAY: 30,
        Stage.REPAIRED_AWAY: 7,
        Stage.RETURNING: 14,
        Stage.RETURNING_BROKEN: 14,
        Stage.READY: 2,
        Stage.MISSING: 30,
    }
)
"""Days after which a stage is late. House choice: no regulation names one; sets stayed away for months."""

EXCEPTIONS = frozenset(
    {
        (Condition.LIGHT, Step.REPLACE),
        (Condition.LIGHT, Step.WRITE_OFF),
        (Condition.HEAVY, Step.REPAIR_HERE),
        (Condition.HEAVY, Step.REPAIRED),
    }
)
"""Heavily damaged is replaced, lightly damaged is repaired (the minister, JPNN 10-10-2017); these four steps go
against it and need a reason and a second person."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Whose turn, and by when.

    Attributes:
        turn: Who has to act.
        place: Region code of who has to act; empty for the ministry.
        due_at: Unix seconds after which it is late.
    """

    turn: Turn
    place: str
    due_at: int


_TURNS = {HolderKind.DEPOT: Turn.DEPOT, HolderKind.MINISTRY: Turn.MINISTRY}


def actor_of(life: Life) -> Holder:
    """Who acts on it now: the receiver while it travels, else who has it, else its office."""
    held = life.bound if life.stage in TRAVELLING and life.bound is not None else life.holder
    return held if held.kind in _TURNS else Holder(HolderKind.OFFICE, life.home)


def duty(life: Life) -> Duty | None:
    """Whose turn it is; ``None`` while nothing is to be done."""
    if life.stage not in DUE_DAYS:
        return None
    who = actor_of(life)
    return Duty(_TURNS.get(who.kind, Turn.OFFICE), who.place, life.since + DUE_DAYS[life.stage] * DAY_S)


def is_exception(life: Life, step: Step) -> bool:
    """Whether a step goes against the policy and nobody has approved that for this repair yet."""
    return (life.condition, step) in EXCEPTIONS and not life.excepted
