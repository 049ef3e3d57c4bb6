"""Repairs of a place, the oldest first; for a depot or the ministry also what lies with them."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Act, require
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import Named, asked_place, listed, trail
from rekam.edge.store.centre.fleet_row import OpenTicket
from rekam.operations.fleet import DUE_DAYS, HolderKind, Stage
from rekam.operations.fleet.repair_time import days_out
from rekam.operations.fleet.step import OPEN
from rekam.operations.fleet.turn import DAY_S, Turn
from rekam.problem import Problem

SHOWN = 200
_OUTSIDE = {HolderKind.DEPOT.value: Turn.DEPOT.value, HolderKind.MINISTRY.value: Turn.MINISTRY.value}


@dataclass(frozen=True, slots=True)
class TicketLine:
    """A line of the list: the repair, where, for how long, whose turn, late or not."""

    ticket: OpenTicket
    place: str
    days: int
    turn: str
    late: bool


def tickets_page(desk: Desk, request: Request) -> Response:
    """Open repairs; ``di=sini`` shows what lies at the depot or ministry of the place or is bound for it."""
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.REPORT_DEVICE, request.query_params.get("wilayah", ""))
    stage = request.query_params.get("tahap", "")
    if stage and stage not in {one.value for one in OPEN}:
        raise Problem("fleet.choice_bad")
    held = request.query_params.get("di", "") == "sini"
    register = desk.store.device_register
    found = (
        register.held_tickets(place.code, limit=SHOWN + 1)
        if held
        else register.open_tickets(place.code, stage=stage, limit=SHOWN + 1)
    )
    return desk.shell.page(
        request,
        "fleet_tickets.html",
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        lines=[_line(desk, one) for one in found[:SHOWN]],
        more=len(found) > SHOWN,
        shown=SHOWN,
        stage=stage,
        stages=[one.value for one in Stage if one in OPEN],
        held=held,
        depot=_depot(place),
    )


def ticket_page(desk: Desk, request: Request) -> Response:
    """A repair is shown with the life of its component."""
    account = desk.reader(request)
    ticket = desk.store.device_register.ticket(request.path_params["ticket"])
    if ticket is None:
        raise Problem("fleet.ticket_unknown")
    require(account, Act.REPORT_DEVICE, ticket.place)
    return RedirectResponse(f"/alat/komponen/{ticket.component_id}#tiket-{ticket.ticket_id}", 303)


def _line(desk: Desk, one: OpenTicket) -> TicketLine:
    now = desk.now()
    turn = _OUTSIDE.get(one.bound_kind or one.holder_kind, Turn.OFFICE.value)
    late = one.since + DUE_DAYS[Stage(one.stage)] * DAY_S < now
    return TicketLine(one, listed(desk.gazetteer, one.place).title, days_out(one.opened_at, now), turn, late)


def _depot(place: Named) -> bool:
    """Whether a depot or the ministry may stand for the place: the nation and provinces."""
    return len(place.code) <= 2
