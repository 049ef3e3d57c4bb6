"""Reporting lost hours, and the page of one report with what others say of it."""

from datetime import date

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Act, may, require
from rekam.centre.loss_reports import LossNews, report_loss, review_loss
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.obstacle.typed import hours_in, number_in
from rekam.centre.pages.places import asked_place, listed, trail
from rekam.edge.store.centre import station_days
from rekam.edge.store.centre.loss_reports import LossReport
from rekam.edge.web import check_form_token
from rekam.operations.obstacle import REPORTABLE, Cause
from rekam.operations.obstacle.parameters import CLAIM_HOURS_MOST, KNOWN_ENOUGH, TURNED_AWAY_MOST
from rekam.problem import Problem

_REGENCY = 5
_NUMBER_LETTERS_MOST = 18


def report_page(desk: Desk, request: Request) -> Response:
    """The empty form."""
    return _form(desk, request, request.query_params.get("wilayah", ""), {})


def report(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Keep a report, then show it; what was typed stays when something is wrong."""
    check_form_token(request, form.get("_token"))
    try:
        number = report_loss(desk.centre, desk.account(request), _news(form))
    except Problem as problem:
        if problem.row.http in {401, 403}:
            raise
        return _form(desk, request, form.get("wilayah", ""), form, [problem])
    return RedirectResponse(f"/hambatan/laporan/{number}", 303)


def one_page(desk: Desk, request: Request) -> Response:
    """One report beside what was observed."""
    return _one(desk, request, _asked(desk, request), {})


def review(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Accept or refuse somebody else's report."""
    check_form_token(request, form.get("_token"))
    found = _asked(desk, request)
    try:
        review_loss(
            desk.centre, desk.account(request), found.report_id, accepted=form.get("putusan") == "terima",
            note=form.get("catatan", ""),
        )  # fmt: skip
    except Problem as problem:
        return _one(desk, request, found, form, [problem])
    return RedirectResponse(f"/hambatan/laporan/{found.report_id}", 303)


def _news(form: dict[str, str]) -> LossNews:
    cause = next((one for one in REPORTABLE if one.value == form.get("sebab")), None)
    return LossNews(
        place=form.get("wilayah", "").strip(),
        station_id=form.get("pos", "").strip(),
        cause=cause,
        first_day=_day(form.get("dari", "")),
        last_day=_day(form.get("sampai", "") or form.get("dari", "")),
        hours_a_day=hours_in(form.get("jam", ""), Problem("obstacle.hours_wrong", most=CLAIM_HOURS_MOST)),
        turned_away=number_in(
            form.get("pulang", ""), Problem("obstacle.people_wrong", most=TURNED_AWAY_MOST)
        ),
        note=form.get("catatan", ""),
        evidence=form.get("bukti", ""),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        # No date is a wrong date: the room says so with its own words.
        return None


def _form(
    desk: Desk, request: Request, asked: str, typed: dict[str, str], problems: list[Problem] | None = None
) -> Response:
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.REPORT_LOSS, asked)
    assert account is not None
    status = problems[0].row.http if problems else 200
    if len(place.code) < _REGENCY:
        problems = problems or [Problem("obstacle.place_too_wide")]
    with desk.store.database.connection() as connection:
        posts = station_days.posts(connection, place.code) if len(place.code) >= _REGENCY else []
    return desk.shell.page(
        request, "obstacle_form.html", status=status, place=place,
        trail=trail(desk.gazetteer, account, place.code), causes=[one.value for one in REPORTABLE],
        posts=posts, typed=typed, problems=problems or [], today=desk.today, can_send=len(place.code) >= _REGENCY,
    )  # fmt: skip


def _asked(desk: Desk, request: Request) -> LossReport:
    reader = desk.reader(request)
    text = str(request.path_params["report"])
    found = desk.store.loss_reports.report(int(text)) if len(text) <= _NUMBER_LETTERS_MOST else None
    if found is None:
        raise Problem("obstacle.report_unknown")
    require(reader, Act.SEE_SUMMARY, found.place)
    return found


def _one(
    desk: Desk,
    request: Request,
    found: LossReport,
    typed: dict[str, str],
    problems: list[Problem] | None = None,
) -> Response:
    account = desk.reader(request)
    cover = desk.store.obstacles.cover(
        found.place, Cause(found.cause), found.first_day, found.last_day, found.station_id
    )
    return desk.shell.page(
        request, "obstacle_report.html", status=problems[0].row.http if problems else 200, one=found,
        place=listed(desk.gazetteer, found.place), trail=trail(desk.gazetteer, account, found.place),
        cover=cover, bears=_bears(found, cover.observed_s, cover.claimed_s),
        may_review=may(account, Act.REPORT_LOSS, found.place) and account.name != found.reported_by,
        typed=typed, problems=problems or [],
    )  # fmt: skip


def _bears(found: LossReport, observed_s: int, claimed_s: int) -> str:
    """Whether what was observed bears the report out."""
    if found.seconds_a_day is None:
        return "unmeasured"
    if not observed_s:
        return "none"
    return "borne" if observed_s >= KNOWN_ENOUGH * claimed_s else "partly"
