"""The resident's slip on 80 mm paper or on A4."""

from io import BytesIO
from typing import Literal

import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from rekam.edge.print.parameters import SLIP_WIDTH
from rekam.edge.print.slip import Slip

_NEXT = (
    "Langkah berikutnya: rekaman dikirim ke pusat, dipastikan satu orang satu data, lalu kartu dicetak.",
    "Layanan ini gratis. Laporkan bila ada yang meminta bayaran.",
)


def slip_pdf(slip: Slip, paper: Literal["80mm", "a4"] = "80mm") -> bytes:
    """One page; the same slip gives the same bytes."""
    width, height = (A4[0], A4[1]) if paper == "a4" else (SLIP_WIDTH * mm, 165 * mm)
    margin = 20 * mm if paper == "a4" else 5 * mm
    scale = 1.3 if paper == "a4" else 1.0
    file = BytesIO()
    canvas = Canvas(file, pagesize=(width, height), invariant=1)
    canvas.setTitle("Tanda terima perekaman KTP-el")
    y = height - margin - 4 * mm

    def write(text: str, size: float, *, bold: bool = False, after: float = 1.5) -> None:
        nonlocal y
        font = "Helvetica-Bold" if bold else "Helvetica"
        canvas.setFont(font, size * scale)
        for line in simpleSplit(text, font, size * scale, width - 2 * margin):
            canvas.drawString(margin, y, line)
            y -= size * scale * 1.25
        y -= after * mm

    write("TANDA TERIMA PEREKAMAN KTP-el", 11, bold=True)
    write(slip.place, 8)
    write("Kode tanda terima", 8, after=0.5)
    write(slip.receipt_code, 17, bold=True)
    write(f"Nama: {slip.name}", 9, after=0.5)
    write(f"NIK: ************{slip.nik_tail}", 9, after=0.5)
    write(f"Direkam: {slip.recorded_at}", 9, after=0.5)
    write(f"Petugas: {slip.operator}", 9, after=0.5)
    write(f"Paket: {slip.packet_id}", 7)
    for sentence in (*slip.notes, *_NEXT):
        write(sentence, 8)
    write(f"Cek kartu: {slip.ask_at}", 9, bold=True)
    code = segno.make(slip.receipt_code, error="m", micro=False)
    side = 24 * mm * scale / (len(code.matrix) + 2)
    for row, line in enumerate(code.matrix):
        for column, dark in enumerate(line):
            if dark:
                canvas.rect(margin + column * side, y - row * side - side, side, side, stroke=0, fill=1)
    canvas.save()
    return file.getvalue()
