"""What SQLite's write-ahead log holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WalFrames:
    """What a log holds of committed transactions.

    Attributes:
        images: Where in the file the newest committed content of each page begins, by page number from 1.
        pages: Length of the database after the last commit, pages; 0 = nothing was committed.
        page_size: Bytes.
        mended: Flipped bits that were put right.
    """

    images: dict[int, int]
    pages: int
    page_size: int
    mended: int
