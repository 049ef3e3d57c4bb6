"""Sizes of the centre's answers and lists."""

STATUSES_MOST = 2_000
"""Packets of a station whose status stands in one answer, the newest first: a month at 60 a day."""

WANTED_MOST = 1_000
"""Bodies that the centre asks for in one answer."""

RECEIPTS_MOST = 1_000
"""Receipts in one answer; about 0.7 kB each."""

MISSING_MOST = 1_000
"""Missing numbers named in one answer."""

REASON_LETTERS_LEAST = 10
"""Shortest reason of an adjudicator, letters."""

CANDIDATES_MOST = 10
"""Candidates that a search brings and a case shows."""
