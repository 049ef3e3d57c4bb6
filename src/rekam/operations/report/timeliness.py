"""Expected, received and on time, as DHIS2 tells them apart (its "reporting rate" and "reporting rate on time")."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum


class State(Enum):
    """What became of one expected report."""

    ON_TIME = "on_time"
    LATE = "late"
    AWAITED = "awaited"
    OVERDUE = "overdue"
    NOT_EXPECTED = "not_expected"


@dataclass(frozen=True, slots=True)
class Came:
    """An expected report and the day its first version came.

    Attributes:
        place: Who reports.
        due: Last day that is on time.
        received: Day of arrival; ``None`` = nothing yet.
        expected: Whether the place has to report for this month at all.
    """

    place: str
    due: date
    received: date | None
    expected: bool = True


@dataclass(frozen=True, slots=True)
class Punctuality:
    """The three counts of a month: on time is a part of received, received a part of expected."""

    expected: int
    received: int
    on_time: int

    @property
    def completeness(self) -> float | None:
        """Received of the expected; ``None`` when nobody has to report."""
        return self.received / self.expected if self.expected else None

    @property
    def timeliness(self) -> float | None:
        """On time of the expected."""
        return self.on_time / self.expected if self.expected else None

    @property
    def missing(self) -> int:
        """Expected and not received."""
        return self.expected - self.received


def state_of(one: Came, today: date) -> State:
    """What became of it by a day."""
    if not one.expected:
        return State.NOT_EXPECTED
    if one.received is not None:
        return State.ON_TIME if one.received <= one.due else State.LATE
    return State.AWAITED if today <= one.due else State.OVERDUE


def punctuality(reports: Iterable[Came]) -> Punctuality:
    """The three counts; a report that nobody expected counts in none of them."""
    expected = [one for one in reports if one.expected]
    received = [one for one in expected if one.received is not None]
    on_time = sum(one.received is not None and one.received <= one.due for one in received)
    return Punctuality(len(expected), len(received), on_time)
