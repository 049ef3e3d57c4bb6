from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rekam.abis import PersonTemplate
from rekam.edge.store.gallery_files import people as people_column
from rekam.edge.store.gallery_files.column import MappedColumn
from rekam.edge.store.gallery_files.feature import Feature
from rekam.edge.store.gallery_files.head import Head
from rekam.edge.store.gallery_files.log import Log
from rekam.edge.store.gallery_files.parameters import BLOCK_ROWS
from rekam.edge.store.gallery_files.people import People
from rekam.edge.store.gallery_files.record import Put, Record, put_record, read_record, remove_record
from rekam.problem import Problem


class Generation:
    """Log and columns that belong together; the next compaction begins another.

    Args:
        folder: Of the gallery.
        number: Of the generation.
        features: Columns of the search.
    """

    def __init__(self, folder: Path, number: int, features: Sequence[Feature]) -> None:
        self.number = number
        self.features = features
        self.log = Log(folder / f"{number}.log")
        self.people = People(folder / f"{number}.{people_column.NAME}.col")
        self.columns: Mapping[str, MappedColumn] = {
            one.name: MappedColumn(folder / f"{number}.{one.name}.col", one.kind, one.shape)
            for one in features
        }
        self._sums: dict[str, NDArray[np.uint32]] = {}
        self._summed = 0

    def append(self, puts: Sequence[Put], rows: Mapping[str, NDArray[Any]] | None = None) -> None:
        """Take people in; durable and visible when it returns, or not at all.

        Args:
            puts: Who comes.
            rows: Their rows of each column of the search, where they are known; else made from the templates.

        Raises:
            Problem: ``abis.template_unreadable``, ``abis.gallery_ref_unusable``, ``delivery.no_space``,
                ``delivery.disk_failed``.
        """
        first = self.people.count
        records = [put_record(first + place, put) for place, put in enumerate(puts)]
        lengths = [len(record) for record in records]
        starts = self.log.size + np.cumsum([0, *lengths[:-1]])
        if rows is None:
            self.derive(first, [PersonTemplate.from_bytes(put.template) for put in puts])
        else:
            for name, known in rows.items():
                self.columns[name].write(first, known)
        self.people.column.write(first, self.people.written(puts, starts.tolist(), lengths))
        # The rows lie behind the last known one: nobody sees them until the log has the people.
        self.log.append(b"".join(records))
        for place, put in enumerate(puts):
            self.people.come(first + place, put.reference)

    def remove(self, reference: str) -> None:
        """Take a person out; durable when it returns. The bytes stay until the next compaction."""
        row = self.people.rows[reference]
        self.log.append(remove_record(row))
        self.people.go(row)

    def derive(
        self, first: int, templates: Sequence[PersonTemplate], names: Sequence[str] | None = None
    ) -> None:
        """Write the search's columns of rows from a place on; of those named only, if any are."""
        for one in self.features:
            if templates and (names is None or one.name in names):
                self.columns[one.name].write(first, np.stack([one.of(template) for template in templates]))

    def record(self, row: int) -> Record | None:
        """The record of a row as the disk has it; ``None`` if it is damaged."""
        place = self.people.table[row]
        data = self.log.read(int(place["start"]), int(place["length"]))
        found = read_record(memoryview(data), 0)
        return found if found is not None and found.row == row else None

    def put(self, reference: str) -> Put:
        """The person of a reference.

        Raises:
            Problem: ``abis.gallery_row_damaged`` if the record cannot be read; the person is then not found
                any more and stands among the damaged.
        """
        row = self.people.rows[reference]
        record = self.record(row)
        if record is None:
            self.people.damage(row)
            raise Problem("abis.gallery_row_damaged", ref=reference)
        return record.put()

    def rows_of(self, name: str) -> NDArray[Any]:
        """A column of the search as it lies in memory."""
        return self.columns[name].rows(self.people.count)

    def head(self, number: int, mark: str) -> Head:
        """Make the columns durable; what a head then says of them."""
        every = {people_column.NAME: self.people.column, **self.columns}
        count = self.people.count
        block = self._summed // BLOCK_ROWS
        for name, column in every.items():
            column.sync()
            known = self._sums.get(name, np.empty(0, np.uint32))[:block]
            self._sums[name] = np.concatenate([known, column.checksums(count, block)])
        self._summed = count
        return Head(
            number,
            self.number,
            count,
            self.log.size,
            [sorted(shelf) for shelf in self.people.shelves],
            list(self.people.extractors),
            [one.form for one in self.features],
            {name: sums.astype("<u4").tobytes() for name, sums in self._sums.items()},
            np.packbits(~self.people.alive).tobytes(),
            list(self.people.damaged),
            mark,
        )

    def trust(self, head: Head) -> None:
        """Take the checksums of a head over, which were found right."""
        self._sums = {
            name: np.frombuffer(sums, "<u4").astype(np.uint32) for name, sums in head.checks.items()
        }
        self._summed = head.rows

    def close(self) -> None:
        """Let go of the files."""
        self.log.close()
        for column in (self.people.column, *self.columns.values()):
            column.close()
