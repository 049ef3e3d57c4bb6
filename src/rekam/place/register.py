from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rekam.place.code import level_of, parent_of
from rekam.place.level import KINDS
from rekam.place.region import Region


@dataclass(frozen=True, slots=True)
class Register:
    """One edition of the code list as columns; a `Region` is built when asked for.

    Codes are sorted, so all that lies under a code is one slice: 91,599 rows stay at a few
    megabytes and need no index.

    Attributes:
        codes: Dotted codes, ascending.
        names: Names in the same order.
        kinds: Index into `KINDS`, one byte a row.
    """

    codes: Sequence[str]
    names: Sequence[str]
    kinds: bytes

    def __len__(self) -> int:
        return len(self.codes)

    def index(self, code: str) -> int | None:
        """Row of a code; None if it is not in this edition."""
        row = bisect_left(self.codes, code)
        return row if row < len(self.codes) and self.codes[row] == code else None

    def under(self, code: str) -> range:
        """Rows of everything below a code, without itself."""
        return range(bisect_left(self.codes, code + "."), bisect_left(self.codes, code + "/"))

    def region(self, row: int) -> Region:
        """The region of a row."""
        code = self.codes[row]
        return Region(code, parent_of(code), level_of(code), KINDS[self.kinds[row]], self.names[row])

    def __iter__(self) -> Iterator[Region]:
        return (self.region(row) for row in range(len(self)))
