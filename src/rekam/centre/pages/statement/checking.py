"""A file of statements: checked at once, stored only when asked and only whole."""

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Act
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place
from rekam.centre.pages.statement.shown import said
from rekam.centre.statement.taking import table_problems, take_table
from rekam.edge.packed.statement_places import children_of, residents_of
from rekam.edge.statement_file import read_statement_file
from rekam.edge.web import check_form_token
from rekam.operations.statement import Table, check
from rekam.problem import Problem

PROBLEMS_SHOWN = 100
"""Cells that cannot be read, on one page."""

FILE_BYTES = 20_000_000


def check_page(
    desk: Desk,
    request: Request,
    *,
    problems: list[Problem] | None = None,
    typed: dict[str, str] | None = None,
    table: Table | None = None,
    name: str = "",
    status: int = 200,
) -> Response:
    """The form, and below it what the file said."""
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.KEEP_STATEMENTS, "")
    rows = []
    hindering = 0
    if table is not None:
        report = check(table.statements, children=children_of, residents=residents_of)
        rows = [
            (statement, [said(request, finding) for finding in findings])
            for statement, findings in zip(report.statements, report.by_row, strict=True)
            if findings
        ]
        hindering = len(table_problems(account, table, now=desk.now()))
    found = problems or []
    return desk.shell.page(
        request, "statement_check.html", status=status, place=place, typed=typed or {}, problems=found[:PROBLEMS_SHOWN],
        more=max(0, len(found) - PROBLEMS_SHOWN), table=table, name=name, rows=rows, hindering=hindering,
    )  # fmt: skip


def take(desk: Desk, request: Request, form: dict[str, str], file: UploadFile | None) -> Response:
    """Check the file, or store it."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    try:
        if file is None or not file.filename:
            raise Problem("statement.no_file")  # noqa: TRY301 - one way out for whatever is wrong with it
        data = file.file.read(FILE_BYTES + 1)
        if len(data) > FILE_BYTES:
            raise Problem("statement.unreadable")  # noqa: TRY301
        table = read_statement_file(file.filename, data)
    except Problem as problem:
        return check_page(desk, request, problems=[problem], typed=form, status=problem.row.http)
    if form.get("tindakan") != "simpan":
        return check_page(
            desk, request, problems=list(table.problems), typed=form, table=table, name=file.filename
        )
    hindering = table_problems(account, table, now=desk.now())
    if hindering:
        return check_page(
            desk, request, problems=list(hindering), typed=form, table=table, name=file.filename, status=422
        )
    taken = take_table(desk.centre, account, table)
    return RedirectResponse(f"/pernyataan?hasil=tabel&baru={taken.added}&lama={taken.known}", 303)
