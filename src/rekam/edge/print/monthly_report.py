"""The monthly report of a kabupaten/kota on A4 across; the signed statement travels inside the file."""

import hashlib
import re
from io import BytesIO
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

from rekam.edge.print.report_text import (
    BODY,
    SMALL,
    STRONG,
    change_rows,
    closing,
    heading_cells,
    letterhead,
    line_cells,
)
from rekam.edge.web import wording
from rekam.operations.report import Month, Signed, envelope
from rekam.operations.report.statement import code_of, read_statement

MARK = "rekam-report:"
"""Stands before the envelope in the file's keywords."""

_MARGIN = 12 * mm
_WIDTHS = (7, 40, 19, 19, 19, 19, 16, 17, 18, 16, 17, 14, 14, 16, 16, 16)
"""Millimetres; together the paper's width without its margins."""

_INSIDE = re.compile(rb"/Keywords \(" + MARK.encode() + rb"([A-Za-z0-9_\-=\\\n]+)\)")


def report_pdf(signed: Signed) -> bytes:
    """The paper of a signed report; the same report gives the same bytes.

    Raises:
        Problem: ``report.unreadable``.
    """
    pages = _Pages(signed)
    first = pages.draw(total=0)
    return pages.draw(total=pages.count) if pages.count else first


def envelope_in(pdf: bytes) -> str | None:
    """The envelope that a paper carries; ``None`` when it has none."""
    match = _INSIDE.search(pdf)
    return None if match is None else re.sub(rb"[\\\n]", b"", match[1]).decode("ascii")


class _Pages:
    def __init__(self, signed: Signed) -> None:
        self.signed = signed
        self.statement = read_statement(signed.statement)
        self.digest = hashlib.sha256(signed.statement).digest()
        self.code = code_of(self.digest)
        self.count = 0

    def draw(self, *, total: int) -> bytes:
        file = BytesIO()
        self.count = 0
        title = f"Laporan KTP-el {self.statement.title}, {Month.parse(self.statement.month).words}"
        document = SimpleDocTemplate(
            file, pagesize=landscape(A4), leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN,
            bottomMargin=16 * mm, title=title, author=self.statement.title, invariant=1,
        )  # fmt: skip

        def around(canvas: Canvas, _: Any) -> None:
            self.count += 1
            canvas.setKeywords(MARK + envelope(self.signed))
            canvas.setFont("Helvetica", 7.5)
            canvas.drawString(_MARGIN, 9 * mm, f"{title} · versi {self.statement.version} · kode {self.code}")
            words = f"Halaman {canvas.getPageNumber()} dari {total}"
            canvas.drawRightString(landscape(A4)[0] - _MARGIN, 9 * mm, words)

        document.build(self._story(), onFirstPage=around, onLaterPages=around)
        return file.getvalue()

    def _story(self) -> list[Any]:
        statement = self.statement
        rows = [heading_cells()]
        rows += [line_cells(number, line) for number, line in enumerate(statement.lines, 1)]
        rows.append(line_cells(None, statement.total))
        table = Table(rows, colWidths=[width * mm * 273 / sum(_WIDTHS) for width in _WIDTHS], repeatRows=1)
        table.setStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
                ("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.9, 0.93, 0.95)),
                ("BACKGROUND", (0, -1), (-1, -1), colors.Color(0.95, 0.95, 0.95)),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 1.6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6),
                ("LEFTPADDING", (0, 0), (-1, -1), 2),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
            ]
        )
        story: list[Any] = [*letterhead(statement), table, Spacer(1, 3 * mm)]
        story += [Paragraph(text, SMALL) for text in _notes(self)]
        changes = change_rows(statement)
        if changes:
            story += [Spacer(1, 3 * mm), Paragraph("Yang dibetulkan", STRONG)]
            story += [Paragraph(text, BODY) for text in changes]
        story += [
            Spacer(1, 4 * mm),
            KeepTogether(closing(statement, self.code, self.digest, self.signed.key_id)),
        ]
        return story


def _notes(pages: _Pages) -> list[str]:
    counted = wording.moment(pages.statement.counted_at)
    return [
        f"Penyebut: wajib KTP menurut {pages.statement.cut}. Dihitung {counted}. Tanda – berarti tidak dihitung.",
        "Belum direkam = wajib KTP − sudah direkam. Jumlah adalah jumlah baris di atasnya.",
    ]
