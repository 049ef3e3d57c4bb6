"""Files of a report: paper, workbook, and what programs read; the centre's public key; an empty form."""

import hashlib

from starlette.requests import Request
from starlette.responses import Response

from rekam.account import Act, require
from rekam.centre.monthly.verify import report_json
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import asked_place, level_below
from rekam.centre.pages.report.asked import month_of
from rekam.edge.print.monthly_report import report_pdf
from rekam.edge.sheet.report_sheet import form_xlsx, report_xlsx
from rekam.place import Level
from rekam.problem import Problem

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attached(content: bytes, name: str, kind: str) -> Response:
    """A file to be kept under a name."""
    return Response(
        content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def report_document(desk: Desk, request: Request) -> Response:
    """A signed report as PDF, XLSX or JSON."""
    account = desk.reader(request)
    found = desk.store.reports.report(int(request.path_params["report"]))
    if found is None:
        raise Problem("report.not_here")
    require(account, Act.SEE_SUMMARY, found.place)
    signed = found.signed
    if signed is None:
        raise Problem("report.not_here")
    name = f"laporan-{found.place}-{found.month:%Y-%m}-v{found.version}"
    match request.path_params["form"]:
        case "pdf":
            return attached(report_pdf(signed), f"{name}.pdf", "application/pdf")
        case "xlsx":
            digest = hashlib.sha256(signed.statement).digest()
            return attached(report_xlsx(signed, digest), f"{name}.xlsx", XLSX)
        case "json":
            return attached(report_json(signed), f"{name}.json", "application/json")
        case _:
            raise Problem("report.not_here")


def public_key(desk: Desk, request: Request) -> Response:
    """The centre's public key, with which anybody checks a report without asking the centre."""
    desk.reader(request)
    return attached(desk.centre.keys.public, "kunci-pusat.json", "application/json")


def empty_form(desk: Desk, request: Request) -> Response:
    """A workbook with the places of an office, to be filled in."""
    account = desk.account(request)
    place = asked_place(desk.gazetteer, account, Act.IMPORT_FIGURES, request.query_params.get("wilayah", ""))
    month = month_of(desk, request)
    below = level_below(place)
    if place.level is None:
        regions = [
            one
            for top in desk.gazetteer.provinces()
            for one in desk.gazetteer.within(top.code, Level.REGENCY)
        ]
    else:
        regions = list(desk.gazetteer.within(place.code, below)) if below else []
    content = form_xlsx(((one.code, one.title) for one in regions), month, place.title, created=desk.now())
    return attached(content, f"formulir-{place.code or 'indonesia'}-{month}.xlsx", XLSX)
