"""A table of statements: text in, statements and the cells that cannot be read out."""

import csv
import io
from dataclasses import dataclass

from rekam.operations.statement.column import FIGURES, columns_of
from rekam.operations.statement.row import statement_of
from rekam.operations.statement.statement import Statement
from rekam.problem import Problem

MOST_ROWS = 200_000
LONGEST_CELL = 20_000
"""Letters of one cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read.

    Attributes:
        statements: Its rows in order; unreadable ones are left out.
        problems: What could not be read, cell by cell.
        cells: The cells of each statement as typed, by our column names.
    """

    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...]
    cells: tuple[dict[str, str], ...]


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 with or without mark, UTF-16 with mark, else the Windows letters of the West.

    Raises:
        Problem: ``statement.unreadable`` for a file that is no text.
    """
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        encoding = "utf-16"
    else:
        try:
            data.decode("utf-8")
            encoding = "utf-8-sig"
        except UnicodeDecodeError:
            encoding = "cp1252"
    text = data.decode(encoding, errors="replace")
    if "\0" in text:
        raise Problem("statement.unreadable")
    return text


def read_text(text: str) -> Table:
    """A table of comma, semicolon or tab separated values.

    Raises:
        Problem: ``statement.no_columns``, ``statement.unreadable``, ``statement.too_long``.
    """
    title = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=title.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        grid = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise Problem("statement.unreadable") from error
    return read_grid([row for _, row in grid], [line for line, _ in grid])


def read_grid(rows: list[list[str]], lines: list[int] | None = None) -> Table:
    """A table of cells, the first row its titles.

    Args:
        rows: Cells.
        lines: Line of the file on which each row ends; counted from 1 if not given.
    """
    lines = lines or list(range(1, len(rows) + 1))
    numbered = [
        (line, row) for line, row in zip(lines, rows, strict=True) if any(cell.strip() for cell in row)
    ]
    if not numbered:
        raise Problem("statement.no_columns")
    titles = numbered[0][1]
    columns = columns_of(titles)
    if not {"code", "name"} & columns.keys() or not {*FIGURES, "note", "wording"} & columns.keys():
        raise Problem("statement.no_columns")
    if len(numbered) - 1 > MOST_ROWS:
        raise Problem("statement.too_long", rows=len(numbered) - 1, most=MOST_ROWS)
    statements: list[Statement] = []
    problems: list[Problem] = []
    kept: list[dict[str, str]] = []
    for number, (line, row) in enumerate(numbered[1:], start=1):
        try:
            cells = _cells(row, titles, columns, line)
            statements.append(statement_of(cells, cells.get("id", "").strip() or number, line))
            kept.append(cells)
        except Problem as problem:
            problems.append(problem)
    return Table(tuple(statements), tuple(problems), tuple(kept))


def _cells(row: list[str], titles: list[str], columns: dict[str, int], line: int) -> dict[str, str]:
    extra = [cell for cell in row[len(titles) :] if cell.strip()]
    cells = {name: row[place].strip() if place < len(row) else "" for name, place in columns.items()}
    if extra:
        # A remark with commas and no quotes is still a remark; anything else has slipped.
        if columns.get("note") != len(titles) - 1:
            raise Problem("statement.too_many_cells", row=line, cells=len(row), titles=len(titles))
        cells["note"] = ", ".join([cells["note"], *(cell.strip() for cell in extra)])
    for name, cell in cells.items():
        if len(cell) > LONGEST_CELL:
            raise Problem(
                "statement.bad_cell", row=line, column=titles[columns[name]].strip(), text=cell[:40]
            )
    return cells
