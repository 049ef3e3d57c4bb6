"""Numbers of directives: when somebody is reminded, how long a text may be."""

REMIND_UNACKNOWLEDGED_DAYS = 3
"""Days without an acknowledgement after which a reminder goes out by itself; the time that the second letter to
Kerinci gave (inews.id, March 2022)."""

REMIND_BEFORE_DAYS = 7
"""Days before the deadline from which an open line is reminded once more."""

REMIND_AGAIN_DAYS = 7
"""Days between two reminders by rule; by hand there may be more."""

DEADLINE_YEARS_MOST = 5
"""A deadline farther away is a slip of the pen: the longest plan of a region (RPJMD) has five years."""

WORDS_LEAST = 10
"""Letters of a reason, an answer or a warning."""

WORDS_MOST = 2000
"""Letters of the text of a directive or of a reason."""

STATION_WORDS_MOST = 300
"""Letters of the sentence on a station's first page: three lines there."""

ADDRESSEES_MOST = 2000
"""Addressees of one directive: two posts in each of 514 kab/kota and 38 provinces are 1,104."""
