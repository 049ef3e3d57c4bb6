"""Who stands in which row, and where their record lies."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from rekam.edge.store.gallery_files.column import MappedColumn
from rekam.edge.store.gallery_files.parameters import LEAST_ROWS, REFERENCE_BYTES
from rekam.edge.store.gallery_files.record import Put

NAME = "people"
KIND = np.dtype([("reference", f"S{REFERENCE_BYTES}"), ("start", "<u8"), ("length", "<u4"), ("shelf", "<u4"),
                 ("extractor", "<u4")])  # fmt: skip

Name = TypeVar("Name", str, frozenset[str])


class People:
    """The column of people, and in memory who of them is alive.

    Attributes:
        count: Rows written, dead ones too.
        rows: Row of each living reference.
        shelves: Sets of galleries, by number.
        extractors: Names of extractors, by number.
        damaged: References that stand in the files and cannot be read.

    Args:
        path: File of the column.
    """

    def __init__(self, path: Path) -> None:
        self.column = MappedColumn(path, KIND)
        self.count = 0
        self.rows: dict[str, int] = {}
        self.shelves: list[frozenset[str]] = []
        self.extractors: list[str] = []
        self.damaged: dict[str, None] = {}
        self._alive = np.zeros(LEAST_ROWS, np.bool_)

    @property
    def alive(self) -> NDArray[np.bool_]:
        """Which rows may be found."""
        return self._alive[: self.count]

    @property
    def table(self) -> NDArray[Any]:
        """The rows as they lie in the file."""
        return self.column.rows(self.count)

    def written(self, puts: Iterable[Put], starts: Iterable[int], lengths: Iterable[int]) -> NDArray[Any]:
        """Rows as the column keeps them."""
        values = [
            (
                put.reference.encode(),
                start,
                length,
                self._shelf(put.galleries),
                self._extractor(put.extractor),
            )
            for put, start, length in zip(puts, starts, lengths, strict=True)
        ]
        return np.array(values, KIND)

    def of_extractors(self, wanted: Callable[[str], bool]) -> list[str]:
        """References whose extractor is wanted, in the order they came."""
        chosen = np.array([wanted(name) for name in self.extractors], np.bool_)
        made_by = self.table["extractor"]
        return [reference for reference, row in self.in_order() if chosen[made_by[row]]]

    def of_gallery(self, gallery: str) -> NDArray[np.bool_]:
        """Which rows are alive and in a gallery."""
        chosen = np.array([gallery in shelf for shelf in self.shelves], np.bool_)
        rows = np.flatnonzero(self.alive)
        among = np.zeros(self.count, np.bool_)
        if len(rows):  # dead rows may name a shelf that does not exist
            among[rows] = chosen[self.table["shelf"][rows]]
        return among

    def galleries(self) -> list[str]:
        """Galleries that somebody alive is in, in order."""
        used = np.unique(self.table["shelf"][self.alive]).tolist()
        return sorted(set().union(*(self.shelves[shelf] for shelf in used)))

    def come(self, row: int, reference: str) -> None:
        """A person stands in a row and takes the place of whoever had the reference."""
        self.reach(row + 1)
        before = self.rows.get(reference)
        if before is not None:
            self._alive[before] = False
        self.rows[reference] = row
        self._alive[row] = True
        self.damaged.pop(reference, None)

    def go(self, row: int) -> None:
        """Whoever stands in a row is dead; nobody may."""
        self.reach(row + 1)
        self._alive[row] = False
        reference = self.reference(row)
        if self.rows.get(reference) == row:
            del self.rows[reference]

    def damage(self, row: int) -> None:
        """A row whose record cannot be read: not found any more, and named."""
        self.go(row)
        reference = self.reference(row)
        if reference and reference not in self.rows:
            self.damaged[reference] = None

    def reference(self, row: int) -> str:
        """Who stands or stood in a row; empty where the file has no name."""
        if row >= self.column.room:
            return ""
        named: bytes = self.column.rows(row + 1)[row]["reference"]
        return named.decode(errors="replace")

    def in_order(self) -> Iterator[tuple[str, int]]:
        """The living and their rows, in the order in which they came."""
        yield from sorted(self.rows.items(), key=lambda one: one[1])

    def reach(self, count: int) -> None:
        """So many rows exist at least; in the new ones nobody is alive."""
        if count > len(self._alive):
            grown = np.zeros(max(count, 2 * len(self._alive)), np.bool_)
            grown[: self.count] = self.alive
            self._alive = grown
        self.count = max(self.count, count)

    def _shelf(self, galleries: tuple[str, ...]) -> int:
        return _number(self.shelves, frozenset(galleries))

    def _extractor(self, extractor: str) -> int:
        return _number(self.extractors, extractor)


def _number(known: list[Name], value: Name) -> int:
    if value not in known:
        known.append(value)
    return known.index(value)
