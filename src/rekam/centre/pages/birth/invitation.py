"""Invitations of a village to those who turn 17: one list, ready for A4."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act
from rekam.centre.pages.coverage import cut_name
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place, named
from rekam.operations.birth import needs_card_on, newest_birth, window_end
from rekam.operations.birth.parameters import CARD_YEARS, WINDOWS_DAYS
from rekam.place import Level
from rekam.problem import Problem

MOST = 1_000
"""Names on one list; the largest kelurahan has about 400 a year."""


def invitation_page(desk: Desk, request: Request) -> Response:
    """Who of a village turns 17 by a day and is not recorded; printing it leaves a line in the audit.

    Raises:
        Problem: ``birth.village_needed``.
    """
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_CHILDREN, request.query_params.get("wilayah", ""))
    if place.level is not Level.VILLAGE:
        raise Problem("birth.village_needed")
    asked = request.query_params.get("hari", "")
    days = next((one for one in WINDOWS_DAYS if str(one) == asked), WINDOWS_DAYS[1])
    until = window_end(desk.today, days)
    people = desk.store.children.turning(place.code, last=newest_birth(until, CARD_YEARS), limit=MOST)
    desk.store.audit.write(
        account.name, "print_invitations", place.code, place.code, at=desk.now(),
        details={"names": len(people), "days": days},
    )  # fmt: skip
    return desk.shell.page(
        request,
        "birth_invitation.html",
        place=place,
        district=named(desk.gazetteer, place.code[:8]),
        regency=named(desk.gazetteer, place.code[:5]),
        days=days,
        windows=WINDOWS_DAYS,
        until=until,
        today=desk.today,
        cut=cut_name(desk),
        counted_at=desk.now(),
        people=[(child, needs_card_on(child.birth_date)) for child in people],
    )
