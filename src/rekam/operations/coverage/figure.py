from dataclasses import dataclass
from datetime import datetime

from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Figure:
    """A percentage that can be opened: what was counted, of what, from which cut, when.

    Attributes:
        numerator: Counted people (or children, devices).
        denominator: What they are a part of.
        cut: Name of the data cut behind the denominator, ``DKB Semester I 2017``.
        counted_at: Moment of counting, with zone.
    """

    numerator: int
    denominator: int
    cut: str
    counted_at: datetime

    def __post_init__(self) -> None:
        if self.numerator < 0 or self.denominator < 0:
            raise Problem("coverage.negative_count", numerator=self.numerator, denominator=self.denominator)

    @property
    def fraction(self) -> float | None:
        """0.885 for 88.5 %; ``None`` when there is nobody to count. Never clipped at 1."""
        return self.numerator / self.denominator if self.denominator else None

    @property
    def missing(self) -> int:
        """People still to reach; 0 when the numerator is above the denominator."""
        return max(0, self.denominator - self.numerator)

    @property
    def surplus(self) -> int:
        """Counted above the denominator; more than 0 asks for an explanation, not for clipping."""
        return max(0, self.numerator - self.denominator)

    def __add__(self, other: "Figure") -> "Figure":
        """The figure of two places together.

        Raises:
            Problem: ``coverage.mixed_cuts``; figures of different cuts are never added silently.
        """
        if self.cut != other.cut:
            raise Problem("coverage.mixed_cuts", one=self.cut, other=other.cut)
        return Figure(
            self.numerator + other.numerator,
            self.denominator + other.denominator,
            self.cut,
            min(self.counted_at, other.counted_at),
        )
