"""Jejak audit: who saw or did what."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, reaches
from rekam.centre.pages.act_words import ACT_WORDS
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place
from rekam.edge.web import language_of
from rekam.problem import Problem
from rekam.registry import read_receipt_code

LINES = 100


def trace_page(desk: Desk, request: Request) -> Response:
    """The newest lines of the account's territory, searched by person, act or subject, and the chain's state."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_AUDIT, request.query_params.get("wilayah", ""))
    wanted = request.query_params.get("cari", "").strip()[:80]
    audit = desk.store.audit
    recording = _recording(desk, wanted)
    if wanted:
        found = {
            line.audit_id: line
            for line in (
                *audit.lines(place.code, actor=wanted, limit=LINES),
                *audit.lines(place.code, act=wanted, limit=LINES),
                *audit.lines(place.code, subject=wanted, limit=LINES),
                *(audit.lines(wanted, limit=LINES) if reaches(place.code, wanted) else ()),
                *(audit.lines(place.code, subject=recording, limit=LINES) if recording else ()),
            )
        }
        lines = sorted(found.values(), key=lambda line: -line.audit_id)[:LINES]
    else:
        lines = audit.lines(place.code, limit=LINES)
    report = audit.verify()
    rows = [
        {
            "number": line.audit_id,
            "at": line.at,
            "actor": line.actor,
            "act": line.act,
            "words": _words(request, line.act),
            "place": line.place,
            "subject": line.subject,
        }
        for line in lines
    ]
    chain = {
        "sound": report.first_wrong is None,
        "rows": report.lines,
        "broken_at": report.first_wrong,
        "at": desk.now(),
    }
    return desk.shell.page(request, "audit.html", wanted=wanted, rows=rows, chain=chain)


def _words(request: Request, act: str) -> str:
    words = ACT_WORDS.get(act)
    if words is None:
        return act
    return words.en if language_of(request) == "en" else words.id


def _recording(desk: Desk, wanted: str) -> str:
    """The packet of a receipt code, as the audit names it; empty where the words are no code of a recording."""
    try:
        row = desk.store.ledger.by_code(read_receipt_code(wanted))
    except Problem:
        return ""
    return row.packet_id.hex() if row else ""
