"""The numbers of the recording desk: one place, each with unit and source."""

FINGER_GATE_THUMB_INDEX = 40
"""NFIQ 2 score (0-100). Thumbs and index fingers go into the chip and lead the 1:N search; house
choice, above the median of public slap captures."""

FINGER_GATE_MIDDLE_RING = 30
"""NFIQ 2 score; smaller area touches the glass."""

FINGER_GATE_LITTLE = 20
"""NFIQ 2 score; the little finger is short and seldom decides."""

IRIS_GATE = 40
"""Score of `rekam.biometric.quality.iris_quality`, 0-100; its parameters put what the engine still reads above it."""

FACE_GATE = 40
"""Score of `rekam.biometric.quality.face_quality`, 0-100."""

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

SAME_FINGER_SCORE = 8.0
"""Log-likelihood ratio (nats) from which two items show one finger; scale of the engine's evidence line, fitted
on FVC2002 (``abis.parameters.EVIDENCE_WEIGHTS``). By that scale exp(-8) of different pairs reach it, at most 1.5 %
of people with their 45 pairs; the largest of 4,500 different pairs of FVC2002 DB1-4_B read this way got 2.8."""

INDEX_SAME_SCORE = 2.0
"""Log-likelihood ratio (nats) from which a second capture is the kept finger; same scale. On FVC2002 DB1_B and
DB2_B 2-4 % of equal pairs fall below and 0 of 2,250 different pairs reach it."""

LATER_WOUND_DAYS = 60
"""Days until a bandaged finger or eye is to be captured; house choice, the time in which a wound heals."""

LATER_DEVICE_DAYS = 30
"""Days until items are captured that a broken device kept out; house choice, the office's time for a spare one."""

LATER_SIGNATURE_DAYS = 14
"""Days until the signature follows where the pad was broken; a pad is quickly replaced."""

COMPANION_MAX_CHARACTERS = 60
"""Longest name or relationship of a companion; two fit into one note."""
