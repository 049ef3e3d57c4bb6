"""Limits of monthly reports and of files of figures."""

REASON_LETTERS_LEAST = 15
"""Shortest reason of a correction."""

SOURCE_LETTERS_LEAST = 5
"""Shortest naming of whose figures a file holds."""

CHECK_AT_ONCE_BYTES = 300_000
"""Files up to this size are checked while the browser waits, about two seconds; larger ones behind a page that
renews itself."""

CHECKS_MOST = 2
"""Files that are checked behind the pages at the same time; each takes most of a core."""

CHECK_SECONDS_MOST = 1_800
"""A check that has not ended after so long has broken off (the centre was started anew)."""

TEXT_MOST = 200
"""Letters of a source, a reason, a note."""
