"""The villages: who is missing there, and why."""

from datetime import date
from urllib.parse import urlencode

from starlette.responses import Response

from rekam.problem import Problem
from rekam.station.pages.asking import Asked, see
from rekam.station.parameters import VILLAGE_PAGE
from rekam.station.use.reason import lift_absence, note_absence
from rekam.station.use.visit import (
    cancel_visit,
    plan_visit,
    village,
    villagers,
    villages,
    visits_of,
)

_PAGES_MOST = 999


def show_villages(asked: Asked) -> Response:
    """Where are people missing?"""
    version = asked.station.store.roster.version()
    return asked.page(
        "kunjungan.html",
        calendar=date.fromisoformat,
        villages=villages(asked.station, asked.account),
        version=version,
        roster_age=asked.station.now() - version[1] if version else 0,
    )


def show_village(asked: Asked) -> Response:
    """Who is missing here?"""
    return _page(
        asked, asked.request.query_params.get("nama", ""), asked.request.query_params.get("halaman", "1")
    )


def do_plan(asked: Asked) -> Response:
    """A visit planned, or off."""
    code = asked.path("desa")
    try:
        if asked.field("batal"):
            cancel_visit(asked.station, asked.account, code, asked.field("batal"))
        else:
            plan_visit(asked.station, asked.account, code, asked.field("tanggal"))
    except Problem as problem:
        if problem.code == "station.village_unknown":
            raise
        return _page(asked, "", "1", problem)
    return see(f"/kunjungan/{code}")


def do_note(asked: Asked) -> Response:
    """Why somebody has not come, or the end of the reason."""
    code, nik = asked.path("desa"), asked.field("nik")
    try:
        if asked.field("cabut"):
            lift_absence(asked.station, asked.account, nik)
        else:
            note_absence(asked.station, asked.account, nik, asked.field("alasan"), asked.field("catatan"))
    except Problem as problem:
        return _page(asked, asked.field("nama"), asked.field("halaman"), problem)
    kept = {"nama": asked.field("nama"), "halaman": asked.field("halaman") or "1", "tersimpan": "1"}
    return see(f"/kunjungan/{code}?{urlencode(kept)}")


def _page(asked: Asked, text: str, page: str, problem: Problem | None = None) -> Response:
    station, code = asked.station, asked.path("desa")
    line = village(station, asked.account, code)
    number = min(int(page), _PAGES_MOST) if page.isascii() and page.isdigit() and 0 < len(page) < 4 else 1
    number = max(number, 1)
    count = station.store.roster.count_of_village(code, text)
    return asked.page(
        "desa.html",
        status=problem.row.http if problem else 200,
        problems=[problem] if problem else [],
        line=line,
        people=villagers(station, asked.account, code, text, page=number),
        text=text,
        count=count,
        number_of_page=number,
        pages=-(-count // VILLAGE_PAGE),
        visits=visits_of(station, code),
        today=station.today().isoformat(),
        calendar=date.fromisoformat,
        saved="tersimpan" in asked.request.query_params,
    )
