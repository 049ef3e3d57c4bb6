"""What a renewed denominator does to a percentage."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from rekam.problem import Problem


class Move(Enum):
    """How a percentage moved between two data cuts, and why."""

    FELL_BY_DENOMINATOR = "fell_by_denominator"
    FELL_BY_NUMERATOR = "fell_by_numerator"
    ROSE_BY_DENOMINATOR = "rose_by_denominator"
    ROSE = "rose"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Renewal:
    """Two figures of one place on two data cuts, laid side by side.

    National figures of 2017 show it: 172.0 of 178.2 million are 96.54 % (March), 175.9 of 185.2 million are
    94.98 % (September): more people recorded, and a lower percentage.

    Attributes:
        recorded_before: Numerator of the older figure.
        obliged_before: Its denominator.
        recorded_after: Numerator of the newer figure.
        obliged_after: Its denominator.
    """

    recorded_before: int
    obliged_before: int
    recorded_after: int
    obliged_after: int

    def __post_init__(self) -> None:
        for count in (self.recorded_before, self.obliged_before, self.recorded_after, self.obliged_after):
            if count < 0:
                raise Problem("coverage.negative_count", numerator=count, denominator=count)

    @property
    def more_recorded(self) -> int:
        """People recorded in between."""
        return self.recorded_after - self.recorded_before

    @property
    def more_obliged(self) -> int:
        """People that the renewal added to the denominator."""
        return self.obliged_after - self.obliged_before

    @property
    def before(self) -> float | None:
        """The older percentage as a fraction."""
        return _share(self.recorded_before, self.obliged_before)

    @property
    def after(self) -> float | None:
        """The newer percentage as a fraction."""
        return _share(self.recorded_after, self.obliged_after)

    @property
    def on_old_denominator(self) -> float | None:
        """The newer numerator over the older denominator: what it would be had nothing been renewed."""
        return _share(self.recorded_after, self.obliged_before)

    @property
    def by_recording(self) -> float:
        """Part of the change that recording made, as a fraction; the two parts sum to the change."""
        return (self.on_old_denominator or 0.0) - (self.before or 0.0)

    @property
    def by_denominator(self) -> float:
        """Part of the change that the renewed denominator made."""
        return (self.after or 0.0) - (self.on_old_denominator or 0.0)

    @property
    def move(self) -> Move:
        """How the percentage moved, and by which of the two."""
        change = (self.after or 0.0) - (self.before or 0.0)
        if change < 0:
            return Move.FELL_BY_DENOMINATOR if self.by_recording >= 0 else Move.FELL_BY_NUMERATOR
        if change > 0:
            return Move.ROSE if self.by_recording > 0 else Move.ROSE_BY_DENOMINATOR
        return Move.SAME


def together(parts: Iterable[Renewal]) -> Renewal:
    """Several places as one."""
    listed = list(parts)
    return Renewal(
        sum(one.recorded_before for one in listed),
        sum(one.obliged_before for one in listed),
        sum(one.recorded_after for one in listed),
        sum(one.obliged_after for one in listed),
    )


def _share(recorded: int, obliged: int) -> float | None:
    return recorded / obliged if obliged else None
