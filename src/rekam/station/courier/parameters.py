"""Limits of a courier's disk."""

DISK_RESERVE_BYTES = 4 * 1_048_576
"""Room left on a disk for the centre's answers: receipts, statuses and changes of the roster."""

ITEM_OVERHEAD_BYTES = 12_288
"""Room counted for a packet beside its body: manifest (6 kB at most) in the list, file-system blocks."""

JOURNAL_AT_ONCE = 500
"""Observations of the station in one list, as in one exchange."""

HELD_MOST = 20_000
"""Packet ids named as held in one list: 0.7 MB."""
