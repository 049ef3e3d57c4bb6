"""One thing that is measured of a picture, and how several become one score."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

Fault = TypeVar("Fault", bound=Enum)


@dataclass(frozen=True, slots=True)
class Component(Generic[Fault]):
    """One measure, mapped to 0-100.

    Attributes:
        fault: What is wrong when this component is the lowest.
        value: The measure in its own unit, for reports.
        score: 0 = useless, 100 = as good as it needs to be.
    """

    fault: Fault
    value: float
    score: int


@dataclass(frozen=True, slots=True)
class Measured(Generic[Fault]):
    """All measures of one picture.

    Attributes:
        score: 0-100; no better than the worst component.
        fault: Of the worst component; of the first one where several are equal.
        components: In the order of measuring.
    """

    score: int
    fault: Fault
    components: tuple[Component[Fault], ...]


def scored(value: float, useless: float, good: float) -> int:
    """A measure on its line from useless (0) to good (100); ``useless`` may lie above ``good``."""
    return round(100 * min(max((value - useless) / (good - useless), 0.0), 1.0))


def verdict(components: Sequence[Component[Fault]]) -> Measured[Fault]:
    """The whole is as good as its worst part: nine good measures do not open a closed eye."""
    worst = min(components, key=lambda one: one.score)
    return Measured(worst.score, worst.fault, tuple(components))
