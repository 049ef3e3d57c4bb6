"""Where each measure is useless and where it is good; fitted on drawn pictures, checked on public ones.

Each pair is (useless = score 0, good = score 100); the gates of the recording desk lie at 40 between them.
"""

# --- iris; names after ISO/IEC 29794-6 ------------------------------------------------------------------------
USABLE_AREA = (0.40, 0.75)
"""Share of the iris free of lids and reflections; 29794-6 asks for at least 0.7."""
IRIS_FOCUS = (0.7, 2.0)
"""Steepest rise of grey across the pupil's rim by its height, per 10 px; drawn eyes have 2 to 3.5, blurred by 4 px
1.0 (29794-6 measures focus by band-pass energy, which noise and texture change too)."""
PUPIL_RATIO_SMALL = (0.10, 0.20)
"""Pupil radius by iris radius, lower side (29794-6: 0.2-0.7)."""
PUPIL_RATIO_WIDE = (0.80, 0.65)
"""The same, upper side."""
GAZE_OFF = (0.30, 0.12)
"""Distance between the middles of pupil and iris, and flattening of the iris, in iris radii; straight eyes
have under 0.1 (nasal shift, Daugman 1993)."""
EYE_MARGIN = (0.0, 0.35)
"""Free distance from the iris to the nearest side of the picture, iris radii; 29794-6 asks for 0.6 beside and 0.2
above and below."""
IRIS_RADIUS_SMALL = (50.0, 80.0)
"""Iris radius in a picture 640 px wide, px; 29794-6 asks for 80 px."""
GREY_SPREAD = (3.0, 5.5)
"""Entropy of the grey values in and around the iris, bits; 29794-6 asks for 6 over the whole picture."""

# --- face; names after ISO/IEC 29794-5 ------------------------------------------------------------------------
FACE_SHARPNESS = (7.0, 20.0)
"""Mean of the strongest twentieth of gradients in the face, grey levels per px at a contrast of 100, in pictures
480 px wide; drawn portraits have 27, blurred by 4 px 8-12."""
FACE_DARK = (45.0, 80.0)
"""Mean luminance of the head, 0-255, lower side."""
FACE_BRIGHT = (235.0, 205.0)
"""The same, upper side."""
FACE_UNEVEN = (0.16, 0.05)
"""Difference of the mean luminance between the halves of the head by their sum, 0-1."""
FACE_BACKGROUND = (40.0, 14.0)
"""Deviation of luminance in the upper corners beside the head, grey levels."""
FACE_WIDTH_SMALL = (0.16, 0.30)
"""Width of the head by width of the picture, lower side (29794-5 and ICAO: 0.5-0.75 for a passport crop)."""
FACE_WIDTH_LARGE = (0.98, 0.85)
"""The same, upper side."""
FACE_OFF_CENTRE = (0.25, 0.10)
"""Distance of the head's middle from the picture's, picture widths."""
FACE_TILT = (16.0, 7.0)
"""Angle by which the head's best mirror axis leans, degrees (ICAO: 5 degrees either side)."""
HEAD_DIFFERENCE = 32.0
"""Distance of a pixel's colour from the background's from which it belongs to the sitter, grey levels."""
HEAD_LEAST = 0.04
"""Share of a row's middle two thirds that must be sitter before the row belongs to the head."""
HEAD_COLUMN = 0.5
"""Share of the head's rows in which a column must be sitter to belong to a head."""
HEAD_SECOND = 0.35
"""A piece this wide beside the widest one is a second head, share of its width."""
