"""One file of figures: being checked, every bad cell of it, or its lines to be looked at before they are loaded."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.centre.monthly.intake import figure_file
from rekam.centre.monthly.load import load_figures, reporting
from rekam.centre.monthly.parameters import CHECK_SECONDS_MOST
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import listed
from rekam.centre.pages.report.asked import month_words
from rekam.centre.pages.report.document import XLSX, attached
from rekam.edge.print.report_text import ORDER
from rekam.edge.sheet.report_sheet import findings_csv, findings_xlsx
from rekam.edge.store.centre.figure_files import CHECKING
from rekam.edge.web import check_form_token
from rekam.operations.report import Month, total
from rekam.problem import Problem

SHOWN = 200
"""Bad cells and lines on one page; the list to download holds all."""


def file_page(
    desk: Desk, request: Request, *, problems: list[Problem] | None = None, status: int = 200
) -> Response:
    """Where the file stands."""
    account = desk.reader(request)
    file = figure_file(desk.centre, account, int(request.path_params["file"]))
    waiting = file.state == CHECKING
    broken_off = waiting and desk.now() - file.put_at > CHECK_SECONDS_MOST
    trouble = Problem("report.check_broken_off") if broken_off else file.trouble
    lines = file.lines
    whole = total(lines, place=file.territory, name="") if lines else None
    said = [one for one in ORDER if whole is not None and (one == "percent" or whole.count(one) is not None)]
    return desk.shell.page(
        request, "report_file.html", month_words=month_words(request), status=status, file=file, place=listed(desk.gazetteer, file.territory),
        month=Month.of(file.month), waiting=waiting and not broken_off, problems=problems or [], trouble=trouble,
        age=max(0, desk.now() - file.put_at), findings=file.bad[:SHOWN], shown=SHOWN, lines=lines[:SHOWN],
        count=len(lines), total=whole, columns=said,
        offices=len(reporting(lines)), loaded=bool(request.query_params.get("selesai")),
    )  # fmt: skip


def load(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """Load all of its lines; again it changes nothing."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    number = int(request.path_params["file"])
    try:
        load_figures(desk.centre, account, number)
    except Problem as problem:
        if problem.code != "report.not_checked":
            raise
        return file_page(desk, request, problems=[problem], status=problem.row.http)
    return RedirectResponse(f"/laporan/impor/{number}?selesai=1", 303)


def bad_cells(desk: Desk, request: Request) -> Response:
    """Every bad cell as a list to work through beside the file."""
    account = desk.reader(request)
    file = figure_file(desk.centre, account, int(request.path_params["file"]))
    name = f"sel-salah-{file.file_id}"
    match request.path_params["form"]:
        case "xlsx":
            content = findings_xlsx(file.bad, name=file.name, created=file.put_at)
            return attached(content, f"{name}.xlsx", XLSX)
        case "csv":
            return attached(findings_csv(file.bad), f"{name}.csv", "text/csv; charset=utf-8")
        case _:
            raise Problem("report.file_not_here")
