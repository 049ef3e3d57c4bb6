"""Numbers of the slap's segmentation; lengths in millimetres unless said, after the size of grown-ups' fingers."""

SCALE = 5
"""The fingers are looked for in a picture this many times smaller."""
INK = 28.0
"""Grey levels below the glass from which a place is touched, after smoothing over a ridge period."""
SMOOTHING = 0.8
"""Deviation of that smoothing: more than a ridge period (0.45 mm), less than the gap between fingers."""
LEAST_AREA = 40.0
"""Square millimetres of the smallest tip; a child's little finger has some 60."""
MOST_TURN = 45.0
"""Degrees by which a hand may lie turned."""
COLUMN = 9.0
"""Two pieces nearer to each other across the fingers are parts of one finger; the higher one is its tip."""
TIP_LENGTH = 27.0
"""Longest part that is kept below a finger's upper end: the tip without the next joint."""
MARGIN = 2.0
"""Empty border around each finger."""
LITTLE_BELOW = 1.0
"""The little finger's upper end lies at least this far below the index finger's (usually 5-15)."""
