"""What a part of the system is to a fault at its calls: an act in a child, and what has to be true after it."""

from abc import ABC, abstractmethod
from typing import ClassVar

from rekam.fault.bed.audit import Finding
from rekam.fault.outcome import Outcome
from rekam.fault.process.child import Child


class Part(ABC):
    """One act of the station or the centre.

    Attributes:
        name: For the report.
        acknowledged: What its children said was safe.
        finding: What did not hold.
    """

    name: ClassVar[str]

    def __init__(self) -> None:
        self.acknowledged = 0
        self.finding = Finding()

    @abstractmethod
    def start(self, hold: str) -> Child:
        """A child that does the act once, on its own data, and holds before it opens them or before it begins."""

    @abstractmethod
    def settle(self, heard: list[list[str]]) -> None:
        """The fault is over: goes on where the child ended, checks, and counts what it had said."""

    def finish(self, outcome: Outcome) -> None:
        """The audit of everything that the part did."""
        outcome.acknowledged += self.acknowledged
        self.finding.into(outcome)
