"""The numbers of the recording desk: one place, each with unit and source."""

FINGER_GATE_THUMB_INDEX = 40
"""NFIQ 2 score (0-100). Thumbs and index fingers go into the chip and lead the 1:N search; house
choice, above the median of public slap captures."""

FINGER_GATE_MIDDLE_RING = 30
"""NFIQ 2 score; smaller area touches the glass."""

FINGER_GATE_LITTLE = 20
"""NFIQ 2 score; the little finger is short and seldom decides."""

IRIS_GATE = 40
"""Device quality 0-100 (ISO/IEC 29794-6 scale) until the station measures the iris itself."""

FACE_GATE = 40
"""Device quality 0-100 until the station measures the portrait itself."""

ATTEMPTS_BEFORE_BEST = 3
"""Captures of one item; afterwards the best one is accepted with a note, so that a worn finger never
holds up a resident (domain 1.2: exceptions are a normal path)."""

NOT_MEASURED = 254
"""ISO/IEC 19794 value for a quality that was not measured."""

QUALITY_GOOD = 60
"""Score from which a page says "baik"; between the gate and here it says "cukup"."""

FINGER_SMALL_AREA = 0.12
"""Share of the picture covered by ridges below which the finger did not lie on the glass; house choice."""

FINGER_PALE_GREY = 165.0
"""Mean grey (0 black - 255 white) of the ridge area above which the print is dry or pressed too lightly."""

FINGER_DARK_GREY = 85.0
"""Mean grey of the ridge area below which the print is wet or pressed too hard."""

FOREGROUND_BLOCK = 16
"""Pixels; block in which local contrast tells ridges from empty glass (about two ridge periods at 500 dpi)."""

FOREGROUND_DEVIATION = 18.0
"""Standard deviation of grey in a block above which it holds ridges."""

SIGNATURE_MAX_BYTES = 200_000
"""Largest PNG of a signature pad page that the station takes."""

SIGNATURE_INK_GREY = 160
"""Grey (0-255) below which a pixel is ink; the pad draws black with soft edges."""

SIGNATURE_MIN_INK = 0.002
"""Share of dark pixels below which the pad is empty."""

NOTE_MAX_CHARACTERS = 120
"""Longest document note beside a corrected biodata field."""
