"""Impor angka: a file goes in, and the files that came before."""

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Act
from rekam.centre.monthly.intake import put_figures
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place, listed, trail
from rekam.centre.pages.report.asked import asked_month, month_of, month_words, months_to_choose
from rekam.edge.sheet.parameters import FILE_MB_MOST
from rekam.edge.web import check_form_token
from rekam.operations.report import COUNTS, Month
from rekam.problem import Problem


def intake_page(
    desk: Desk,
    request: Request,
    *,
    problems: list[Problem] | None = None,
    typed: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    """The form and the latest files."""
    account = desk.reader(request)
    asked = (typed or {}).get("wilayah", request.query_params.get("wilayah", ""))
    place = asked_place(desk.gazetteer, account, Act.IMPORT_FIGURES, asked)
    month = month_of(desk, request)
    files = [
        {"file": one, "place": listed(desk.gazetteer, one.territory), "month": Month.of(one.month)}
        for one in desk.store.figure_files.latest(place.code)
    ]
    return desk.shell.page(
        request, "report_import.html", month_words=month_words(request), status=status, place=place, problems=problems or [], typed=typed or {},
        trail=trail(desk.gazetteer, account, place.code), months=months_to_choose(desk, month), month=month,
        files=files, most=FILE_MB_MOST, columns=tuple(COUNTS),
    )  # fmt: skip


def take(desk: Desk, request: Request, form: dict[str, str], file: UploadFile | None) -> Response:
    """Check the file; the next page says what it is."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    try:
        place = asked_place(desk.gazetteer, account, Act.IMPORT_FIGURES, form.get("wilayah", ""))
        month = asked_month(desk, form.get("bulan", ""))
        if file is None or not file.filename:
            raise Problem("report.file_missing")  # noqa: TRY301 - one way out for whatever is wrong with it
        number = put_figures(
            desk.centre, desk.gazetteer, account, place.code, month, file=file.file, name=file.filename,
            source=form.get("asal", ""),
        )  # fmt: skip
    except Problem as problem:
        if problem.code == "account.not_permitted":
            raise
        return intake_page(desk, request, problems=[problem], typed=form, status=problem.row.http)
    return RedirectResponse(f"/laporan/impor/{number}", 303)
