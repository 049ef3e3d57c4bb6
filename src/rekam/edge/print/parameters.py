"""Sizes of what is printed, in millimetres, and its colours."""

CARD_WIDTH = 85.60
CARD_HEIGHT = 53.98
"""ISO/IEC 7810 ID-1."""

CARD_CORNER = 3.18
"""Corner radius, ISO/IEC 7810."""

PHOTO_WIDTH = 20.0
PHOTO_HEIGHT = 25.0
"""Portrait on the card; 4:5, cropped from the 3:4 capture."""

CODE_SIZE = 36.0
"""Edge of the QR code on the back; keeps a module over 0.35 mm up to version 20 (readable at 300 dpi)."""

SLIP_WIDTH = 80.0
"""Thermal paper of the counter."""

INK = (0.05, 0.12, 0.16)
GROUND = (0.83, 0.92, 0.97)
ACCENT = (0.04, 0.35, 0.54)
