"""Every number of the explaining pictures, flat, with unit and source. All chosen by eye."""

FIRST_INK, SECOND_INK = (200, 60, 0), (0, 70, 190)
"""Ink of the first and of the second print, RGB: orange and blue, which colour-blind people tell apart. Where both
have a ridge they make a dark violet."""
PAIR_INK = (0, 0, 0)
"""Rings around minutiae that both prints have, RGB."""
PAIR_RADIUS = 7
"""Radius of those rings, px at 500 dpi."""
PALE = 0.75
"""How much of its ink a ridge gets; less keeps the rings readable."""
OUTLINE_INK = (0, 160, 60)
"""Edges of pupil and iris, RGB."""
MASK_INK = (220, 0, 0)
"""Crosses on samples of the iris that are not compared, RGB."""
MASK_ARM = 2
"""Half length of those crosses, px."""
OUTLINE_WIDTH = 2
"""Width of the outlines, px."""
RIDGE_GAIN = 1.6
"""Strengthening of the ridges, so that faint prints are seen too."""
