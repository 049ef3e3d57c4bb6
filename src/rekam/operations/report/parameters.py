"""Limits and days of the monthly report and of imported figures."""

DUE_DAY = 10
"""Day of the following month until which a report is on time. Domain report 1.12 names no day; the tenth is what
offices published for their monthly reports to the province, and it is set here for all."""

HEADING_ROWS_MOST = 30
"""Rows searched for the line of headings; letterheads of offices take up to a dozen."""

HEADINGS_LEAST = 3
"""Known headings that make a row the line of headings: a place, and two numbers."""

COUNT_MOST = 400_000_000
"""Largest count of people or cards taken for true; the country has 285 million residents (2025)."""

SUGGESTIONS_MOST = 3
"""Places named as "did you mean" beside one that nobody knows."""

SUGGESTION_SCORE = 70.0
"""Least likeness of a suggested name, 0 to 100 (rapidfuzz WRatio)."""

SUGGESTED_MOST = 300
"""Unknown places of one file that get suggestions; each costs a walk over all names of the territory."""

NAME_SCORE = 60.0
"""Likeness below which a name beside a code is taken to be of another place."""

VALUE_LETTERS_MOST = 60
"""Letters of a bad cell's value that are shown."""

FINDINGS_MOST = 200_000
"""Bad cells that are named; a file with more is not a report with mistakes but another kind of file."""

MONTHS_SHOWN = 6
"""Months of the table of expected and received reports."""
