"""What a live case must not do, though the table of stages would let it: letters first, two people, in time."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from rekam.operations.connection import parameters
from rekam.operations.connection.event import CaseEvent, Kind
from rekam.operations.connection.fold import after
from rekam.operations.connection.state import DAY_S, CaseState
from rekam.problem import Problem

_REASONED = {
    Kind.CUT_PROPOSED: "reason",
    Kind.EMERGENCY_CUT: "reason",
    Kind.RESTORE_PROPOSED: "reason",
    Kind.CONDITION_WAIVED: "evidence",
    Kind.APPEAL_REFUSED: "reason",
    Kind.CLOSED: "reason",
}
"""Acts that need a reason, and where it stands."""


def next_state(state: CaseState, event: CaseEvent) -> CaseState:
    """The state after an event of a live case, if the rules allow it.

    Args:
        state: Before.
        event: What somebody wants to do now.

    Raises:
        Problem: ``connection.*``, each naming the rule.
    """
    if event.kind in {Kind.CUT_TOLD, Kind.RESTORE_TOLD}:
        raise Problem("connection.only_retold")
    following = after(state, event)
    reason = _REASONED.get(event.kind)
    if reason and len(event.text(reason).strip()) < parameters.REASON_LETTERS_LEAST:
        raise Problem("connection.reason_needed", least=parameters.REASON_LETTERS_LEAST)
    if event.kind in CHECKS:
        CHECKS[event.kind](state, event)
    return following


def _check_term(_: CaseState, event: CaseEvent) -> None:
    least, most = parameters.LETTER_DAYS_LEAST, parameters.LETTER_DAYS_MOST
    if not least * DAY_S <= event.number("deadline_at") - event.at <= most * DAY_S:
        raise Problem("connection.letter_days", least=least, most=most)


def _check_letters(state: CaseState, event: CaseEvent) -> None:
    at = event.at
    if len(state.letters) < parameters.LETTERS_BEFORE_CUT:
        raise Problem(
            "connection.letters_needed", needed=parameters.LETTERS_BEFORE_CUT, sent=len(state.letters)
        )
    last = max(letter.deadline_at for letter in state.letters)
    if at < last:
        raise Problem("connection.deadline_running", days=-((at - last) // DAY_S))
    if at > last + parameters.LETTER_VALID_DAYS * DAY_S:
        raise Problem("connection.letter_too_old", days=parameters.LETTER_VALID_DAYS)
    if not state.conditions:
        raise Problem("connection.condition_needed")


def _check_second_person(state: CaseState, event: CaseEvent) -> None:
    if event.actor == state.proposed_by:
        raise Problem("connection.same_person")
    if event.at > state.since + parameters.PROPOSAL_DAYS * DAY_S:
        raise Problem("connection.proposal_old", days=parameters.PROPOSAL_DAYS)


def _check_emergency(state: CaseState, event: CaseEvent) -> None:
    if any(one.kind is Kind.EMERGENCY_CUT for one in state.history):
        raise Problem("connection.emergency_used")
    if event.number("ends_at") != event.at + parameters.EMERGENCY_DAYS * DAY_S:
        raise Problem("connection.emergency_end", days=parameters.EMERGENCY_DAYS)


def _check_appeal(state: CaseState, event: CaseEvent) -> None:
    if event.kind is Kind.APPEAL_REFUSED:
        if state.appeal_due_at is None:
            raise Problem("connection.no_appeal")
        if event.actor in state.decided_by:
            raise Problem("connection.same_person")
        return
    if state.appeal_due_at is not None:
        raise Problem("connection.appeal_open")
    if state.cut_at is None or event.at > state.cut_at + parameters.APPEAL_DAYS * DAY_S:
        raise Problem("connection.appeal_late", days=parameters.APPEAL_DAYS)


def _check_condition(state: CaseState, event: CaseEvent) -> None:
    if event.number("condition") not in {one.sequence for one in state.open_conditions}:
        raise Problem("connection.condition_settled")


def _check_room(state: CaseState, _: CaseEvent) -> None:
    if len(state.conditions) >= parameters.CONDITIONS_MOST:
        raise Problem("connection.conditions_many", most=parameters.CONDITIONS_MOST)


def _check_settled(state: CaseState, _: CaseEvent) -> None:
    if state.open_conditions:
        raise Problem("connection.conditions_open", count=len(state.open_conditions))


CHECKS: Mapping[Kind, Callable[[CaseState, CaseEvent], None]] = MappingProxyType(
    {
        Kind.LETTER_SENT: _check_term,
        Kind.CUT_PROPOSED: _check_letters,
        Kind.CUT_CONFIRMED: _check_second_person,
        Kind.EMERGENCY_CUT: _check_emergency,
        Kind.CONDITION_SET: _check_room,
        Kind.CONDITION_MET: _check_condition,
        Kind.CONDITION_WAIVED: _check_condition,
        Kind.RESTORE_PROPOSED: _check_settled,
        Kind.RESTORE_CONFIRMED: _check_second_person,
        Kind.APPEALED: _check_appeal,
        Kind.APPEAL_REFUSED: _check_appeal,
    }
)
"""What each act is held against, before it happens."""
