"""Pernyataan: what was published here, and whether it agrees."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place, trail
from rekam.centre.pages.statement.shown import shown, verdict_of
from rekam.centre.pages.statement.words import VERDICT_WORDS
from rekam.centre.statement.verdict import judge

SHOWN = 50
"""Statements on one page."""


def statements_page(desk: Desk, request: Request) -> Response:
    """The statements of a place, newest first."""
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_SUMMARY, request.query_params.get("wilayah", ""))
    only = request.query_params.get("hanya", "")
    judged, _ = judge(desk.centre, place.code)
    verdicts = [verdict_of(one) for one in judged]
    chosen = [one for one, verdict in zip(judged, verdicts, strict=True) if only in {"", verdict}]
    first = _whole(request.query_params.get("mulai", ""))
    return desk.shell.page(
        request, "statement_list.html", place=place, trail=trail(desk.gazetteer, account, place.code), only=only,
        total=desk.store.published_statements.number_within(place.code), compared=len(judged), chosen=len(chosen),
        numbers={key: verdicts.count(key) for key in VERDICT_WORDS},
        rows=[shown(desk, request, one) for one in chosen[first : first + SHOWN]], first=first, step=SHOWN,
        may_keep=may(account, Act.KEEP_STATEMENTS, place.code), done=request.query_params.get("hasil", ""),
        added=_whole(request.query_params.get("baru", "")), known=_whole(request.query_params.get("lama", "")),
    )  # fmt: skip


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
