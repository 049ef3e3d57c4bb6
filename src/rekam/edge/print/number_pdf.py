"""A queue number on 80 mm paper."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from rekam.edge.print.parameters import SLIP_WIDTH

_HEIGHT = 78.0
"""Millimetres of paper for one number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSlip:
    """What stands on it; no name, because the paper lies on benches.

    Attributes:
        number: The number.
        place: Where the counter is.
        day: The day in words.
        taken_at: In words, with zone.
        need: Special need in words, or empty.
        hour: The promised hour, ``None`` without an appointment.
        ahead: How many come before.
        letter: What the numbers of this counter begin with, where an office has several.
    """

    number: int
    place: str
    day: str
    taken_at: str
    need: str
    hour: int | None
    ahead: int
    letter: str = ""


def number_pdf(slip: NumberSlip) -> bytes:
    """One page; the same slip gives the same bytes."""
    width, middle = SLIP_WIDTH * mm, SLIP_WIDTH * mm / 2
    file = BytesIO()
    canvas = Canvas(file, pagesize=(width, _HEIGHT * mm), invariant=1)
    canvas.setTitle("Nomor antrean perekaman KTP-el")
    y = (_HEIGHT - 9) * mm
    y = _centred(canvas, "NOMOR ANTREAN PEREKAMAN KTP-el", middle, y, 10, bold=True)
    y = _centred(canvas, slip.place, middle, y, 8) - 15 * mm
    canvas.setFont("Helvetica-Bold", 54)
    canvas.drawCentredString(middle, y, f"{slip.letter}{slip.number}")
    y -= 8 * mm
    for sentence in _sentences(slip):
        y = _centred(canvas, sentence, middle, y, 9)
    canvas.save()
    return file.getvalue()


def _sentences(slip: NumberSlip) -> list[str]:
    said = [f"{slip.day}, diambil {slip.taken_at}"]
    if slip.need:
        said.append(f"Didahulukan: {slip.need}")
    if slip.hour is not None:
        said.append(f"Janji temu pukul {slip.hour:02}.00")
    said.append(f"Yang menunggu di depan: {slip.ahead}")
    said.append("Bawa kartu keluarga (KK). Layanan ini gratis.")
    return said


def _centred(canvas: Canvas, text: str, middle: float, y: float, size: float, *, bold: bool = False) -> float:
    font = "Helvetica-Bold" if bold else "Helvetica"
    canvas.setFont(font, size)
    for line in simpleSplit(text, font, size, (SLIP_WIDTH - 8) * mm):
        canvas.drawCentredString(middle, y, line)
        y -= size * 1.3
    return y
