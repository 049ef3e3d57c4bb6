"""Sizes of the centre's answers and lists."""

STATUSES_MOST = 1_000
"""Settled statuses of a station in one answer, the oldest first: about 175 kB, 11 s of a 128 kbit/s line."""

STATUSES_LATE_MOST = 300
"""Statuses in one answer that are too young to be settled, the newest first."""

STATUSES_SETTLE_S = 300
"""Age from which a status is settled, seconds: no transaction that is older is still open (they end at 120 s of
silence), so none with an earlier time can still appear. Until then a status is told with each answer."""

WANTED_MOST = 1_000
"""Bodies that the centre asks for in one answer."""

WANTED_LEAST = 10
"""Least share of a station in one window, however many catch up: ten minutes of a 128 kbit/s line at 1 MB."""

WINDOW_S = 3_600
"""Window in which stations that catch up share the intake, seconds."""

WINDOW_BODIES = 180_000
"""Bodies that the centre takes in one window: 50 a second, a little less than ``rekam bench intake`` shows on two
cores (docs/cards/faults.md); more machines, larger number."""

RECEIPTS_MOST = 1_000
"""Receipts in one answer; about 0.7 kB each."""

MISSING_MOST = 1_000
"""Missing numbers named in one answer."""

REASON_LETTERS_LEAST = 10
"""Shortest reason of an adjudicator, letters."""

WATCHED_MOST = 20
"""Latest recordings of the same operator whose fingers a new one is compared with, at any place: 200 prints, about
0.1 s a recording (`rekam.abis.within`)."""

CANDIDATES_MOST = 10
"""Candidates that a search brings and a case shows."""

TAKEN_TOGETHER_MOST = 64
"""Bodies whose taking over is committed in one transaction: 64 receipts, well below a second of work."""

SIZES_REMEMBERED = 10_000
"""Lengths of announced bodies that the intake keeps in memory: about 1.5 MB."""

DISK_HANDS = 4
"""Bodies of one caller that are put on the disks at the same time: the disk then joins their flushes."""

RELEASED_TOGETHER = 200
"""Packets that leave quarantine in one transaction: well below a second of work."""

SCRUB_NIGHTS = 30
"""Nights in which every copy of every body is read again once: a month, in which both copies of one body would have to rot."""

SCRUB_PAGE = 200
"""Bodies that are read between two notes of how far the round is: about 50 MB from the disks."""

SCRUB_MISSING_SUSPECT = 10
"""Copies missing in one folder, among those of a page and more than half of them, that are no rot but a disk that is
not there."""
