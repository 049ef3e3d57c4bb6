"""Numbers of the search among many people, with unit and source."""

ABANDON_AFTER = (5, 6, 7)
"""Rows of eight after which a comparison of irises may stop (earlier the exact bound hardly ever holds)."""
ABANDON_MARGIN = 1e-5
"""Share by which the bound is kept looser than the cut, so that rounding can abandon nothing that would pass."""
STRENGTH_STEPS = 64
"""Steps of the table of evidence a unit of strength; a step is 0.0002 of a distance."""
CUT_STEPS = 8
"""Steps a nat of the table that turns missing evidence into a strength."""
STRENGTH_MOST = 46.0
"""Above the greatest strength that 2,048 bits can have, their root."""
BLOCK_ROWS = 4096
"""People looked at in one go, so that their scores stay in the cache."""
FACE_NUMBERS = 128
"""Length of the face vectors in a gallery's column (dlib's describer); other lengths are not searched."""
FACE_SCALE = 360.0
"""Units of int8 a unit of a face vector's numbers; those above 0.35 are cut."""
SWAPPED_ODDS = 0.002
"""Share of people recorded with the hands changed over (guess; to be counted in the field). Charged against
such a candidate as a log-likelihood ratio, like the choice among all orders below."""
MIXED_ODDS = 0.0002
"""Share of people recorded with fingers in another order than any hand has (guess)."""
EXHAUSTIVE_PEOPLE = 2_000
"""Up to so many enrolled in memory, stage one compares minutiae with everybody; above, fixed-length codes do (chosen).
A gallery on disk takes codes as soon as it is not compared whole: it holds no minutiae, and reading and preparing ten
fingers each of 2,000 people takes 3.5 s of one core (measured, 1.7 ms a person)."""
CLOSE_ITEMS = ((10, 1e-4), (5, 1e-3), (0, 1e-2))
"""Share of the gallery that is compared precisely after the codes, by least number of items the probe has; an iris
is worth ``IRIS_ITEMS``. Ten fingers of one capture miss 0.07 % among the first 1e-4, four fingers 0.2 % among the
first 1e-2 (FVC2002 through the synthetic population)."""
IRIS_ITEMS = 5
"""Fingers that an iris is worth in that table."""
REORDERED_CANDIDATES = 10
"""People whose fingers are compared in another order when the labelled order found nobody. That look costs the
finger scan once for swapped hands and ten times for any order; precise comparisons only where it finds somebody."""
