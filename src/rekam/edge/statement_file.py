"""A file of statements: CSV as text, or the first sheet of an XLSX workbook."""

import io
from itertools import islice

from rekam.edge.sheet import Workbook
from rekam.operations.report.cell import Cell, Content
from rekam.operations.statement import Table, decoded, read_grid, read_text
from rekam.operations.statement.column import columns_of
from rekam.operations.statement.table import MOST_ROWS
from rekam.problem import Problem

_ZIP = b"PK\x03\x04"
WHOLE = 1.5
"""A workbook stores 88,5 % as 0.885: a column of numbers none of which is above this (coverage of 150 %) is such."""


def read_statement_file(name: str, data: bytes) -> Table:
    """The table of a file.

    Args:
        name: Its name, for what it ends in.
        data: Its bytes.

    Raises:
        Problem: ``statement.unreadable``, ``statement.no_columns``, ``statement.too_long``.
    """
    if not (data.startswith(_ZIP) or name.lower().endswith((".xlsx", ".xlsm"))):
        return read_text(decoded(data))
    rows = _workbook(data)
    width = max((max(cells, default=-1) + 1 for _, cells in rows), default=0)
    grid = [[_text(cells.get(column)) for column in range(width)] for _, cells in rows]
    percent = columns_of(grid[0]).get("percent") if grid else None
    if percent is not None:
        _as_hundred(grid, [cells.get(percent) for _, cells in rows], percent)
    return read_grid(grid, [line for line, _ in rows])


def _workbook(data: bytes) -> list[tuple[int, dict[int, Cell]]]:
    try:
        with Workbook(io.BytesIO(data)) as workbook:
            seen = [sheet for sheet in workbook.sheets if not sheet.hidden]
            # One row more than is allowed is enough to say so.
            return list(islice(workbook.rows(seen[0]), MOST_ROWS + 2)) if seen else []
    except Problem as problem:
        raise Problem("statement.unreadable") from problem


def _text(cell: Cell | None) -> str:
    if cell is None or cell.content is Content.ERROR:
        return ""
    if cell.content is Content.NUMBER:
        value = float(cell.text)
        # A workbook knows no difference between 88.5 and 88.50000000000001.
        return str(int(value)) if value.is_integer() else f"{value:.10g}"
    return cell.text


def _as_hundred(grid: list[list[str]], cells: list[Cell | None], column: int) -> None:
    numbers = [
        float(cell.text)
        for cell in cells[1:]
        if cell is not None and cell.content is Content.NUMBER and float(cell.text) > 0
    ]
    if not numbers or max(numbers) > WHOLE:
        return
    for row, cell in zip(grid[1:], cells[1:], strict=True):
        if cell is not None and cell.content is Content.NUMBER:
            row[column] = f"{100 * float(cell.text):.10g}"
