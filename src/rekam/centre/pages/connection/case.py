"""One case: what it cost, what is asked, what happened, and the next step of whoever reads it."""

from collections.abc import Mapping
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Account, Act, may
from rekam.centre.connection import cost_of, read_case
from rekam.centre.pages.connection.cost import cost_shown
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import listed
from rekam.edge.store.centre.connection_cases import CaseRow
from rekam.edge.store.centre.lines import day_of
from rekam.edge.store.centre.officials import call_line
from rekam.operations.connection import NEXT, CaseEvent, CaseState, Kind
from rekam.operations.connection import parameters as rules
from rekam.problem import Problem

OFFICE = frozenset({Kind.ANSWERED, Kind.APPEALED})
RESTORING = frozenset(
    {
        Kind.CONDITION_MET,
        Kind.CONDITION_WAIVED,
        Kind.RESTORE_PROPOSED,
        Kind.RESTORE_CONFIRMED,
        Kind.RESTORE_WITHDRAWN,
        Kind.EMERGENCY_ENDED,
    }
)
WORDED = ("words", "reason", "evidence", "demand", "note")
"""Names under which an event may hold what was said."""

TOLD = frozenset({Kind.CUT_TOLD, Kind.RESTORE_TOLD})


def case_page(desk: Desk, request: Request) -> Response:
    """The page of a case."""
    return shown(desk, request, {}, [])


def letter_page(desk: Desk, request: Request) -> Response:
    """The same as a letter to print: ground, letters, decision, conditions, what still works."""
    account = desk.reader(request)
    row, state = read_case(desk.centre, account, request.path_params["case"])
    return desk.shell.page(
        request, "connection_letter.html", status=200, **_values(desk, account, row, state), today=desk.today
    )


def shown(
    desk: Desk, request: Request, typed: Mapping[str, str], problems: list[Problem], *, done: str = ""
) -> Response:
    """The page again, with what was typed and what was wrong."""
    account = desk.reader(request)
    row, state = read_case(desk.centre, account, request.path_params["case"])
    cost = cost_of(desk.centre, row, state)
    return desk.shell.page(
        request,
        "connection_case.html",
        status=problems[0].row.http if problems else 200,
        **_values(desk, account, row, state),
        cost=cost_shown(desk, row, cost) if cost else None,
        can=allowed(account, row, state),
        proposer=account.name == state.proposed_by,
        decider=account.name in state.decided_by,
        rules=rules,
        typed=typed,
        problems=problems,
        done=done or request.query_params.get("selesai", ""),
        today=desk.today,
    )


def allowed(account: Account, row: CaseRow, state: CaseState) -> set[str]:
    """Acts that this person may try now, by the table of stages and their rights."""
    return {
        kind.value
        for kind in NEXT[state.stage]
        if kind not in TOLD and may(account, _act_of(kind), row.territory)
    } - ({Kind.APPEAL_REFUSED.value} if state.appeal_due_at is None else set())


def _act_of(kind: Kind) -> Act:
    if kind in OFFICE:
        return Act.SHOW_CAUSE
    return Act.RESTORE_CONNECTION if kind in RESTORING else Act.SUSPEND_CONNECTION


def _values(desk: Desk, account: Account, row: CaseRow, state: CaseState) -> dict[str, object]:
    opened = state.history[0]
    suspension = None
    if row.suspension_id is not None:
        suspension = next(
            one
            for one in desk.store.stations.suspensions(row.territory)
            if one.suspension_id == row.suspension_id
        )
    return {
        "row": row,
        "state": state,
        "place": listed(desk.gazetteer, row.territory),
        "opened": opened,
        "events": [_line(desk, row, event) for event in reversed(state.history)],
        "letters": [_line(desk, row, event) for event in state.history if event.kind is Kind.LETTER_SENT],
        "suspension": suspension,
        "deciders": [_name(desk, name) for name in state.decided_by],
        "restorer": _name(desk, suspension.restored_by or "") if suspension else "",
        "proposer_name": _name(desk, state.proposed_by),
        "call": ""
        if row.retold
        else call_line(desk.store.database, row.territory[:5], "head_of_office", desk.today),
        "now": desk.now(),
        "reader": account,
    }


def _name(desk: Desk, actor: str) -> str:
    """The person behind an account; what is no account stays as it is."""
    account = desk.store.accounts.account(actor)
    return account.full_name if account else actor


def _line(desk: Desk, row: CaseRow, event: CaseEvent) -> dict[str, object]:
    """An event as the timeline shows it."""
    settled = event.number("condition")
    return {
        "sequence": event.sequence,
        "kind": event.kind.value,
        "at": event.at,
        "day": day_of(event.at),
        "about": bool(event.details.get("about", False)),
        "actor": _name(desk, event.actor),
        "words": next((event.text(name) for name in WORDED if event.text(name)), ""),
        "number": event.text("number"),
        "dated": date.fromisoformat(event.text("dated")) if event.text("dated") else None,
        "days": event.number("days"),
        "deadline_at": event.number("deadline_at"),
        "ends_at": event.number("ends_at"),
        "file": event.text("file"),
        "source": event.text("source"),
        "condition": settled,
        "retold": row.retold,
    }
