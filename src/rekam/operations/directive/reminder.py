"""When a reminder goes out by itself."""

from rekam.operations.directive.event import EventKind
from rekam.operations.directive.line import Line
from rekam.operations.directive.parameters import (
    REMIND_AGAIN_DAYS,
    REMIND_BEFORE_DAYS,
    REMIND_UNACKNOWLEDGED_DAYS,
)
from rekam.operations.directive.step import NEXT, Step

DAY_S = 86_400


def reminder_due(line: Line, *, due_at: int, now: int) -> bool:
    """Whether the rule reminds an addressee now.

    Not acknowledged after some days; or still open shortly before, or after, the deadline; and not more often than
    once a week. A line whose answer lies with the issuer, or that is under warning, is not reminded.

    Args:
        line: The fold of its events.
        due_at: End of the deadline's day at the place, Unix seconds.
        now: Unix seconds.
    """
    if EventKind.REMINDED not in NEXT[line.step]:
        return False
    if line.reminded_at is not None and now - line.reminded_at < REMIND_AGAIN_DAYS * DAY_S:
        return False
    unheard = line.step is Step.SENT and now - line.since >= REMIND_UNACKNOWLEDGED_DAYS * DAY_S
    return unheard or due_at - now <= REMIND_BEFORE_DAYS * DAY_S
