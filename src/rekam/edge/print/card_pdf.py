"""The card as a PDF of two ID-1 pages, front and back, for the retransfer printer."""

from io import BytesIO

import segno
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from rekam.card import Card
from rekam.edge.print import parameters as p
from rekam.edge.print.picture import placed

_BACK_WORDS = (
    "Pindai kode ini untuk memeriksa",
    "keaslian kartu tanpa jaringan.",
    "Scan to verify offline.",
    "",
    "Gratis. Laporkan pungutan liar ke",
    "Disdukcapil setempat.",
)


def card_pdf(card: Card, code: str) -> bytes:
    """Front and back of one card.

    Args:
        card: What stands on it.
        code: Text of the signed QR code (``rekam.card.credential``).

    Returns:
        PDF bytes; the same card and code give the same bytes.

    Raises:
        Problem: ``card.picture_unreadable``.
    """
    paper = BytesIO()
    canvas = Canvas(paper, pagesize=(p.CARD_WIDTH * mm, p.CARD_HEIGHT * mm), invariant=1, pageCompression=1)
    canvas.setTitle("KTP-el (contoh / specimen)")
    _front(canvas, card)
    canvas.showPage()
    _back(canvas, card, code)
    canvas.showPage()
    canvas.save()
    return paper.getvalue()


def _ground(canvas: Canvas) -> None:
    canvas.setFillColorRGB(*p.GROUND)
    canvas.roundRect(0, 0, p.CARD_WIDTH * mm, p.CARD_HEIGHT * mm, p.CARD_CORNER * mm, stroke=0, fill=1)
    canvas.setFillColorRGB(*p.INK)


def _front(canvas: Canvas, card: Card) -> None:
    _ground(canvas)
    middle = p.CARD_WIDTH * mm / 2
    canvas.setFont("Helvetica-Bold", 7.5)
    canvas.drawCentredString(middle, 49.6 * mm, f"PROVINSI {card.province.upper()}")
    canvas.drawCentredString(middle, 46.6 * mm, card.regency.upper())
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawString(3 * mm, 42.4 * mm, "NIK")
    canvas.drawString(18 * mm, 42.4 * mm, f": {card.biodata.nik}")
    height = 39.2
    for label, value in card.lines:
        size = 5.6
        canvas.setFont("Helvetica", size)
        canvas.drawString(3 * mm, height * mm, label)
        canvas.drawString(21.5 * mm, height * mm, ":")
        room = (62.5 - 23.0) * mm
        while canvas.stringWidth(value, "Helvetica-Bold", size) > room and size > 3.2:
            size -= 0.2
        canvas.setFont("Helvetica-Bold", size)
        canvas.drawString(23 * mm, height * mm, value)
        height -= 2.75
    left = 63.2 * mm
    if card.photo is not None:
        canvas.saveState()
        frame = canvas.beginPath()
        frame.rect(left, 18.4 * mm, p.PHOTO_WIDTH * mm, p.PHOTO_HEIGHT * mm)
        canvas.clipPath(frame, stroke=0)
        # The capture is 3:4 and the window 4:5: keep the width, let a little of the chest fall below the edge.
        tall = p.PHOTO_WIDTH * mm * 4 / 3
        canvas.drawImage(placed(card.photo), left, 43.4 * mm - tall, p.PHOTO_WIDTH * mm, tall)
        canvas.restoreState()
    canvas.rect(left, 18.4 * mm, p.PHOTO_WIDTH * mm, p.PHOTO_HEIGHT * mm)
    canvas.setFont("Helvetica", 5)
    canvas.drawCentredString(73.2 * mm, 15.6 * mm, card.issued_at.upper()[:26])
    canvas.drawCentredString(73.2 * mm, 13.4 * mm, f"{card.issued_on:%d-%m-%Y}")
    if card.signature is not None:
        canvas.drawImage(
            placed(card.signature), 64.2 * mm, 4 * mm, 18 * mm, 8 * mm,
            mask=[235, 255, 235, 255, 235, 255], preserveAspectRatio=True,
        )  # fmt: skip


def _back(canvas: Canvas, card: Card, code: str) -> None:
    _ground(canvas)
    squares = segno.make(code, error="m", micro=False)
    matrix = squares.matrix
    side = p.CODE_SIZE * mm / (len(matrix) + 8)
    left, top = 5 * mm, (p.CARD_HEIGHT - 6) * mm
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(left, top - p.CODE_SIZE * mm, p.CODE_SIZE * mm, p.CODE_SIZE * mm, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    for row, line in enumerate(matrix):
        for column, dark in enumerate(line):
            if dark:
                x, y = left + (column + 4) * side, top - (row + 5) * side
                canvas.rect(x, y, side * 1.02, side * 1.02, stroke=0, fill=1)
    canvas.setFillColorRGB(*p.INK)
    canvas.setFont("Helvetica-Bold", 7)
    canvas.drawString(45 * mm, 44 * mm, "KARTU TANDA PENDUDUK")
    canvas.setFont("Helvetica", 5.4)
    for number, words in enumerate(_BACK_WORDS):
        canvas.drawString(45 * mm, (37 - 2.9 * number) * mm, words)
    canvas.drawString(45 * mm, 40 * mm, f"No. kartu  {card.number}")
