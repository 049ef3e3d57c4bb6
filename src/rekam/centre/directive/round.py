"""The round: reminders that are due by rule, and the figures of deadlines that have passed."""

from collections.abc import Iterable

from rekam.centre.centre import Centre
from rekam.centre.directive.live import readings
from rekam.edge.store.centre import audit, directives
from rekam.edge.store.centre.directive_rows import PastLine
from rekam.operations.directive import Event, EventKind, after, fold, reminder_due
from rekam.operations.directive.parameters import (
    REMIND_AGAIN_DAYS,
    REMIND_BEFORE_DAYS,
    REMIND_UNACKNOWLEDGED_DAYS,
)
from rekam.operations.directive.reminder import DAY_S

RULE = "aturan"
"""Who reminds when nobody does."""

ROUND_MOST = 2000
"""Lines of one round; what is left over is done with the next."""


def make_round(centre: Centre) -> tuple[int, int]:
    """Remind whom the rule names and keep the figures of passed deadlines; how many of each.

    Called at the first look of a day and as often as one likes: a second round of the same hour finds nothing.
    """
    return _remind(centre), _keep_deadlines(centre)


def _remind(centre: Centre) -> int:
    now = centre.now()
    with centre.store.database.transaction() as connection:
        due = directives.due_lines(
            connection, near=now + REMIND_BEFORE_DAYS * DAY_S, unheard=now - REMIND_UNACKNOWLEDGED_DAYS * DAY_S,
            again=now - REMIND_AGAIN_DAYS * DAY_S, limit=ROUND_MOST,
        )  # fmt: skip
        told = directives.events_of_lines(connection, due)
        sequences: dict[int, int] = {}
        for kept in due:
            line = fold(told[kept.addressee_id])
            if reminder_due(line, due_at=kept.due_at, now=now):
                reminder = Event(line.sequence + 1, EventKind.REMINDED, now, RULE)
                sequences[kept.addressee_id] = after(line, reminder).sequence
        if sequences:
            directives.put_reminders(connection, sequences, at=now, actor=RULE)
            audit.write(
                connection, RULE, "press_directive", "", RULE, at=now,
                details={"event": EventKind.REMINDED.value, "lines": len(sequences)},
            )  # fmt: skip
    return len(sequences)


def _keep_deadlines(centre: Centre) -> int:
    now = centre.now()
    with centre.store.database.connection() as connection:
        past = directives.past_unread(connection, now=now, limit=ROUND_MOST)
    figures = {
        kind: readings(centre, kind, (one.place for one in past if one.evidence == kind))
        for kind in _kinds(past)
    }
    found = {
        one.addressee_id: figures[one.evidence][one.place]
        for one in past
        if one.place in figures[one.evidence]
    }
    if found:
        with centre.store.database.transaction() as connection:
            directives.put_readings(connection, "deadline", found, at=now)
    return len(found)


def _kinds(past: Iterable[PastLine]) -> set[str]:
    return {one.evidence for one in past}
