"""Listrik: cuts, what offices have against them, what they need."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Act, may, reaches
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.obstacle.reading import hours_of
from rekam.centre.pages.obstacle.typed import hours_in, number_in
from rekam.centre.pages.places import asked_place, listed, trail
from rekam.centre.pages.power.needs import needs_of
from rekam.centre.power_register import keep_backup, report_cut
from rekam.edge.web import check_form_token
from rekam.operations.obstacle import Cause, zone_hours
from rekam.operations.power import Backup, parameters
from rekam.problem import Problem

DAYS = 30
SHOWN = 60
"""Offices and cuts on one page."""
SHOWN_FAR = 20
"""Offices on the page of a province or the nation: the worst; the rest one regency at a time."""


def power_page(desk: Desk, request: Request) -> Response:
    """The cuts of 30 days, the register, the needs."""
    return _page(desk, request, request.query_params.get("wilayah", ""), {}, [])


def keep(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """A cut or a line of the register; what was typed stays when something is wrong."""
    check_form_token(request, form.get("_token"))
    asked = form.get("wilayah", "")
    account = desk.account(request)
    try:
        if form.get("tindakan") == "padam":
            place = asked_place(desk.gazetteer, account, Act.REPORT_LOSS, asked)
            report_cut(
                desk.centre, account, place.code, since=_moment(form.get("mulai", ""), place.code),
                until=_moment(form.get("selesai", ""), place.code), note=form.get("catatan", ""),
            )  # fmt: skip
        else:
            place = asked_place(desk.gazetteer, account, Act.KEEP_POWER, asked)
            keep_backup(desk.centre, account, place.code, _backup(form), note=form.get("catatan", ""))
    except Problem as problem:
        if problem.row.http in {401, 403, 404}:
            raise
        return _page(desk, request, asked, form, [problem])
    return RedirectResponse(f"/listrik?wilayah={place.code}&selesai=1", 303)


def _backup(form: Mapping[str, str]) -> Backup:
    def whole(name: str, field: str, most: int) -> int:
        return number_in(form.get(name, ""), Problem("power.number_wrong", field=field, most=most)) or 0

    def decimal(name: str, field: str, most: float) -> float:
        return hours_in(form.get(name, ""), Problem("power.number_wrong", field=field, most=int(most))) or 0.0

    return Backup(
        ups=whole("ups", "UPS", parameters.UPS_MOST),
        ups_minutes=whole("menit", "menit UPS", parameters.UPS_MINUTES_MOST),
        generators=whole("genset", "genset", parameters.GENERATORS_MOST),
        fuel_litres=decimal("liter", "liter", parameters.FUEL_LITRES_MOST),
        litres_per_hour=decimal("boros", "liter per jam", parameters.LITRES_PER_HOUR_MOST),
    )


def _moment(text: str, place: str) -> int:
    """``2017-10-09T08:00`` in the zone of the place, as Unix seconds; 0 when it is none."""
    try:
        told = datetime.fromisoformat(text.strip()[:16]).replace(tzinfo=UTC)
    except ValueError:
        return 0
    if told.year < 2000:
        return 0
    return int((told - timedelta(hours=zone_hours(place))).timestamp())


def _page(
    desk: Desk, request: Request, asked: str, typed: dict[str, str], problems: list[Problem]
) -> Response:
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_SUMMARY, asked)
    assert account is not None
    last = desk.today
    first = last - timedelta(days=DAYS - 1)
    power = desk.store.power
    backups = power.backups(place.code[:5])
    now, near, code = desk.now(), len(place.code) >= 5, place.code[:8]
    # A province or the nation lists the offices that need a generator; an office sees every cut of its own.
    over_s = 0 if near else int(parameters.CUT_HOURS_MOST * 3600)
    needs = needs_of(power.cut_hours(code, first, last, over_s=over_s), backups)
    hours = hours_of(desk.store.obstacles.lost(code, len(code) or 2, first, last))[Cause.POWER]
    mine = [(code, one) for code, one in sorted(backups.items()) if reaches(place.code, code)]
    statement = power.backups_of([place.code[:2]]).get(place.code[:2])
    return desk.shell.page(
        request,
        "power.html",
        status=problems[0].row.http if problems else 200,
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        first=first,
        last=last,
        days=DAYS,
        needs=needs,
        hours=hours,
        near=near,
        offices=needs.offices[: SHOWN if near else SHOWN_FAR],
        own=backups.get(place.code),
        statement=statement,
        register=[(listed(desk.gazetteer, code).title, one) for code, one in mine] if near else [],
        registered=len(mine),
        cuts=power.cuts(place.code[:8], now - DAYS * 86_400, now, limit=SHOWN if near else 10),
        names=lambda region: listed(desk.gazetteer, region).title,
        parameters=parameters,
        sample=desk.store.obstacles.has_samples(place.code[:8]),
        may_keep=len(place.code) >= 2 and may(account, Act.KEEP_POWER, place.code),
        may_report=len(place.code) >= 5 and may(account, Act.REPORT_LOSS, place.code),
        typed=typed,
        done=request.query_params.get("selesai") == "1",
        problems=problems,
    )
