"""One fact in the life of a component."""

from dataclasses import dataclass

from rekam.operations.fleet.component import Condition, Holder
from rekam.operations.fleet.step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    """One numbered fact about one component.

    Attributes:
        sequence: From 1 without gaps; the only order that counts.
        step: What happened.
        at: Unix seconds.
        set_id: Set that it belongs to from then on (``REGISTER``, ``MOVE``).
        place: Its home from then on (``REGISTER``, ``MOVE``).
        condition: As found when it was registered.
        to: Who gets it (``SHIP``, ``LEND``).
        excepted: Whether the step was approved against the policy.
    """

    sequence: int
    step: Step
    at: int
    set_id: str | None = None
    place: str = ""
    condition: Condition = Condition.GOOD
    to: Holder | None = None
    excepted: bool = False
