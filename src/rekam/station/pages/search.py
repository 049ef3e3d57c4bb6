from starlette.responses import Response

from rekam.problem import Problem
from rekam.station.pages.asking import Asked, see
from rekam.station.parameters import ROSTER_OLD_S
from rekam.station.use.draft import begin
from rekam.station.use.find import Found, find, find_household, why_not_found
from rekam.station.use.reason import lift_absence, note_absence
from rekam.station.use.visit import villages


def show_search(asked: Asked) -> Response:
    """The empty search, or everybody of a village."""
    village = asked.request.query_params.get("desa", "")
    return _found(asked, "" if village else None, village=village)


def do_search(asked: Asked) -> Response:
    """Is this person on the roster? Names and numbers go in a form, never in an address."""
    if not asked.field("nik"):
        return _found(asked, asked.field("q"), village=asked.field("desa"))
    try:
        family = find_household(asked.station, asked.account, asked.field("nik"))
    except Problem as problem:
        return _found(asked, None, [problem])
    return _page(asked, "", family, [], family=True)


def do_note(asked: Asked) -> Response:
    """A reason against a name, or its end; the same search again below it."""
    nik, text = asked.field("nik"), asked.field("q")
    problems = []
    try:
        if asked.field("cabut"):
            lift_absence(asked.station, asked.account, nik)
        else:
            note_absence(asked.station, asked.account, nik, asked.field("alasan"), asked.field("catatan"))
    except Problem as problem:
        problems.append(problem)
    return _found(asked, text or nik, problems, village=asked.field("desa"))


def do_begin(asked: Asked) -> Response:
    """Opens the wizard for a resident."""
    try:
        draft_id = begin(asked.station, asked.account, asked.field("nik"))
    except Problem as problem:
        return _found(asked, asked.field("nik"), [problem])
    return see(f"/rekam/{draft_id}")


def _found(
    asked: Asked, text: str | None, problems: list[Problem] | None = None, *, village: str = ""
) -> Response:
    shown = problems or []
    found: list[Found] = []
    if text is not None:
        try:
            found = find(asked.station, asked.account, text, village=village)
        except Problem as problem:
            shown = [*shown, problem]
    return _page(asked, text, found, shown, village=village)


def _page(
    asked: Asked,
    text: str | None,
    found: list[Found],
    problems: list[Problem],
    *,
    village: str = "",
    family: bool = False,
) -> Response:
    station = asked.station
    version = station.store.roster.version()
    return asked.page(
        "cari.html",
        status=problems[0].row.http if problems else 200,
        text=text or "",
        searched=text is not None and not problems,
        family=family,
        found=found,
        problems=problems,
        why=why_not_found(station, text) if text and not found else None,
        village=village,
        villages=villages(station, asked.account),
        version=version,
        roster_age=station.now() - version[1] if version else 0,
        roster_old=version is not None and station.now() - version[1] > ROSTER_OLD_S,
        roster=station.store.roster.counts(),
    )
