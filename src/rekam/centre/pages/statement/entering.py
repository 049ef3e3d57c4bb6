"""A new statement, typed in with its source."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Act
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place
from rekam.centre.statement.taking import enter_statement
from rekam.edge.web import check_form_token
from rekam.operations.statement.column import title_of
from rekam.problem import Problem

FIELDS = {
    "kode": "code", "tanggal": "day", "penduduk": "population", "wajib": "obliged", "sudah": "recorded",
    "belum": "missing", "persen": "percent", "bunyi": "wording", "penutur": "speaker", "sumber": "source",
    "catatan": "note",
}  # fmt: skip
"""Names of the form's fields and the check's columns."""


def new_page(desk: Desk, request: Request) -> Response:
    """The form."""
    return _page(desk, request, {})


def keep(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Keep the statement and show what the check says; with something wrong the form comes back as typed."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    cells = {column: form.get(field, "").strip() for field, column in FIELDS.items()}
    if not cells["code"]:
        cells["code"] = account.territory or "0"
    try:
        number = enter_statement(desk.centre, account, cells)
    except Problem as problem:
        return _page(desk, request, form, problems=[_in_form(problem)], status=problem.row.http)
    return RedirectResponse(f"/pernyataan/{number}", 303)


def _in_form(problem: Problem) -> Problem:
    """A cell of a table is a field here: there are no rows to count."""
    if problem.code not in {"statement.bad_cell", "statement.bad_day"}:
        return problem
    titles = {title_of(column): field for field, column in FIELDS.items()}
    column = str(problem.details["column"])
    return Problem("statement.bad_figure", column=titles.get(column, column), text=problem.details["text"])


def _page(
    desk: Desk,
    request: Request,
    typed: dict[str, str],
    *,
    problems: list[Problem] | None = None,
    status: int = 200,
) -> Response:
    account = desk.reader(request)
    # A wrong code in the form must not hide the form.
    asked = request.query_params.get("wilayah", "") if request.method == "GET" else ""
    place = asked_place(desk.gazetteer, account, Act.KEEP_STATEMENTS, asked)
    return desk.shell.page(
        request,
        "statement_new.html",
        status=status,
        place=place,
        typed=typed,
        problems=problems or [],
        today=desk.today,
    )
