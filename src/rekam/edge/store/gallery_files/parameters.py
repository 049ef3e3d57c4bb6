"""Numbers of the galleries on disk, with unit and source."""

BLOCK_ROWS = 1024
"""People in a block of a column: what one checksum covers and what is made again when it is wrong (chosen:
1 MB of iris codes)."""
CHECKPOINT_ROWS = 1_000
"""People after whom the columns are made durable; so many at most are made again from the log after a kill
(chosen: some seconds of work, most of it finger codes)."""
LEAST_ROWS = 1_024
"""Rows for which a new column has room; it then doubles."""
REFERENCE_BYTES = 120
"""Longest reference of a person, bytes of UTF-8 (two UUIDs and a separator have 73). Stored format."""
MOST_RECORD_BYTES = 80_000
"""Longest record of the log, bytes: the longest template, its names and its galleries."""
DEAD_SHARE = 0.5
"""Share of dead rows at which compaction is worth its copying."""
ERASE_BYTES = 1 << 20
"""Zeros written at a time over what is thrown away, bytes."""
DESCRIBER = "dlib-resnet-1"
"""Whose face vectors the column of faces holds; those of others are kept in the templates and not searched."""
