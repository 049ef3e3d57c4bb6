"""One statement: its words, its recomputation step by step, and what contradicts it."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, may
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import trail
from rekam.centre.pages.statement.shown import Said, said, shown
from rekam.centre.statement.verdict import Judged, counted_beside, judge, read
from rekam.edge.store.centre.statements_published import PublishedStatement
from rekam.edge.web import language_of
from rekam.operations.statement import Report, Subject
from rekam.operations.statement.figures import figures_of
from rekam.operations.statement.step import steps
from rekam.problem import Problem


def statement_page(desk: Desk, request: Request) -> Response:
    """One statement of the reader's territory."""
    account = desk.reader(request)
    published = desk.store.published_statements.one(request.path_params["number"])
    if published is None or not may(account, Act.SEE_SUMMARY, published.place):
        raise Problem("statement.unknown")
    judged, report = judge(desk.centre, account.territory)
    here = next(
        (place for place, one in enumerate(judged) if one.published.statement_id == published.statement_id),
        None,
    )
    one = judged[here] if here is not None else Judged(published, read(published), ())
    language = language_of(request)
    return desk.shell.page(
        request, "statement_one.html", row=shown(desk, request, one), trail=trail(desk.gazetteer, account, published.place),
        steps=[(step.say(language), step.agrees) for step in steps(one.statement)],
        beside=_beside(request, judged, report, here), counted=_counted(desk, published, one),
    )  # fmt: skip


def _beside(
    request: Request, judged: list[Judged], report: Report, here: int | None
) -> list[tuple[Said, list[PublishedStatement]]]:
    """Findings that other statements share, with those statements."""
    if here is None:
        return []
    return [
        (said(request, finding), [judged[place].published for place in finding.rows if place != here])
        for finding in report.findings
        if here in finding.rows and len(finding.rows) > 1
    ]


def _counted(desk: Desk, published: PublishedStatement, one: Judged) -> dict[str, object] | None:
    """What Rekam had counted of the place by that day, beside what was said."""
    if published.day is None or one.statement.subject is not Subject.RECORDING:
        return None
    row = counted_beside(desk.centre, published.place, published.day)
    if row is None or not row.denominator or row.numerator is None:
        return None
    share = row.numerator / row.denominator
    told = figures_of(one.statement).sound_share
    off = None if told is None else round(told.value - 100 * share, 2)
    return {
        "row": row,
        "share": share,
        "off": off,
        "agrees": told is not None and told.meets(100 * share, 100 * share),
    }
