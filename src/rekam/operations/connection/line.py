"""Lines: which of them work, and how many office hours were lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from rekam.operations.connection import parameters
from rekam.operations.connection.state import DAY_S

WIB_S = 7 * 3600
"""Seconds of Jakarta before Greenwich: days of lines are days of Jakarta."""

OFFICE_S = parameters.OFFICE_CLOSES_S - parameters.OFFICE_OPENS_S


class LineWord(Enum):
    """How a station's line is, the worst first."""

    CUT = "cut"
    OUT = "out"
    SILENT = "silent"
    SLOW = "slow"
    UNMEASURED = "unmeasured"
    GOOD = "good"


class OutageCause(Enum):
    """Why a line was gone."""

    PROVIDER = "provider"
    WEATHER = "weather"
    CABLE = "cable"
    UNPAID = "unpaid"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outage:
    """A time without a line; ``until`` = ``None`` while it lasts. Unix seconds."""

    since: int
    until: int | None


def line_word(*, cut: bool, out: bool, last_contact: int | None, kbit_s: float | None, now: int) -> LineWord:
    """How a line is now.

    Args:
        cut: The centre has cut the office off.
        out: An outage that is not over.
        last_contact: Unix seconds; ``None`` = it never spoke.
        kbit_s: Median of the last measured day; ``None`` = never measured.
        now: Unix seconds.
    """
    if cut:
        return LineWord.CUT
    if out:
        return LineWord.OUT
    if last_contact is None or now - last_contact > parameters.SILENT_S:
        return LineWord.SILENT
    if kbit_s is None:
        return LineWord.UNMEASURED
    return LineWord.SLOW if kbit_s < parameters.SLOW_KBIT_S else LineWord.GOOD


def days_of(outage: Outage, now: int) -> range:
    """Days (number since 1970, Jakarta) that an outage touches; at most `parameters.OUTAGE_DAYS_MOST`, the last ones."""
    until = outage.until if outage.until is not None else max(now, outage.since)
    first, last = (outage.since + WIB_S) // DAY_S, (until + WIB_S) // DAY_S
    return range(max(first, last - parameters.OUTAGE_DAYS_MOST + 1), last + 1)


def lost_office_seconds(day: int, outages: Iterable[Outage], now: int) -> int:
    """Seconds of the office hours of a day without a line; overlapping outages count once.

    Args:
        day: Number since 1970, Jakarta.
        outages: In any order.
        now: Unix seconds: an outage that lasts is counted up to here.
    """
    opens = day * DAY_S - WIB_S + parameters.OFFICE_OPENS_S
    reached, lost = opens, 0
    for outage in sorted(outages, key=lambda one: one.since):
        until = min(outage.until if outage.until is not None else now, opens + OFFICE_S)
        begin = max(outage.since, reached)
        if until > begin:
            lost += until - begin
            reached = until
    return lost
