"""A whole sheet: every line, or every bad cell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from rekam.operations.report import parameters
from rekam.operations.report.cell import Range, SheetRow, address
from rekam.operations.report.doubt import doubts
from rekam.operations.report.finding import Finding, finding
from rekam.operations.report.heading import Headings, headings_of, is_office, is_total
from rekam.operations.report.line import COUNTS, ReportLine
from rekam.operations.report.month import Month
from rekam.operations.report.places import PlaceBook
from rekam.operations.report.reading import RowReader
from rekam.operations.report.sums import StatedSum, Sums
from rekam.problem import Problem


@dataclass
class Checked:
    """What a sheet says, or what is wrong with it.

    Attributes:
        lines: The lines, the sums left out.
        findings: Every bad cell in the order of the sheet; with one of them nothing is loaded.
        ignored: What was left out, as ``K4: Ketua RT``: headings that nobody knows, the line of the office itself.
        rows: Rows under the headings, sums too.
    """

    lines: list[ReportLine] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    rows: int = 0

    @property
    def good(self) -> bool:
        """Whether it can be loaded."""
        return bool(self.lines) and not self.findings


def check_sheet(
    rows: Iterable[SheetRow], merged: Sequence[Range], places: PlaceBook, month: Month
) -> Checked:
    """Read a sheet row by row.

    Args:
        rows: Rows that are not empty, in order.
        merged: Cells merged into one; looked at when the last row has been read.
        places: The regions of the territory that the figures may be for.
        month: The month that the figures are said to be of.

    Raises:
        Problem: ``report.no_headings``, ``report.column_missing``, ``report.no_lines``: there is no cell to blame.
    """
    source = iter(rows)
    before, headings = _find_headings(source)
    sheet = _Sheet(RowReader(headings, places, month))
    sheet.check_head(before)
    for row in source:
        sheet.take(row)
    return sheet.close(merged)


_WORDS = {"place": "Nama wilayah", "obliged": COUNTS["obliged"], "recorded": COUNTS["recorded"]}


def _find_headings(source: Iterator[SheetRow]) -> tuple[list[SheetRow], Headings]:
    before: list[SheetRow] = []
    for row in source:
        found = headings_of(row)
        if found is not None and found.missing:
            words = ", ".join(_WORDS[one] for one in found.missing)
            raise Problem("report.column_missing", row=row[0], columns=words)
        if found is not None:
            return before, found
        before.append(row)
        if len(before) >= parameters.HEADING_ROWS_MOST:
            break
    raise Problem("report.no_headings")


class _Sheet:
    def __init__(self, reader: RowReader) -> None:
        self.reader = reader
        self.headings = reader.headings
        self.found: list[Finding] = []
        self.sums = Sums()
        self.first_row: dict[str, str] = {}
        self.rows = 0
        self.ignored: list[str] = []
        self.last_row = reader.headings.row

    def bad(self, found: Iterable[Finding]) -> None:
        self.found += found
        if len(self.found) > parameters.FINDINGS_MOST:
            raise Problem("report.too_many_findings", most=parameters.FINDINGS_MOST)

    def check_head(self, rows: Iterable[SheetRow]) -> None:
        """A letterhead may name the month: it has to be the one that was chosen."""
        for row in rows:
            for cell in row[1].values():
                named = Month.find(cell.text) if "bulan" in cell.text.lower() else None
                if named not in {None, self.reader.month}:
                    problem = Problem("report.other_month", month=self.reader.month.words)
                    self.bad([finding(problem, row[0], cell.column, cell)])

    def take(self, row: SheetRow) -> None:
        """One row under the headings."""
        self.last_row = row[0]
        if not any(number in row[1] for number in self.headings.columns.values()):
            return
        values, bad = self.reader.counts(row)
        if (row[0] <= self.headings.row + 2 and _numbers_columns(row)) or (
            bad and headings_of(row) is not None
        ):
            # The line "(1) (2) (3)" under the headings, or the headings again on a new page.
            return
        if is_total(self.reader.sum_words(row)):
            self.rows += 1
            self.bad(one for one in bad if one.code != "report.value_missing")
            said = {column: value for column, value in values.items() if value is not None}
            self.sums.rows.append(StatedSum(row[0], said))
            return
        if not any(column in COUNTS and number in row[1] for column, number in self.headings.columns.items()):
            # A heading of a group ("Kecamatan Bangko"), a remark under the table, the line for the signature.
            return
        self.rows += 1
        if is_office(self.reader.sum_words(row)):
            self._office(row, values, bad)
            return
        self.bad(bad)
        line = None if bad else self.reader.line(row, values)
        self.bad(doubts(self.reader, row, line))
        region = self.reader.place(row)
        self.sums.unread |= {
            column for column in COUNTS if column not in values or isinstance(region, Finding)
        }
        if isinstance(region, Finding):
            self.bad([region])
            return
        here = address(row[0], self.reader.place_column)
        if self.first_row.setdefault(region.code, here) != here:
            problem = Problem("report.place_twice", value=region.title, first=self.first_row[region.code])
            self.bad(
                [finding(problem, row[0], self.reader.place_column, row[1].get(self.reader.place_column))]
            )
        elif line is not None:
            self.sums.rows.append((row[0], replace(line, place=region.code, name=region.title)))

    def _office(self, row: SheetRow, values: dict[str, int | None], bad: list[Finding]) -> None:
        """What lies at the office itself belongs to no place: it is compared with the sums and named as left out."""
        self.bad(one for one in bad if one.code != "report.value_missing")
        self.sums.rows.append((row[0], self.reader.line(row, values)))
        self.ignored.append(
            f"{address(row[0], self.reader.place_column)}: {self.reader.sum_words(row).strip()[:60]}"
        )

    def close(self, merged: Sequence[Range]) -> Checked:
        """What only the whole sheet can tell: headings, sums, levels, merged cells."""
        row = self.headings.row
        for number, text in self.headings.twice.items():
            self.bad([Finding(row, number, text, "report.heading_twice", {"value": text})])
        self.bad(self.sums.findings(self.headings.columns, self.reader.place_column))
        for one in merged:
            if row < one.bottom and one.top <= self.last_row:
                problem = Problem("report.merged_cells", range=one.address)
                self.bad([Finding(one.top, one.left, one.address, problem.code, dict(problem.details))])
        lines = self.sums.lines()
        if not lines and not self.found:
            raise Problem("report.no_lines")
        ignored = [f"{address(row, at)}: {text}" for at, text in self.headings.unknown.items()]
        found = sorted(self.found, key=lambda one: (one.row, one.column))
        return Checked(lines, found, ignored + self.ignored, self.rows)


def _numbers_columns(row: SheetRow) -> bool:
    texts = [cell.text.strip(" ()") for _, cell in sorted(row[1].items())]
    numbers = [int(text) for text in texts if text.isascii() and text.isdigit()]
    return len(numbers) == len(texts) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
