"""How long repairs take."""

from collections.abc import Iterable
from dataclasses import dataclass

from rekam.operations.fleet.turn import DAY_S


@dataclass(frozen=True, slots=True)
class RepairTime:
    """Mean time to repair.

    Attributes:
        repairs: Finished repairs that it is the mean of.
        mean_days: Days from the report to the component's being back in service; 0 without repairs.
    """

    repairs: int
    mean_days: float


def repair_time(stretches: Iterable[tuple[int, int]]) -> RepairTime:
    """The mean over finished repairs.

    Args:
        stretches: Opened and closed, unix seconds, of tickets that ended with the component back in service.
    """
    seconds = [closed - opened for opened, closed in stretches]
    return RepairTime(len(seconds), sum(seconds) / len(seconds) / DAY_S if seconds else 0.0)


def days_out(opened: int, until: int) -> int:
    """Whole days out of service; the day of the report is day 0."""
    return max(0, until - opened) // DAY_S
