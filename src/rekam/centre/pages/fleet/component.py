"""One component: its life, its repairs, and the steps that may be taken now."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Account, Act, require
from rekam.centre.pages.desk import WIB, Desk
from rekam.centre.pages.fleet.forms import act_on, step_forms
from rekam.centre.pages.places import listed
from rekam.edge.store.centre.fleet_life import Component
from rekam.edge.web import check_form_token
from rekam.operations.fleet import CostAction, HolderKind, Payer, duty, payer
from rekam.operations.fleet.repair_time import days_out
from rekam.problem import Problem


def component_page(desk: Desk, request: Request) -> Response:
    """Its life so far and what may come next."""
    return _page(desk, request)


def take(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """One step, then its page again; what was typed stays when something is wrong."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    number = request.path_params["component"]
    component = _found(desk, account, number)
    try:
        act_on(desk, account, component, form)
    except Problem as problem:
        if problem.row.http in {401, 404}:
            raise
        return _page(desk, request, problem, form)
    return RedirectResponse(f"/alat/komponen/{number}?selesai=1", 303)


def _found(desk: Desk, account: Account, number: int) -> Component:
    """The component, for those whose territory has or will have it.

    Raises:
        Problem: ``fleet.component_unknown``, ``account.not_permitted``.
    """
    component = desk.store.device_register.component(number)
    if component is None:
        raise Problem("fleet.component_unknown")
    require(account, Act.REPORT_DEVICE, component.life.home)
    return component


def _page(
    desk: Desk, request: Request, problem: Problem | None = None, typed: dict[str, str] | None = None
) -> Response:
    account = desk.reader(request)
    component = _found(desk, account, request.path_params["component"])
    register, now, life = desk.store.device_register, desk.now(), component.life
    due = duty(life)
    tickets = [
        (ticket, days_out(ticket.opened_at, ticket.closed_at or now), register.costs_of(ticket.ticket_id))
        for ticket in register.tickets_of(component.component_id)
    ]
    return desk.shell.page(
        request,
        "fleet_component.html",
        status=problem.row.http if problem else 200,
        problems=[problem] if problem else [],
        typed=typed or {},
        done=request.query_params.get("selesai") == "1" and problem is None,
        component=component,
        place=listed(desk.gazetteer, life.home),
        holder=listed(desk.gazetteer, life.holder.place).title
        if life.holder.kind in {HolderKind.OFFICE, HolderKind.DEPOT}
        else "",
        bound=listed(desk.gazetteer, life.bound.place).title
        if life.bound and life.bound.kind is not HolderKind.MINISTRY
        else "",
        due=due,
        due_on=(datetime.fromtimestamp(due.due_at, UTC) + WIB).date() if due else None,
        late=due is not None and due.due_at < now,
        lines=[
            (line, listed(desk.gazetteer, str(line.details["to_place"])).title if line.details.get("to_place") else "")
            for line in register.life_of(component.component_id)
        ],
        tickets=tickets,
        forms=step_forms(account, component),
        donors=[
            (one, listed(desk.gazetteer, one.life.home).title)
            for one in (register.donors(component, max(account.territory, life.home[:2], key=len)) if due is not None else [])
        ],
        actions=[action.value for action in CostAction],
        payers=[one.value for one in Payer],
        ruling=payer(CostAction.REPAIR, desk.today, life.home),
        province=life.home[:2],
        province_name=listed(desk.gazetteer, life.home[:2]).title,
        today=desk.today.isoformat(),
    )  # fmt: skip
