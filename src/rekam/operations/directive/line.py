"""The state of one addressee's line: a fold over its numbered events."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rekam.operations.directive.event import Event, EventKind
from rekam.operations.directive.step import FINAL, NEXT, Step
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Line:
    """Where a line stands.

    Attributes:
        step: Where.
        since: Unix seconds when this step began.
        sequence: Number of the last event; 0 before the first.
        acknowledged_at: When the present holder of the post acknowledged; ``None`` = not yet.
        reminded_at: When the addressee was last reminded.
        reminders: How often.
        proposed_by: Account that proposed a replacement which is still open.
    """

    step: Step = Step.UNSENT
    since: int = 0
    sequence: int = 0
    acknowledged_at: int | None = None
    reminded_at: int | None = None
    reminders: int = 0
    proposed_by: str = ""

    @property
    def open(self) -> bool:
        """Whether something is still awaited."""
        return self.step not in FINAL


BEGINNING = Line()
"""A line before its directive is issued."""


def step_after(step: Step, kind: EventKind) -> Step:
    """Where an event leads.

    Raises:
        Problem: ``directive.not_next`` when the table does not allow it here.
    """
    following = NEXT[step].get(kind)
    if following is None:
        raise Problem("directive.not_next", step=step.value, event=kind.value)
    return following


def after(line: Line, event: Event) -> Line:
    """The line after one more event.

    Raises:
        Problem: ``directive.not_next``; ``directive.same_person_twice`` when one account proposes a replacement
            and answers for the minister.
    """
    step = step_after(line.step, event.kind)
    if event.kind is EventKind.REPLACEMENT_PERMITTED and event.actor == line.proposed_by:
        raise Problem("directive.same_person_twice")
    moved = replace(
        line, step=step, sequence=event.sequence, since=line.since if step is line.step else event.at
    )
    match event.kind:
        case EventKind.ACKNOWLEDGED:
            return replace(moved, acknowledged_at=event.at)
        case EventKind.REMINDED:
            return replace(moved, reminded_at=event.at, reminders=line.reminders + 1)
        case EventKind.REPLACEMENT_PROPOSED:
            return replace(moved, proposed_by=event.actor)
        case EventKind.REPLACEMENT_DENIED:
            return replace(moved, proposed_by="")
        case EventKind.REPLACED:
            # What the predecessor acknowledged does not bind the successor.
            return replace(moved, proposed_by="", acknowledged_at=None, reminded_at=None, reminders=0)
        case _:
            return moved


def fold(events: Iterable[Event]) -> Line:
    """The line after all events, in the order of their numbers, whatever order they come in.

    Raises:
        Problem: ``directive.gap`` when a number is missing or comes twice, and what `after` raises.
    """
    line = BEGINNING
    for expected, event in enumerate(sorted(events, key=lambda event: event.sequence), start=1):
        if event.sequence != expected:
            raise Problem("directive.gap", expected=expected, found=event.sequence)
        line = after(line, event)
    return line
