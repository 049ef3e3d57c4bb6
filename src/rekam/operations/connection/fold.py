"""A case of suspension is a fold over its numbered events: what each event changes stands in one table."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from rekam.operations.connection import parameters
from rekam.operations.connection.allowed import NEXT
from rekam.operations.connection.event import CaseEvent, Kind
from rekam.operations.connection.state import DAY_S, CaseState, Condition, Letter
from rekam.problem import Problem


def fold(events: Iterable[CaseEvent]) -> CaseState:
    """The state after all events, in the order of their numbers, whatever order they come in.

    Raises:
        Problem: ``connection.gap`` when a number is missing or comes twice, ``connection.not_next`` when the table
            does not allow an event.
    """
    state = CaseState()
    for expected, event in enumerate(sorted(events, key=lambda event: event.sequence), start=1):
        if event.sequence != expected:
            raise Problem("connection.gap", expected=expected, found=event.sequence)
        state = after(state, event)
    return state


def after(state: CaseState, event: CaseEvent) -> CaseState:
    """The state after one more event.

    Raises:
        Problem: ``connection.not_next``.
    """
    stage = NEXT[state.stage].get(event.kind)
    if stage is None:
        raise Problem("connection.not_next", stage=state.stage.value, event=event.kind.value)
    since = state.since if stage is state.stage else event.at
    moved = replace(state, stage=stage, since=since, history=(*state.history, event))
    note = NOTES.get(event.kind)
    return note(moved, event) if note else moved


def _sent(state: CaseState, event: CaseEvent) -> CaseState:
    letter = Letter(event.sequence, event.text("number"), event.at, event.number("deadline_at"))
    return replace(state, letters=(*state.letters, letter))


def _set(state: CaseState, event: CaseEvent) -> CaseState:
    return replace(state, conditions=(*state.conditions, Condition(event.sequence, event.text("words"))))


def _settled(state: CaseState, event: CaseEvent) -> CaseState:
    def settled(condition: Condition) -> Condition:
        if condition.sequence != event.number("condition"):
            return condition
        return replace(
            condition,
            settled_at=event.at,
            settled_by=event.actor,
            evidence=event.text("evidence"),
            waived=event.kind is Kind.CONDITION_WAIVED,
        )

    return replace(state, conditions=tuple(settled(one) for one in state.conditions))


def _cut(state: CaseState, event: CaseEvent) -> CaseState:
    decided = (state.proposed_by, event.actor) if state.proposed_by else (event.actor,)
    return replace(
        state, cut_at=event.at, decided_by=decided, proposed_by="", ends_at=event.number("ends_at") or None
    )


def _appealed(state: CaseState, event: CaseEvent) -> CaseState:
    return replace(state, appeal_due_at=event.at + parameters.APPEAL_ANSWER_DAYS * DAY_S)


def _restored(state: CaseState, event: CaseEvent) -> CaseState:
    return replace(state, restored_at=event.at, proposed_by="", appeal_due_at=None)


def _proposed(state: CaseState, event: CaseEvent) -> CaseState:
    return replace(state, proposed_by=event.actor)


def _withdrawn(state: CaseState, _: CaseEvent) -> CaseState:
    return replace(state, proposed_by="")


NOTES: Mapping[Kind, Callable[[CaseState, CaseEvent], CaseState]] = MappingProxyType(
    {
        Kind.LETTER_SENT: _sent,
        Kind.ANSWERED: lambda state, event: replace(state, answered_at=event.at),
        Kind.CONDITION_SET: _set,
        Kind.CONDITION_MET: _settled,
        Kind.CONDITION_WAIVED: _settled,
        Kind.CUT_PROPOSED: _proposed,
        Kind.CUT_WITHDRAWN: _withdrawn,
        Kind.CUT_CONFIRMED: _cut,
        Kind.CUT_TOLD: _cut,
        Kind.EMERGENCY_CUT: _cut,
        Kind.EMERGENCY_ENDED: lambda state, _: replace(state, cut_at=None, ends_at=None),
        Kind.APPEALED: _appealed,
        Kind.APPEAL_REFUSED: lambda state, _: replace(state, appeal_due_at=None),
        Kind.RESTORE_PROPOSED: _proposed,
        Kind.RESTORE_WITHDRAWN: _withdrawn,
        Kind.RESTORE_CONFIRMED: _restored,
        Kind.RESTORE_TOLD: _restored,
    }
)
"""What an event changes besides the stage."""
