"""The state of a recording: a fold over its numbered events."""

from collections.abc import Iterable
from dataclasses import dataclass

from rekam.problem import Problem
from rekam.registry.allowed import NEXT
from rekam.registry.duty import DUTY, Owner
from rekam.registry.event import Event, EventKind
from rekam.registry.status import Status

_HOUR = 3600


@dataclass(frozen=True, slots=True)
class State:
    """Where a recording is.

    Attributes:
        status: Where it is.
        since: Unix seconds when this status began; 0 before the first event.
        owner: Whose turn it is; ``None`` when the status is final.
        due_at: Unix seconds by which the owner should have acted; ``None`` when final or not begun.
        history: Events folded so far, in their order.
    """

    status: Status = Status.UNREGISTERED
    since: int = 0
    owner: Owner | None = Owner.OFFICE
    due_at: int | None = None
    history: tuple[Event, ...] = ()

    @property
    def sequence(self) -> int:
        """Number of the last event."""
        return self.history[-1].sequence if self.history else 0


BEGINNING = State()
"""A resident with a NIK and nothing recorded."""


def due_at(status: Status, since: int) -> int | None:
    """When the owner of a status should have acted, Unix seconds; ``None`` for a final status."""
    duty = DUTY.get(status)
    return None if duty is None else since + duty.hours * _HOUR


def owner_of(status: Status) -> Owner | None:
    """Whose turn it is; ``None`` for a final status."""
    duty = DUTY.get(status)
    return None if duty is None else duty.owner


def status_after(status: Status, kind: EventKind) -> Status:
    """Where an event leads.

    Raises:
        Problem: ``registry.not_next`` when the table does not allow the event here.
    """
    following = NEXT[status].get(kind)
    if following is None:
        raise Problem("registry.not_next", status=status.value, event=kind.value)
    return following


def after(state: State, event: Event) -> State:
    """The state after one more event.

    Raises:
        Problem: ``registry.not_next`` or ``registry.same_person_twice``.
    """
    status = status_after(state.status, event.kind)
    check_four_eyes(state.history, event.kind, event.actor)
    since = state.since if status is state.status else event.at
    return State(status, since, owner_of(status), due_at(status, since), (*state.history, event))


def check_four_eyes(history: Iterable[Event], kind: EventKind, actor: str) -> None:
    """Refuse a second opinion by the person who gave the first.

    Raises:
        Problem: ``registry.same_person_twice``.
    """
    if kind is not EventKind.ADJUDICATED_SECOND:
        return
    firsts = [event.actor for event in history if event.kind is EventKind.ADJUDICATED_FIRST]
    if firsts and firsts[-1] == actor:
        raise Problem("registry.same_person_twice")


def fold(events: Iterable[Event]) -> State:
    """The state after all events, in the order of their numbers, whatever order they come in.

    Raises:
        Problem: ``registry.gap`` when a number is missing or comes twice, ``registry.not_next`` when the table
            does not allow an event, ``registry.same_person_twice`` when one person gave both opinions.
    """
    state = BEGINNING
    for expected, event in enumerate(sorted(events, key=lambda event: event.sequence), start=1):
        if event.sequence != expected:
            raise Problem("registry.gap", expected=expected, found=event.sequence)
        state = after(state, event)
    return state
