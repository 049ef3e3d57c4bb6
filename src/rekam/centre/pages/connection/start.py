"""A new case."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Act
from rekam.centre.connection import open_case
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place
from rekam.edge.web import check_form_token
from rekam.problem import Problem


def start_page(desk: Desk, request: Request) -> Response:
    """The empty form."""
    return _shown(desk, request, request.query_params.get("wilayah", ""), {}, [])


def start(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Open the case; its page."""
    check_form_token(request, form.get("_token"))
    account, asked = desk.reader(request), form.get("wilayah", "").strip()
    try:
        number = open_case(
            desk.centre, account, place=desk.gazetteer.region(asked).code if asked else "",
            ground=form.get("alasan", ""), rule=form.get("aturan", ""), note=form.get("kata", ""),
            station=form.get("stasiun", "").strip(),
        )  # fmt: skip
    except Problem as problem:
        if problem.code.startswith("account."):
            raise
        return _shown(desk, request, "", form, [problem])
    return RedirectResponse(f"/sambungan/kasus/{number}", 303)


def _shown(
    desk: Desk, request: Request, asked: str, typed: dict[str, str], problems: list[Problem]
) -> Response:
    place = asked_place(desk.gazetteer, desk.account(request), Act.SUSPEND_CONNECTION, asked)
    return desk.shell.page(
        request, "connection_start.html", status=problems[0].row.http if problems else 200,
        place=place, typed=typed or {"wilayah": place.code}, problems=problems,
    )  # fmt: skip
