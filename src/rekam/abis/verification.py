"""Numbers of the comparison of one with one."""

SAME_FMR = 1e-4
"""Share of comparisons of different people that may be called one person (target; Frontex, Best practice
technical guidelines for ABC systems 2015, asks 1e-3 of a finger)."""
DOUBT_FMR = 1e-2
"""Share of comparisons of different people that an expert may have to look at (target)."""
