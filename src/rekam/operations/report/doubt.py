"""What does not fit together in a row."""

from collections.abc import Callable, Iterator

from rekam.operations.report.cell import Cell, SheetRow
from rekam.operations.report.finding import Finding, finding
from rekam.operations.report.heading import DAY, MONTH, NOT_RECORDED, PERCENT
from rekam.operations.report.line import ReportLine
from rekam.operations.report.month import Month
from rekam.operations.report.number import read_day, read_percent, read_whole, written
from rekam.operations.report.reading import RowReader
from rekam.problem import Problem

Doubt = Callable[[Cell, ReportLine | None, Month], Problem | None]


def doubts(reader: RowReader, row: SheetRow, line: ReportLine | None) -> Iterator[Finding]:
    """Every cell of a row that contradicts the others, or cannot be read itself.

    Args:
        reader: Whose headings hold.
        row: The row.
        line: What its counts say; ``None`` where one of them cannot be read.
    """
    checks: tuple[tuple[str, Doubt], ...] = (
        ("recorded", _recorded),
        (NOT_RECORDED, _not_recorded),
        (PERCENT, _percent),
        (MONTH, _month),
        (DAY, _day),
    )
    for column, check in checks:
        cell = reader.cell(row, column)
        if cell is None:
            continue
        try:
            problem = check(cell, line, reader.month)
        except Problem as unread:
            problem = unread
        if problem is not None:
            yield finding(problem, row[0], cell.column, cell)


def _recorded(_cell: Cell, line: ReportLine | None, _month: Month) -> Problem | None:
    if line is None or line.recorded <= line.obliged or line.explanation:
        return None
    return Problem("report.more_than_obliged", recorded=written(line.recorded), obliged=written(line.obliged))


def _not_recorded(cell: Cell, line: ReportLine | None, _month: Month) -> Problem | None:
    # Above 100 % some write the remainder below zero and some write none.
    said = None if line and cell.text.strip() == str(line.not_recorded) else read_whole(cell)
    if line is None or said is None or said == max(0, line.not_recorded):
        return None
    return Problem(
        "report.remainder_differs",
        obliged=written(line.obliged),
        recorded=written(line.recorded),
        result=written(line.not_recorded),
    )


def _percent(cell: Cell, line: ReportLine | None, _month: Month) -> Problem | None:
    read = read_percent(cell)
    if read is None or line is None or line.fraction is None:
        return None
    said, digits = read
    # Rounded or cut off at its last digit; as a percentage, or as the fraction that a program keeps.
    step = 10.0**-digits + 1e-9
    if abs(said - 100 * line.fraction) <= step or abs(said - line.fraction) <= step / 100 + 1e-4:
        return None
    result = f"{100 * line.fraction:.2f}".replace(".", ",")
    return Problem(
        "report.percent_differs",
        recorded=written(line.recorded),
        obliged=written(line.obliged),
        result=result,
    )


def _month(cell: Cell, _line: ReportLine | None, month: Month) -> Problem | None:
    found = Month.find(cell.text)
    if found is None:
        when = read_day(cell)
        found = Month.of(when) if when else month
    return None if found == month else Problem("report.other_month", month=month.words)


def _day(cell: Cell, _line: ReportLine | None, month: Month) -> Problem | None:
    when = read_day(cell)
    return (
        None if when is None or Month.of(when) == month else Problem("report.other_month", month=month.words)
    )
