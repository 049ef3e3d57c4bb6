"""Laporan: the monthly report of an office, who has to send one, and figures that come in files."""

from starlette.routing import BaseRoute

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.report import check, document, figures, intake, report
from rekam.centre.pages.report.upload import upload_route
from rekam.centre.pages.report.urgent import urgent
from rekam.centre.pages.way import form_route, page_route

__all__ = ["routes", "urgent"]


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of the room."""
    return [
        form_route(desk, "/laporan", report.report_page, report.take),
        page_route(desk, "/laporan/berkas/{report:int}.{form}", document.report_document),
        page_route(desk, "/laporan/kunci.json", document.public_key),
        page_route(desk, "/laporan/formulir.xlsx", document.empty_form),
        upload_route(desk, "/laporan/periksa", check.check_page, check.take),
        upload_route(desk, "/laporan/impor", intake.intake_page, intake.take),
        form_route(desk, "/laporan/impor/{file:int}", figures.file_page, figures.load),
        page_route(desk, "/laporan/impor/{file:int}/salah.{form}", figures.bad_cells),
    ]
