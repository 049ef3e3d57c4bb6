"""How many people are missing because of what: the parts sum to the shortfall, what nobody knows is named."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from rekam.operations.obstacle.apportion import apportion
from rekam.operations.obstacle.cause import OF_PEOPLE, PRIORITY, Cause
from rekam.person.absence import Absence

CAUSE_OF: Mapping[Absence, Cause] = {
    Absence.DEAD: Cause.DENOMINATOR,
    Absence.MOVED: Cause.DENOMINATOR,
    Absence.ABROAD: Cause.DENOMINATOR,
    Absence.DOUBLE: Cause.DENOMINATOR,
    Absence.REFUSES: Cause.AWARENESS,
    Absence.NOT_FOUND: Cause.AWARENESS,
    Absence.ILL: Cause.HOME,
}
"""A reason against a name as a cause: whoever cannot be recorded here is no longer of the denominator."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """People that a pace or the register asks for and that are not there.

    Attributes:
        people: How many; 0 or more.
        by_cause: Sums to ``people``; `Cause.UNKNOWN` is what nobody explains.
        named: Of these, people with a reason against their name, by cause.
        explained_hours: People that the lost hours would explain by themselves, before they were fitted in.
        fitted: Whether the hours explain more than is missing and were reduced.
    """

    people: int
    by_cause: Mapping[Cause, int]
    named: Mapping[Cause, int]
    explained_hours: int
    fitted: bool

    @property
    def unknown(self) -> int:
        """People whom nobody explains."""
        return self.by_cause[Cause.UNKNOWN]


def needed(missing_at_start: int, first: date, last: date, target: date) -> int:
    """People to record from ``first`` to ``last`` (both included) to arrive evenly on the target day.

    Args:
        missing_at_start: Obliged and not recorded in the morning of ``first``.
        first: Beginning.
        last: End.
        target: Day by which everybody is to be recorded; past or today = everybody was due.
    """
    whole = (target - first).days + 1
    days = (last - first).days + 1
    if days <= 0 or missing_at_start <= 0:
        return 0
    if whole <= days:
        return missing_at_start
    return ceil(Fraction(missing_at_start * days, whole))


def named_causes(reasons: Mapping[Absence, int]) -> dict[Cause, int]:
    """Reasons against names as causes."""
    found = dict.fromkeys(OF_PEOPLE, 0)
    for reason, people in reasons.items():
        found[CAUSE_OF[reason]] += people
    return found


def split_shortfall(
    people: int,
    lost_hours: Mapping[Cause, float],
    per_hour: float,
    named: Mapping[Cause, int],
    *,
    share: Fraction = Fraction(1),
) -> Shortfall:
    """Split a shortfall over causes.

    First come people with a reason against their name: they are counted, not reckoned. Then each cause gets
    its lost hours times the place's own recordings per worked hour. If that is more than is left, it is
    reduced in proportion; if it is less, the rest is unknown.

    Args:
        people: The shortfall.
        lost_hours: By cause, unknown ones included (the station was shut and nobody said why).
        per_hour: Recordings in an hour that was worked.
        named: People with a reason, by cause.
        share: Part of the people with a reason that this shortfall asks for: 1 for everybody who is missing,
            needed/missing for a period.
    """
    short = max(0, people)
    reasons = {cause: Fraction(named.get(cause, 0)) * share for cause in OF_PEOPLE}
    by_name = _fitted(reasons, min(short, round(sum(reasons.values()))))
    left = short - sum(by_name.values())
    estimates = {cause: max(0.0, lost_hours.get(cause, 0.0)) * max(0.0, per_hour) for cause in PRIORITY}
    explained = round(sum(estimates.values()))
    by_hours = _fitted(estimates, min(left, explained))
    parts = {cause: by_name.get(cause, 0) + by_hours.get(cause, 0) for cause in (*PRIORITY, *OF_PEOPLE)}
    parts[Cause.UNKNOWN] += short - sum(parts.values())
    return Shortfall(short, parts, by_name, explained, explained > left)


def _fitted(weights: Mapping[Cause, Fraction] | Mapping[Cause, float], total: int) -> dict[Cause, int]:
    if not total or not any(weights.values()):
        return dict.fromkeys(weights, 0)
    return apportion({cause: float(weight) for cause, weight in weights.items()}, total)
