"""The obstacle ledger of a place: hours by cause, and the people that they explain."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rekam.centre.pages.coverage.way_to import Way, way_of
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.obstacle.period import Period
from rekam.centre.pages.places import Named
from rekam.edge.store.centre.obstacles import Lost, Worked
from rekam.operations.obstacle import (
    OF_PEOPLE,
    PRIORITY,
    Cause,
    Shortfall,
    named_causes,
    needed,
    split_shortfall,
)
from rekam.operations.obstacle.parameters import IDLE_SHARE, POSSIBLE_PER_HOUR

NARROWEST = 8
"""Letters of a kecamatan's code: hours are kept by kecamatan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """What one cause took, seconds.

    Attributes:
        observed_s: Lost, as stations and the centre saw it.
        reported_s: Lost, as people told it and nothing observed already explains.
        hindered_s: Worked in spite of it.
        claimed_s: As people told it, before it was set against what was observed.
    """

    observed_s: int = 0
    reported_s: int = 0
    hindered_s: int = 0
    claimed_s: int = 0

    @property
    def lost_s(self) -> int:
        """Lost in all."""
        return self.observed_s + self.reported_s


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands between a place and its target in a period.

    Attributes:
        open_s: Opening hours, seconds; ``worked_s`` and the lost seconds of all causes are this.
        recorded: Recordings in the period, as the posts told them.
        asked: People that the pace to the target asks for in the period.
        short: Of these the missing, by cause.
        whole: Everybody who is obliged and missing, by cause.
    """

    way: Way
    open_s: int
    worked_s: int
    recorded: int
    refused: int
    turned_away: int
    post_days: int
    hours: Mapping[Cause, Hours]
    asked: int
    short: Shortfall
    whole: Shortfall

    @property
    def lost_s(self) -> int:
        """Opening hours that were not worked, seconds."""
        return self.open_s - self.worked_s

    @property
    def per_hour(self) -> float:
        """Recordings in an hour that was worked."""
        return self.recorded / (self.worked_s / 3600) if self.worked_s else 0.0

    @property
    def known(self) -> bool:
        """Whether anybody knows how many are obliged here; without it nobody is "missing"."""
        return bool(self.way.basis.figure.denominator)

    @property
    def idle(self) -> bool:
        """Whether the hours that were worked stood mostly empty: then hours are not what is missing."""
        return bool(self.worked_s) and self.per_hour < IDLE_SHARE * POSSIBLE_PER_HOUR

    def worth(self, cause: Cause) -> int:
        """People whom the lost hours of a cause would have recorded."""
        return round(self.hours[cause].lost_s / 3600 * self.per_hour)

    @property
    def causes(self) -> list[Cause]:
        """Causes that took hours or people, the most people first, the unknown last."""
        shown = [
            cause for cause in dict.fromkeys((*PRIORITY, *OF_PEOPLE))
            if self.hours[cause].lost_s or self.hours[cause].hindered_s or self.short.by_cause[cause]
            or self.whole.by_cause[cause]
        ]  # fmt: skip
        weight = {
            cause: (cause is Cause.UNKNOWN, -self.whole.by_cause[cause], -self.hours[cause].lost_s)
            for cause in shown
        }
        return sorted(shown, key=lambda cause: weight[cause])


def read(desk: Desk, place: Named, period: Period) -> Reading:
    """The ledger of a place in a period, beside its shortfall."""
    code = place.code[:NARROWEST]
    width = len(code) or 2
    worked = desk.store.obstacles.worked(code, width, period.first, period.last)
    lost = desk.store.obstacles.lost(code, width, period.first, period.last)
    return reading_of(desk, place, period, worked, lost)


def reading_of(
    desk: Desk, place: Named, period: Period, worked: Sequence[Worked], lost: Sequence[Lost]
) -> Reading:
    """The ledger of a place out of the sums of its parts."""
    way = way_of(desk, place)
    hours = hours_of(lost)
    recorded = sum(one.recorded for one in worked)
    worked_s = sum(one.worked_s for one in worked)
    left = way.demand.left
    at_start = left + recorded
    asked = needed(at_start, period.first, period.last, way.target.by_day)
    per_hour = recorded / (worked_s / 3600) if worked_s else 0.0
    named = named_causes(desk.store.absences.counts(place.code))
    lost_hours = {cause: hours[cause].lost_s / 3600 for cause in PRIORITY}
    share = Fraction(asked, at_start) if at_start else Fraction(0)
    return Reading(
        way, sum(one.open_s for one in worked), worked_s, recorded, sum(one.refused for one in worked),
        sum(one.turned_away for one in worked), sum(one.post_days for one in worked), hours, asked,
        split_shortfall(asked - recorded, lost_hours, per_hour, named, share=share),
        split_shortfall(left, lost_hours, per_hour, named),
    )  # fmt: skip


def hours_of(lost: Sequence[Lost]) -> dict[Cause, Hours]:
    """Sums by cause; every cause has one."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for one in lost:
        for number, value in enumerate((one.lost_s, one.hindered_s, one.claimed_s)):
            sums[one.cause, one.source][number] += value
    found = {}
    for cause in Cause:
        seen, told = sums[cause.value, "observed"], sums[cause.value, "reported"]
        found[cause] = Hours(
            observed_s=seen[0], reported_s=told[0], hindered_s=seen[1] + told[1], claimed_s=told[2]
        )
    return found
