"""The numbers of the obstacle ledger: one place, each with unit and source."""

OPEN_HOURS = range(8, 16)
"""Hours of the place's zone in which a counter is open; the same as the station's own ``OPEN_HOURS`` (a test holds
them together). House choice after the usual 08.00-16.00 of a kecamatan office."""

OPEN_WEEKDAYS = frozenset(range(5))
"""Monday (0) to Friday: office days. Recordings on other days count, their hours are nobody's debt."""

STOPPING = frozenset(
    {"server", "laptop", "camera", "ten_print_scanner", "iris_scanner", "face", "finger", "iris"}
)
"""Components without which nobody can be recorded whole; by the fleet's names and by those of a station's journal.
The signature pad has paper beside it, a printer and a card reader do not stop a recording."""

SETTLED_AT_ONCE_DAYS = 62
"""Days that one delivery of a station, or one report, settles at most; older ones wait for the nightly settling."""

NIGHTLY_DAYS = 35
"""Days that are settled anew each night: a ticket or a case may have been closed with an earlier date."""

CLAIM_HOURS_MOST = len(OPEN_HOURS)
"""Hours of one day that can be reported lost."""

CLAIM_DAYS_MOST = 366
"""Days of one report."""

KNOWN_ENOUGH = 0.5
"""Share of a reported claim that observations of the same cause must cover to be said to bear it out."""

POSSIBLE_PER_HOUR = 7
"""Recordings that one post manages in an hour: 50 to 60 a day per kecamatan in 8 hours (panturapost.com 2017)."""

IDLE_SHARE = 0.25
"""Below this share of the possible, what is missing are visitors and not hours. House choice."""

LATEST = 4_102_444_800
"""1 January 2100, Unix seconds: a later time in a journal is a wrong clock."""

NOTE_LETTERS_LEAST = 10
"""Shortest note of a report or a review, letters: "listrik" alone tells nobody anything."""

TEXT_CHARACTERS_MOST = 2_000
"""Longest note, characters: what one form field takes."""

TURNED_AWAY_MOST = 100_000
"""Most residents whom one report can say to have left unrecorded."""
