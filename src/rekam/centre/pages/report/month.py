"""The monthly report of a kabupaten/kota: what stands in it now, and what was signed."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Account, Act, may
from rekam.centre.monthly.compose import OfficeCounts, compose, day_of, require_regency
from rekam.centre.pages.coverage.figures import cut_name
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH, Named, trail
from rekam.centre.pages.report.asked import month_words, months_to_choose
from rekam.edge.print.report_text import ORDER
from rekam.edge.store.centre.reports import KeptReport
from rekam.operations.report import COUNTS, Came, Month, ReportLine, Statement, state_of, total
from rekam.operations.report.line import line_of
from rekam.operations.report.statement import code_of, read_statement
from rekam.place import Level
from rekam.problem import Problem


def month_page(
    desk: Desk,
    request: Request,
    account: Account,
    place: Named,
    month: Month,
    *,
    problems: list[Problem],
    typed: dict[str, str],
    status: int,
) -> Response:
    """What was signed; where nothing was, what would be signed now, or what came in a file."""
    versions = desk.store.reports.versions(place.code, month.first)
    signed = next((one for one in versions if one.statement), None)
    statement = read_statement(signed.statement) if signed and signed.statement else None
    lines, source, missing = _lines(desk, place, month, statement, versions)
    first = min((one.received_at for one in versions), default=None)
    expected = bool(desk.store.report_duties.arrivals(place.code, [month.first]))
    came = Came(place.code, month.due(), None if first is None else day_of(first), expected)
    return desk.shell.page(
        request,
        "report_month.html",
        month_words=month_words(request),
        status=status,
        place=place,
        trail=trail(desk.gazetteer, account, place.code),
        month=month,
        months=months_to_choose(desk, month),
        due=month.due(),
        state=state_of(came, desk.today).value,
        versions=[_version(one) for one in versions],
        statement=statement,
        signed=_version(signed) if signed else None,
        lines=lines,
        total=total(lines, place=place.code, name=place.title),
        source=source,
        cut=statement.cut if statement else cut_name(desk),
        counted_at=statement.counted_at if statement else desk.now(),
        columns=ORDER,
        missing=missing,
        may_sign=may(account, Act.SIGN_REPORT, place.code) and place.level is Level.REGENCY,
        may_import=may(account, Act.IMPORT_FIGURES, place.code),
        done=request.query_params.get("selesai", ""),
        problems=problems,
        typed=typed,
    )


def _version(one: KeptReport) -> dict[str, object]:
    return {
        "id": one.report_id,
        "version": one.version,
        "kind": one.kind,
        "at": one.received_at,
        "by": one.received_by,
        "source": one.source,
        "code": code_of(one.digest) if one.digest else "",
        "reason": one.reason,
    }


def _lines(
    desk: Desk, place: Named, month: Month, statement: Statement | None, versions: list[KeptReport]
) -> tuple[tuple[ReportLine, ...], str, Problem | None]:
    """The lines, where they come from (``signed``, ``imported``, ``live``), or why there are none."""
    if statement is not None:
        return statement.lines, "signed", None
    if any(one.kind == "imported" for one in versions):
        for level in (Level.DISTRICT, Level.REGENCY, Level.VILLAGE):
            rows = desk.store.reports.imported(place.code, month.last, width=WIDTH[level])
            if rows:
                names = ((row, desk.gazetteer.region(row.place).title) for row in rows)
                return tuple(
                    line_of(row.place, name, {column: getattr(row, column) for column in COUNTS})
                    for row, name in names
                ), "imported", None  # fmt: skip
    try:
        require_regency(desk.gazetteer, place.code, month, desk.today)
        with desk.store.database.connection() as connection:
            lines = compose(desk.centre, connection, desk.gazetteer, place.code, month, OfficeCounts())
    except Problem as problem:
        return (), "live", problem
    return lines, "live", None
