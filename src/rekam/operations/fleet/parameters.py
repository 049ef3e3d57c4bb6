"""The numbers of the fleet: one place, each with unit and source."""

DRIFT_RECENT = 40
"""Captures that are "now": four residents' ten fingers."""

DRIFT_BASELINE = 200
"""Captures before them that are "as usual": about twenty residents; fewer give no judgement."""

DRIFT_DROP = 8.0
"""Points of mean quality (0-100) below the baseline at which a scanner is named; NFIQ 2 of one finger varies by
about 15 points between people, so a mean of 40 by about 2.5: three times that. House choice."""
