"""One row of a sheet as a line of the report."""

from dataclasses import dataclass

from rekam.operations.report.cell import Cell, SheetRow
from rekam.operations.report.finding import Finding, finding
from rekam.operations.report.heading import (
    CODE,
    EXPLANATION,
    NAMES,
    Headings,
)
from rekam.operations.report.line import COUNTS, ReportLine, line_of
from rekam.operations.report.month import Month
from rekam.operations.report.number import read_whole, shown
from rekam.operations.report.places import PlaceBook
from rekam.place import Level, Region
from rekam.problem import Problem

_LEVELS = {
    "village": Level.VILLAGE,
    "district": Level.DISTRICT,
    "regency": Level.REGENCY,
    "province": Level.PROVINCE,
}
_REQUIRED = ("obliged", "recorded")


@dataclass
class RowReader:
    """Reads the rows under one line of headings.

    Args:
        headings: Which column says what.
        places: The territory's regions.
        month: The month that the file is said to be of.
    """

    headings: Headings
    places: PlaceBook
    month: Month

    def cell(self, row: SheetRow, column: str) -> Cell | None:
        """The cell of a column; ``None`` when it is empty or the sheet has no such column."""
        number = self.headings.columns.get(column)
        return None if number is None else row[1].get(number)

    @property
    def place_column(self) -> int:
        """Number of the column in which the row's place stands."""
        columns = self.headings.columns
        return min(columns[name] for name in (CODE, *NAMES) if name in columns)

    def sum_words(self, row: SheetRow) -> str:
        """What stands where the row's place does or before it, for telling a sum from a place."""
        last = max(self.headings.columns[name] for name in (CODE, *NAMES) if name in self.headings.columns)
        texts = (cell.text for number, cell in sorted(row[1].items()) if number <= last)
        return next((text for text in texts if not text.strip().isdigit()), "")

    def names(self, row: SheetRow) -> dict[Level | None, Cell]:
        """The names of places in a row by level."""
        found = ((_LEVELS.get(name), self.cell(row, name)) for name in NAMES)
        return {level: cell for level, cell in found if cell is not None and shown(cell)}

    def place(self, row: SheetRow) -> Region | Finding:
        """The region of a row, or why nobody knows it."""
        names = self.names(row)
        code = self.cell(row, CODE)
        if code is None and not names:
            return finding(Problem("report.place_missing"), row[0], self.place_column)
        deepest = next(iter(names.values()), None)
        blamed = code or deepest
        assert blamed is not None
        try:
            if code is None:
                return self.places.by_names({level: cell.text for level, cell in names.items()})
            region = self.places.by_code(code.text)
            named = names.get(region.level) or names.get(None)
            if named is not None and not self.places.likely(region, named.text):
                problem = Problem(
                    "report.place_mismatch", code=region.code, known=region.title, value=shown(named)
                )
                return finding(problem, row[0], named.column, named)
        except Problem as problem:
            return finding(problem, row[0], blamed.column, blamed)
        return region

    def counts(self, row: SheetRow) -> tuple[dict[str, int | None], list[Finding]]:
        """The counts of a row, and its cells that hold none."""
        values: dict[str, int | None] = {}
        bad: list[Finding] = []
        for column in COUNTS:
            number = self.headings.columns.get(column)
            if number is None:
                continue
            cell = row[1].get(number)
            try:
                value = read_whole(cell)
            except Problem as problem:
                bad.append(finding(problem, row[0], number, cell))
                continue
            if value is None and column in _REQUIRED:
                bad.append(finding(Problem("report.value_missing"), row[0], number, cell))
            values[column] = value
        return values, bad

    def line(self, row: SheetRow, values: dict[str, int | None]) -> ReportLine:
        """The row as a line of no place yet; its obliged and recorded must have been read."""
        return line_of("", "", values, shown(self.cell(row, EXPLANATION)))
