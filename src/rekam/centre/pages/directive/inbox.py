"""Instruksi: what came here, and what was given from here."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.directive.live import readings
from rekam.centre.directive.round import make_round
from rekam.centre.directive.say import answers_for
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.directive.shown import Progress, line_shown, progress, spoken_place, summed
from rekam.centre.pages.places import asked_place
from rekam.edge.store.centre.directive_rows import IssuedDirective
from rekam.operations.directive import KINDS, Reading, Step

MOST = 30
"""Directives of one list; older ones are found by their number."""


def inbox_page(desk: Desk, request: Request) -> Response:
    """Both lists; the rule's reminders go out before it."""
    account = desk.account(request)
    place = asked_place(
        desk.gazetteer, account, Act.ANSWER_DIRECTIVE, request.query_params.get("wilayah", "")
    )
    assert account is not None
    make_round(desk.centre)
    now = desk.now()
    received = []
    figures = {kind: readings(desk.centre, kind, [place.code]) for kind in KINDS}
    for line in desk.store.directives.received(place.code, now=now, limit=MOST):
        figure = progress(line.evidence, line.goal, None, figures.get(line.evidence, {}).get(place.code))
        received.append(
            {
                "line": line_shown(desk, line, figure),
                "title": line.title,
                "letter": line.letter,
                "issuer_post": line.issuer_post,
                "issuer_name": line.issuer_name,
                "issuer_place": spoken_place(desk, line.issuer_place),
                "may_acknowledge": line.state == Step.SENT.value and answers_for(account, line),
            }
        )
    issued = desk.store.directives.issued(place.code, now=now, limit=MOST)
    return desk.shell.page(
        request,
        "directive_list.html",
        place=place,
        received=received,
        issued=_with_figures(desk, issued),
        may_issue=account.territory == place.code and may(account, Act.ISSUE_DIRECTIVE, place.code),
    )


def _with_figures(desk: Desk, issued: list[IssuedDirective]) -> list[dict[str, object]]:
    """Each directive with the figure of all its places together, at the issue and now."""
    starts: dict[int, dict[str, Reading]] = {}
    places: dict[int, set[str]] = {}
    for one in desk.store.directives.starts(row.directive_id for row in issued):
        places.setdefault(one.directive_id, set()).add(one.place)
        if one.numerator is not None:
            first = Reading(one.numerator, one.denominator, "", 0)
            starts.setdefault(one.directive_id, {})[one.place] = first
    rows = []
    for row in issued:
        figure: Progress | None = None
        if row.evidence in KINDS:
            covered = places.get(row.directive_id, set())
            now = readings(desk.centre, row.evidence, covered)
            start = summed(covered, starts.get(row.directive_id, {}), row.evidence)
            figure = progress(row.evidence, row.goal, start, summed(covered, now, row.evidence))
        rows.append({"row": row, "issuer_place": spoken_place(desk, row.issuer_place), "progress": figure})
    return rows
