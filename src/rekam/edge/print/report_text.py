"""The words and cells of the monthly report on paper."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape

import segno
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import HRFlowable, Paragraph, Spacer, Table

from rekam.edge.web import wording
from rekam.operations.report import COUNTS, Month, ReportLine, Statement

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=8.5, leading=11)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=7.5, leading=9.5)
STRONG = ParagraphStyle("strong", parent=BODY, fontName="Helvetica-Bold")
_HEAD = ParagraphStyle("head", parent=STRONG, fontSize=6.8, leading=8, alignment=TA_CENTER)
_NUMBER = ParagraphStyle("number", parent=BODY, fontSize=7.6, leading=9, alignment=TA_RIGHT)
_NAME = ParagraphStyle("name", parent=BODY, fontSize=7.6, leading=9)
_LETTERHEAD = ParagraphStyle("letterhead", parent=STRONG, fontSize=12, leading=15, alignment=TA_CENTER)
_TITLE = ParagraphStyle("title", parent=STRONG, fontSize=10.5, leading=13, alignment=TA_CENTER)

SHORT: Mapping[str, str] = MappingProxyType(
    {**COUNTS, "sent": "SFE", "ready_to_print": "PRR", "not_recorded": "Belum direkam", "percent": "%"}
)
ORDER = ("population", "obliged", "recorded", "not_recorded", "percent", *tuple(COUNTS)[3:])
"""Columns on paper behind number and name."""

_OF_PEOPLE = frozenset({"obliged", "recorded", "not_recorded"})
"""The office itself has cards and letters, and no people of its own."""


def letterhead(statement: Statement) -> list[Any]:
    """Head of the first page."""
    month = Month.parse(statement.month)
    return [
        Paragraph(escape(f"PEMERINTAH {statement.title.upper()}"), _LETTERHEAD),
        Paragraph("DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL", _LETTERHEAD),
        HRFlowable(width="100%", thickness=1.2, spaceBefore=2 * mm, spaceAfter=3 * mm),
        Paragraph("LAPORAN PELAKSANAAN PEREKAMAN DAN PENCETAKAN KTP-el", _TITLE),
        Paragraph(f"Bulan {month.words}" + (f", pembetulan (versi {statement.version})" if statement.previous else ""), _TITLE),
        Spacer(1, 3 * mm),
    ]  # fmt: skip


def heading_cells() -> list[Any]:
    """The line of headings."""
    return [Paragraph(words, _HEAD) for words in ("No.", "Kecamatan", *(SHORT[column] for column in ORDER))]


def line_cells(number: int | None, line: ReportLine) -> list[Any]:
    """A line; without a number it is the sum."""
    name = escape(line.name) if number else "<b>Jumlah</b>"
    strong = "{}" if number else "<b>{}</b>"
    values = [shown(line, column) for column in ORDER]
    return [
        Paragraph(str(number or ""), _NUMBER),
        Paragraph(name, _NAME),
        *(Paragraph(strong.format(value), _NUMBER) for value in values),
    ]


def shown(line: ReportLine, column: str) -> str:
    """A figure as it stands on paper."""
    if column in _OF_PEOPLE and line.population is None and not line.obliged and not line.recorded:
        return "–"
    if column == "percent":
        return wording.percent(line.fraction).removesuffix(" %")
    value = line.count(column)
    return "–" if value is None else wording.number(value)


def change_rows(statement: Statement) -> list[str]:
    """What a correction changed, a sentence each."""
    if not statement.previous:
        return []
    words = [
        f"{escape(one.name)}, {SHORT[one.column]}: {_or_dash(one.before)} menjadi {_or_dash(one.after)}"
        for one in statement.changes
    ]
    return [f"Alasan: {escape(statement.reason)}", f"Versi sebelumnya: {statement.previous[:32]}…", *words]


def _or_dash(value: int | None) -> str:
    return "–" if value is None else wording.number(value)


def closing(statement: Statement, code: str, digest: bytes, key_id: str) -> list[Any]:
    """Who signed, and how to prove it."""
    left = [
        Paragraph(f"Kode laporan: <b>{code}</b>", BODY),
        Paragraph(f"SHA-256 {digest.hex()}", SMALL),
        Paragraph(f"Ditandatangani secara elektronik dengan kunci pusat {key_id} (Ed25519).", SMALL),
        Paragraph(
            "Periksa berkas ini di halaman Laporan, atau: rekam report verify BERKAS --key KUNCI", SMALL
        ),
    ]
    right = [
        Paragraph(wording.moment(statement.signed_at), BODY),
        Paragraph(escape(f"Kepala Dinas Dukcapil {statement.title}"), BODY),
        Spacer(1, 5 * mm),
        Paragraph(escape(statement.signer), STRONG),
    ]
    table = Table([[_square(f"{code} {digest.hex()}"), left, right]], colWidths=[28 * mm, 160 * mm, 85 * mm])
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
    return [table]


def _square(text: str) -> Drawing:
    """The code and the digest as a QR code."""
    matrix = list(segno.make(text, error="m", micro=False).matrix)
    side = 24 * mm / len(matrix)
    drawing = Drawing(24 * mm, 24 * mm)
    for row, line in enumerate(matrix):
        for column, dark in enumerate(line):
            if dark:
                drawing.add(Rect(column * side, (len(matrix) - 1 - row) * side, side, side, strokeWidth=0))
    return drawing
