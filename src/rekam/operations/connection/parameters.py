"""Numbers of connections and their suspension, each with its unit and where it comes from."""

LETTERS_BEFORE_CUT = 2
"""Warning letters whose deadlines must have passed before a cut is proposed. Wakatobi 2018 had two, Dompu 2017
one, Kerinci 2022 was cut between the first and the second: this system takes the most careful of them."""

LETTER_DAYS_LEAST, LETTER_DAYS_MOST = 3, 60
"""Days that a letter gives. Three is what Kerinci got on 18 March 2022; less is no time to answer."""

LETTER_VALID_DAYS = 90
"""Days after the last deadline within which a cut may still be proposed; later it needs a new letter, because
the office that was warned may not be the office that would be cut."""

PROPOSAL_DAYS = 14
"""Days within which the second person answers a proposal; then it has to be made again."""

EMERGENCY_DAYS = 3
"""Days after which a cut without letters ends by itself: as long as the shortest letter would have run."""

APPEAL_DAYS = 14
"""Days after the cut within which the office may appeal."""

APPEAL_ANSWER_DAYS = 7
"""Days within which the centre answers an appeal."""

REASON_LETTERS_LEAST = 20
"""Characters below which a reason is none."""

TEXT_CHARACTERS_MOST = 2000
"""Of any text of a case: as much as a form of the centre takes."""

LETTER_NUMBER_CHARACTERS_MOST = 80
"""Of a letter's number, which goes to every station of the office."""

CONDITIONS_MOST = 20
"""Conditions of one case."""

BASE_DAYS = 28
"""Days before the cut that say what would have been recorded: four whole weeks, so that each weekday counts alike."""

CATCH_UP_DAYS = 28
"""Days after the restoration that are looked at, at most."""

SLOW_KBIT_S = 128.0
"""Kilobits a second below which a kecamatan's line is called slow (line of a kecamatan, Solo 2016)."""

SILENT_S = 3 * 86_400
"""Seconds without a word after which a station is called silent: a weekend and a day."""

OFFICE_OPENS_S, OFFICE_CLOSES_S = 8 * 3600, 16 * 3600
"""Seconds of the local day: the hours in which a missing line costs recordings."""

LINE_DAYS = 30
"""Days of a line that the table shows."""

OUTAGE_DAYS_MOST = 366
"""Days of one outage that are looked at: a station clock that was years off must not fill the ledger."""

KBIT_S_MOST = 1_000_000.0
"""Kilobits a second above which a measurement is none."""
