"""The state of a component: a fold over its numbered events."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rekam.operations.fleet.component import Condition, Holder, HolderKind
from rekam.operations.fleet.custody import Custody, hands
from rekam.operations.fleet.event import LifeEvent
from rekam.operations.fleet.step import CONDITION_AFTER, NEXT, Stage, Step
from rekam.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Where a component is.

    Attributes:
        stage: On the way through a repair.
        condition: How it is.
        set_id: Set that it belongs to; ``None`` = a spare part.
        home: Region code of the office that answers for it.
        holder: Who has it.
        bound: Who will get it; only while it travels.
        since: Unix seconds when the stage began.
        sequence: Number of the last event.
        excepted: Whether this repair goes against the policy with somebody's approval.
    """

    stage: Stage
    condition: Condition
    set_id: str | None
    home: str
    holder: Holder
    bound: Holder | None
    since: int
    sequence: int
    excepted: bool = False

    @property
    def lent(self) -> bool:
        """Whether another office works with it."""
        return self.holder.kind is HolderKind.OFFICE and self.holder.place != self.home


def born(event: LifeEvent) -> Life:
    """The state after the first event.

    A component that was broken when the register began stands at its office with the ticket of that day.

    Raises:
        Problem: ``fleet.not_next`` when it is no registering.
    """
    if event.step is not Step.REGISTER:
        raise Problem("fleet.not_next", step=event.step.value, stage="-")
    stages = {
        Condition.GOOD: Stage.IN_SERVICE,
        Condition.UNCHECKED: Stage.REPORTED,
        Condition.LIGHT: Stage.JUDGED_LIGHT,
        Condition.HEAVY: Stage.JUDGED_HEAVY,
        Condition.LOST: Stage.MISSING,
        Condition.STOLEN: Stage.MISSING,
    }
    missing = event.condition in {Condition.LOST, Condition.STOLEN}
    kind = HolderKind.NOBODY if missing else HolderKind.OFFICE
    return Life(
        stage=stages[event.condition], condition=event.condition, set_id=event.set_id, home=event.place,
        holder=Holder(kind, event.place), bound=None, since=event.at, sequence=1,
    )  # fmt: skip


def after(life: Life, event: LifeEvent) -> Life:
    """The state after one more event.

    Raises:
        Problem: ``fleet.not_next``, ``fleet.not_lent``, ``fleet.lent_already``, ``fleet.addressee_needed``.
    """
    stage = NEXT[life.stage].get(event.step)
    if stage is None:
        raise Problem("fleet.not_next", step=event.step.value, stage=life.stage.value)
    holder, bound = hands(event.step, Custody(life.holder, life.bound, life.home, event.to, event.place))
    moved = event.step is Step.MOVE
    return replace(
        life,
        stage=stage,
        condition=CONDITION_AFTER.get(event.step, life.condition),
        set_id=event.set_id if moved else life.set_id,
        home=event.place if moved else life.home,
        holder=holder,
        bound=bound,
        since=life.since if stage is life.stage else event.at,
        sequence=event.sequence,
        excepted=(life.excepted or event.excepted) and stage is not Stage.IN_SERVICE,
    )


def fold(events: Iterable[LifeEvent]) -> Life:
    """The state after all events, in the order of their numbers.

    Raises:
        Problem: ``fleet.gap`` when a number is missing or comes twice, and those of `after`.
    """
    life: Life | None = None
    for expected, event in enumerate(sorted(events, key=lambda one: one.sequence), start=1):
        if event.sequence != expected:
            raise Problem("fleet.gap", expected=expected, found=event.sequence)
        life = born(event) if life is None else after(life, event)
    if life is None:
        raise Problem("fleet.gap", expected=1, found=0)
    return life


def next_steps(life: Life) -> tuple[Step, ...]:
    """What may be done with it now, in the order of the table."""
    unfit = {Step.LEND, Step.MOVE} if life.lent else {Step.RETURN_LOAN}
    return tuple(step for step in NEXT[life.stage] if step not in unfit)
