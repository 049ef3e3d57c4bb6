"""Every number of the checks within a person, flat, with unit and source.

Measured with `benchmarks/abis_within.py` on FVC2002 DB1_B-DB4_B; see each value.
"""

TWICE_SCORE = 6.0
"""Log-likelihood ratio from which two places of one recording show the same finger, nats."""
PLACE_SCORE = 5.0
"""Log-likelihood ratio from which a finger is found at another place of an earlier recording, nats."""
SAME_SCORE = 2.0
"""Log-likelihood ratio from which a finger is the one of the earlier recording, nats."""
FOREIGN_SCORE = -4.0
"""Log-likelihood ratio at or below which a finger is another one than in the earlier recording, nats. A spoiled
print of the same finger lies above it, because few minutiae speak weakly both ways."""
FOREIGN_MINUTIAE = 20
"""Fewer minutiae on either side say nothing about a foreign finger."""
FOREIGN_AGREEING = 3
"""Fingers that must agree at their own place before another is called foreign: else the whole person is another."""
WATCH_SCORE = 9.0
"""Log-likelihood ratio from which a finger of a recording is one of the watched, nats. A watch of 200 prints meets ten
fingers 2,000 times a recording, so this is stricter than two places of one hand."""
WATCH_QUICK = 2.0
"""Least agreement of the first stage before a watched print is compared precisely."""
MOST_WATCHED = 5000
"""Prints a watch holds; the oldest leave first."""
