"""Lupa kata sandi: the question for the office, the code from it, a new password."""

from starlette.responses import Response

from rekam.account import spaced
from rekam.problem import Problem
from rekam.station.pages.asking import Asked, see
from rekam.station.use.recover import answer_recovery, ask_recovery, open_question


def show_recovery(asked: Asked) -> Response:
    """Whose password it is."""
    return _form(asked, asked.request.query_params.get("nama", ""))


def do_ask(asked: Asked) -> Response:
    """The question to read out."""
    name = asked.field("nama").strip()
    try:
        challenge = ask_recovery(asked.station, name)
    except Problem as problem:
        return _form(asked, name, problems=[problem], status=problem.row.http)
    return _form(asked, name, challenge)


def do_answer(asked: Asked) -> Response:
    """The code that was read back, and the new password."""
    name = asked.field("nama").strip()
    try:
        answer_recovery(
            asked.station, name, asked.field("kode"), asked.field("sandi"), asked.field("sandi_lagi")
        )
    except Problem as problem:
        challenge = open_question(asked.station, name) or ""
        return _form(asked, name, challenge, problems=[problem], status=problem.row.http)
    return see("/masuk?pulih=1")


def _form(
    asked: Asked, name: str, challenge: str = "", *, problems: list[Problem] | None = None, status: int = 200
) -> Response:
    return asked.page(
        "lupa.html",
        status=status,
        name=name,
        challenge=spaced(challenge) if challenge else "",
        station_id=asked.station.papers.station,
        problems=problems or [],
    )
