"""Laporan of one kabupaten/kota, or of who has to send one in a province or the nation."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rekam.account import Account, Act
from rekam.centre.monthly.compose import OfficeCounts
from rekam.centre.monthly.duty import expect_reports, note_received, remind
from rekam.centre.monthly.sign import sign_report
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place
from rekam.centre.pages.report.asked import asked_month, month_of
from rekam.centre.pages.report.duty import duty_page
from rekam.centre.pages.report.month import month_page
from rekam.edge.web import check_form_token
from rekam.operations.report.cell import Cell, Content
from rekam.operations.report.number import read_whole
from rekam.place import Level
from rekam.problem import Problem


def report_page(desk: Desk, request: Request) -> Response:
    """The page of a place and month."""
    return _page(desk, request, request.query_params.get("wilayah", ""))


def take(desk: Desk, request: Request, form: dict[str, str]) -> Response:
    """One act, then its page again."""
    check_form_token(request, form.get("_token"))
    account = desk.reader(request)
    try:
        address = _act(desk, account, form)
    except Problem as problem:
        page = form.get("halaman") or form.get("wilayah", "")
        return _page(desk, request, page, problems=[problem], typed=form, status=problem.row.http)
    return RedirectResponse(address, 303)


def _act(desk: Desk, account: Account, form: dict[str, str]) -> str:
    """Does what the form asks; where to go then."""
    place, act = form.get("wilayah", "").strip(), form.get("tindakan", "")
    month = asked_month(desk, form.get("bulan", ""))
    match act:
        case "tanda" | "betulkan":
            office = OfficeCounts(_count(form, "blangko_masuk"), _count(form, "suket"))
            sign_report(
                desk.centre, desk.gazetteer, account, place, month, password=form.get("sandi", ""), office=office,
                reason=form.get("alasan", ""), correct=act == "betulkan",
            )  # fmt: skip
            act = "tanda"
        case "wajib":
            expect_reports(desk.centre, desk.gazetteer, account, place, month, source=form.get("dasar", ""))
        case "ingatkan":
            remind(desk.centre, desk.gazetteer, account, place, month, note=form.get("catatan", ""))
        case "masuk":
            note_received(desk.centre, desk.gazetteer, account, place, month, source=form.get("surat", ""))
        case _:
            raise Problem("command.page_not_found")
    return f"/laporan?wilayah={form.get('halaman') or place}&bulan={month}&selesai={act}"


def _count(form: dict[str, str], field: str) -> int | None:
    text = form.get(field, "")
    return read_whole(Cell(1, 0, Content.TEXT, text)) if text.strip() else None


def _page(
    desk: Desk,
    request: Request,
    asked: str,
    *,
    problems: list[Problem] | None = None,
    typed: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    account = desk.reader(request)
    place = asked_place(desk.gazetteer, account, Act.SEE_SUMMARY, asked)
    month = month_of(desk, request)
    if typed is not None:
        try:
            month = asked_month(desk, typed.get("bulan", ""))
        except Problem:
            month = month_of(desk, request)
    show = month_page if place.level is not None and place.level >= Level.REGENCY else duty_page
    return show(
        desk, request, account, place, month, problems=problems or [], typed=typed or {}, status=status
    )
