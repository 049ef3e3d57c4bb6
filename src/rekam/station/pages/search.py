from starlette.responses import Response

from rekam.problem import Problem
from rekam.station.pages.asking import Asked, see
from rekam.station.use.draft import begin
from rekam.station.use.find import Found, find


def show_search(asked: Asked) -> Response:
    """Is this person on the roster?"""
    text = asked.request.query_params.get("q")
    return _found(asked, text)


def do_begin(asked: Asked) -> Response:
    """Opens the wizard for a resident."""
    try:
        draft_id = begin(asked.station, asked.account, asked.field("nik"))
    except Problem as problem:
        return _found(asked, asked.field("nik"), [problem])
    return see(f"/rekam/{draft_id}")


def _found(asked: Asked, text: str | None, problems: list[Problem] | None = None) -> Response:
    shown = problems or []
    found: list[Found] = []
    if text is not None:
        try:
            found = find(asked.station, asked.account, text)
        except Problem as problem:
            shown = [*shown, problem]
    return asked.page(
        "cari.html",
        status=shown[0].row.http if shown else 200,
        text=text or "",
        searched=text is not None and not shown,
        found=found,
        problems=shown,
        version=asked.station.store.roster.version(),
        roster=asked.station.store.roster.counts(),
    )
