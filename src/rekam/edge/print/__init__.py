"""Paper and plastic: the card and the resident's slip as PDF."""

from rekam.edge.print.card_pdf import card_pdf
from rekam.edge.print.slip import Slip
from rekam.edge.print.slip_pdf import slip_pdf

__all__ = ["Slip", "card_pdf", "slip_pdf"]
