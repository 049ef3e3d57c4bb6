"""Every number of this room, with unit and source."""

NOMINAL_RATES = {197: 500.0, 394: 1000.0}
"""Sampling rates in pixels per centimetre that stand for a round number of pixels per inch: 500 ppi is 196.85
per centimetre, which no record can hold (ISO/IEC 19794-2:2005, 7.3.6, whole numbers)."""
CENTIMETRES = 2.54
"""Centimetres of an inch."""
MILLIMETRES_PER_PIXEL = 25.4 / 500.0
"""Size of a pixel of the engine, millimetres."""
QUALITY_STEPS = (255, 100)
"""Best quality of a minutia in a template and in a record."""
QUALITY_UNKNOWN = 128
"""Quality, 0-255, of a minutia whose record does not say (the middle)."""

FLOW_SIGMA = 16.0
"""Distance over which the directions of minutiae speak for the ridges around them, px at 500 dpi. Of nine
pairs of sigma and reach (8-24 px, 16-40 px) the one with the lowest errors on FVC2002 DB1_B and DB3_B."""
FLOW_REACH = 40.0
"""Cells farther than this from every minutia are taken as background, px at 500 dpi; same choice."""
FLOW_BLOCK = 0xF101
"""Type identification code of the extended data in which the engine keeps its ridge flow; in the vendors'
range, so that other readers pass over it."""

CARD_MINUTIAE = 60
"""Most minutiae of one finger on a chip (what match-on-card products accept; two fingers in 8 kB)."""
