"""The day in figures, and its closing."""

from starlette.responses import Response

from rekam.account import Act, require
from rekam.problem import Problem
from rekam.station.pages.asking import Asked, see
from rekam.station.pages.words import ACTS, COUNTS
from rekam.station.parameters import OPEN_HOURS, STOCK_ITEMS
from rekam.station.use.day import close_day, day_figures
from rekam.station.use.draft import open_drafts


def show_today(asked: Asked) -> Response:
    """The day in figures and what befell the station."""
    station = asked.station
    today = station.today()
    lines = [
        line
        for line in station.store.journal.latest(500)
        if station.day_of(line.at) == today and line.act in ACTS
    ]
    counts = station.store.journal.counts(today.isoformat())
    return asked.page(
        "hari_ini.html",
        today=today,
        counts={name: counts.get(name, 0) for name in COUNTS},
        roster=station.store.roster.counts(),
        version=station.store.roster.version(),
        lines=lines,
        signed=station.store.days.signed(today.isoformat()),
    )


def show_close(asked: Asked) -> Response:
    """Do the counts agree, and what was lost?"""
    return _page(asked)


def do_close(asked: Asked) -> Response:
    """A supervisor signs the day."""
    try:
        close_day(
            asked.station,
            asked.account,
            stock={item: asked.field(f"stok_{item}") for item in STOCK_ITEMS},
            remark=asked.field("catatan"),
            supervisor=(asked.field("penyelia"), asked.field("sandi_penyelia")),
        )
    except Problem as problem:
        return _page(asked, problem)
    return see("/hari-ini/selesai?ditutup=1")


def _page(asked: Asked, problem: Problem | None = None) -> Response:
    station = asked.station
    require(asked.account, Act.RECORD, station.papers.region)
    today = station.today()
    figures = day_figures(station, today)
    return asked.page(
        "selesai.html",
        status=problem.row.http if problem else 200,
        problems=[problem] if problem else [],
        today=today,
        figures=figures,
        differences=figures.differences(),
        drafts=open_drafts(station),
        signed=station.store.days.signed(today.isoformat()),
        hours=(OPEN_HOURS.start, OPEN_HOURS.stop),
        remark=asked.field("catatan"),
        typed={item: asked.field(f"stok_{item}") for item in STOCK_ITEMS},
        supervisor=asked.field("penyelia"),
        just_closed="ditutup" in asked.request.query_params,
    )
