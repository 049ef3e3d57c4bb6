"""Riwayat & target: coverage from a baseline, what a target asks a day, and of whom."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Act, may
from rekam.centre.days import keep_day
from rekam.centre.pages.coverage.line import chart
from rekam.centre.pages.coverage.way_to import DAYS_SEEN, way_of, ways_below
from rekam.centre.pages.coverage.words import TARGET_STEP
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place, listed, trail
from rekam.centre.targets import read_wish, set_target
from rekam.edge.store.centre.history import COUNTED, HistoryRow
from rekam.edge.web import check_form_token
from rekam.operations.coverage import Point, Standing, printed_pace, renewed
from rekam.problem import Problem

YEARS_BACK = 2
"""Own counts older than this are not drawn; published figures are, from the baseline on."""

COUNTED_ROWS = 14
"""Lines of own counts in the table; the picture has all of them."""

DOTS_MOST = 120
"""Own counts in the picture; of more, every second, third … is drawn, and always the last."""


def history_page(desk: Desk, request: Request) -> Response:
    """The history of a place, its target and the form for a new one."""
    return _page(desk, request, request.query_params.get("wilayah", ""))


def keep_target(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Set a target; with something wrong the page comes back with what was typed."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.KEEP_TARGETS, form.get("wilayah", ""))
    wish, problems = read_wish(
        place.code, step=form.get("langkah", ""), percent=form.get("persen", ""), by_day=form.get("tanggal", ""),
        basis=form.get("dasar", ""), today=desk.today,
    )  # fmt: skip
    if wish is None:
        return _page(desk, request, place.code, problems=problems, typed=form, status=422)
    set_target(desk.centre, wish, set_by=account.full_name, actor=account.name)
    return RedirectResponse(f"/cakupan?wilayah={place.code}#target", 303)


def point_of(row: HistoryRow) -> Point:
    """A kept figure as the rules of coverage take it."""
    return Point(
        row.on_day, row.numerator, row.denominator, row.fraction_reported, row.cut, row.kind, row.approximate
    )


def _page(
    desk: Desk,
    request: Request,
    asked: str,
    *,
    problems: list[Problem] | None = None,
    typed: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_COVERAGE, asked)
    keep_day(desk.centre)
    since = desk.today - timedelta(days=365 * YEARS_BACK)
    rows = list(enumerate(desk.store.history.of(place.code, today=desk.today, since=since), 1))
    points = [(number, point_of(row)) for number, row in rows]
    told = [point for _, point in points if point.kind != COUNTED]
    way = way_of(desk, place, printed_pace(told))
    targets = desk.store.targets.history(place.code)
    below = ways_below(desk, place, way)
    aim = (way.target.fraction, way.target.by_day)
    return desk.shell.page(
        request,
        "coverage_history.html",
        status=status,
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        way=way,
        below=below,
        days_seen=DAYS_SEEN,
        unknown=sum(one.standing is Standing.UNKNOWN for one, _ in below),
        late=sum(one.standing in {Standing.LATE, Standing.OVERDUE} for one, _ in below),
        chart=chart(_thinned(points), [aim], desk.today),
        rows=_shown(rows),
        counted_hidden=max(0, sum(row.kind == COUNTED for _, row in rows) - COUNTED_ROWS),
        falls=renewed(told),
        over=[point for point in told if point.over],
        targets=[(one, listed(desk.gazetteer, one.place)) for one in targets],
        steps=list(TARGET_STEP),
        today=desk.today,
        may_keep=may(account, Act.KEEP_TARGETS, place.code),
        problems=problems or [],
        typed=typed or {},
    )


def _thinned(points: list[tuple[int, Point]]) -> list[tuple[int, Point]]:
    counted = [one for one in points if one[1].kind == COUNTED]
    every = len(counted) // DOTS_MOST + 1
    kept = set(counted[::-every])
    return [one for one in points if one[1].kind != COUNTED or one in kept]


def _shown(rows: list[tuple[int, HistoryRow]]) -> list[tuple[int, HistoryRow, Point]]:
    """Rows of the table, newest first: everything told, and the last own counts."""
    counted = [number for number, row in rows if row.kind == COUNTED][-COUNTED_ROWS:]
    return [
        (number, row, point_of(row))
        for number, row in reversed(rows)
        if row.kind != COUNTED or number in counted
    ]
