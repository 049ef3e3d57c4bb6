"""Lines: speed and availability of each station, outages and why."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from statistics import fmean

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Act, may
from rekam.centre.connection import report_outage, settle_outage
from rekam.centre.pages.connection.curve import curve
from rekam.centre.pages.connection.reading import read_lines
from rekam.centre.pages.desk import WIB, Desk
from rekam.centre.pages.places import asked_place, listed, trail
from rekam.edge.store.centre.lines import LineDay, OutageRow
from rekam.edge.web import check_form_token
from rekam.operations.connection import DAY_S, LineWord
from rekam.operations.connection.parameters import LINE_DAYS, SLOW_KBIT_S
from rekam.problem import Problem

SHOWN = 50
"""Stations of one page of the table, and outages of the list."""


def line_page(desk: Desk, request: Request) -> Response:
    """The lines of a place."""
    return _shown(desk, request, request.query_params.get("wilayah", ""), {}, [])


def keep(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """An outage told by an office, or its cause and its end."""
    check_form_token(request, form.get("_token"))
    account, asked = desk.reader(request), form.get("wilayah", "").strip()
    place = asked_place(desk.gazetteer, account, Act.REPORT_LOSS, asked)
    try:
        if form.get("tindakan") == "lapor":
            report_outage(
                desk.centre, account, place=place.code, since=form.get("mulai", ""), until=form.get("selesai", ""),
                cause=form.get("sebab", ""), note=form.get("kata", ""), station=form.get("stasiun", "").strip(),
            )  # fmt: skip
        elif form.get("tindakan") == "ubah":
            number = form.get("gangguan", "")
            settle_outage(
                desk.centre, account, int(number) if number.isascii() and number.isdecimal() and len(number) < 15 else 0,
                cause=form.get("sebab", ""), until=form.get("selesai", ""), note=form.get("kata", ""),
            )  # fmt: skip
        else:
            raise Problem("connection.action_unknown")  # noqa: TRY301
    except Problem as problem:
        if problem.code.startswith("account."):
            raise
        return _shown(desk, request, place.code, form, [problem])
    return RedirectResponse(f"/sambungan/jalur?wilayah={place.code}&selesai=1", 303)


def _shown(
    desk: Desk, request: Request, asked: str, typed: dict[str, str], problems: list[Problem]
) -> Response:
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_SUMMARY, asked)
    assert account is not None
    wanted, page = request.query_params.get("keadaan", ""), _page(request.query_params.get("hal", ""))
    readings = read_lines(desk, place.code)
    counts = Counter(one.word for one in readings)
    wanted = wanted if wanted in {word.value for word in LineWord} else ""
    chosen = [one for one in readings if not wanted or one.word.value == wanted]
    here = chosen[(page - 1) * SHOWN : page * SHOWN]
    first = desk.today - timedelta(days=LINE_DAYS - 1)
    days = desk.store.lines.days([one.line.station_id for one in here], first=first)
    lines = [
        {
            "id": one.line.station_id,
            "name": one.line.name,
            "place": listed(desk.gazetteer, one.region).title,
            "word": one.word.value,
            "since": one.since,
            "kbit_s": one.line.kbit_s,
            **_thirty_days(days[one.line.station_id]),
            "last_contact": one.line.last_contact,
            "curve": curve(days[one.line.station_id], first, LINE_DAYS),
        }
        for one in here
    ]
    after = desk.now() - LINE_DAYS * DAY_S
    return desk.shell.page(
        request,
        "connection_lines.html",
        status=problems[0].row.http if problems else 200,
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        lines=lines,
        counts={word.value: counts[word] for word in LineWord},
        total=len(readings),
        chosen=len(chosen),
        wanted=wanted,
        page=page,
        pages=max(1, -(-len(chosen) // SHOWN)),
        slow=SLOW_KBIT_S,
        line_days=LINE_DAYS,
        now=desk.now(),
        outages=[
            _outage(desk, row) for row in desk.store.lines.outages(place.code, after=after, limit=SHOWN)
        ],
        may_report=bool(place.code) and may(account, Act.REPORT_LOSS, place.code),
        typed=typed,
        problems=problems,
        done=bool(request.query_params.get("selesai")),
        latest=(datetime.fromtimestamp(desk.now(), UTC) + WIB).strftime("%Y-%m-%dT%H:%M"),
    )


def _page(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 5 else 1


def _thirty_days(known: list[LineDay]) -> dict[str, float | None]:
    """The share of office hours with a line over the known days, and the hours without."""
    return {
        "available": fmean(day.available_share for day in known) if known else None,
        "lost_hours": sum(day.lost_s for day in known) / 3600,
    }


def _outage(desk: Desk, row: OutageRow) -> dict[str, object]:
    return {
        "id": row.outage_id,
        "place": listed(desk.gazetteer, row.place).title,
        "station": row.station_id,
        "since": row.since,
        "until": row.until,
        "length": (row.until if row.until is not None else desk.now()) - row.since,
        "cause": row.cause,
        "source": row.source,
        "note": row.note,
    }
