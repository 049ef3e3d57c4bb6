"""The rows of one sheet of a workbook, gathered while its XML goes by."""

from rekam.edge.sheet.parameters import CELLS_MOST, COLUMNS_MOST, ROWS_MOST, SHEET_ROWS, TEXT_MOST
from rekam.edge.sheet.parts import local
from rekam.operations.report.cell import Cell, Content, Range, SheetRow, address, place_of, range_of
from rekam.problem import Problem

_CONTENT = {
    "e": Content.ERROR,
    "s": Content.TEXT,
    "str": Content.TEXT,
    "inlineStr": Content.TEXT,
    "d": Content.TEXT,
}


class SheetReader:
    """Takes elements, gives rows.

    Args:
        strings: The workbook's table of texts.
    """

    def __init__(self, strings: list[str]) -> None:
        self.merged: list[Range] = []
        self._strings = strings
        self._local: dict[str, str] = {}
        self._rows: list[SheetRow] = []
        self._row = 0
        self._row_text = "0"
        self._columns: dict[str, int] = {}
        self._column = -1
        self._count = 0
        self._cells: dict[int, Cell] = {}
        self._kind = ""
        self._value: list[str] = []
        self._inside = False
        self._formula = False
        self._length = 0

    def take(self) -> list[SheetRow]:
        """The rows that are complete."""
        rows, self._rows = self._rows, []
        return rows

    def start(self, name: str, values: dict[str, str]) -> None:
        """An element begins."""
        kind = self._local.get(name) or self._local.setdefault(name, local(name))
        if kind == "c":
            self._start_cell(values)
        elif kind in {"v", "t"}:
            self._inside = True
        elif kind == "f":
            self._formula = True
        elif kind == "row":
            self._start_row(values)
        elif kind == "mergeCell":
            found = range_of(values.get("ref", ""))
            if found is not None and len(self.merged) < ROWS_MOST:
                self.merged.append(found)

    def text(self, text: str) -> None:
        """Letters inside an element."""
        if self._inside:
            self._length += len(text)
            if self._length > TEXT_MOST:
                raise Problem(
                    "report.cell_too_long", address=address(self._row, self._column), most=TEXT_MOST
                )
            self._value.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        kind = self._local.get(name)
        if kind == "c":
            self._end_cell()
        elif kind in {"v", "t"}:
            self._inside = False
        elif kind == "row" and self._cells:
            self._rows.append((self._row, self._cells))
            self._cells = {}

    def _start_row(self, values: dict[str, str]) -> None:
        number = values.get("r", "")
        row = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else self._row + 1
        if not self._row < row <= SHEET_ROWS:
            raise Problem("report.file_damaged")
        self._row, self._row_text, self._column, self._cells = row, str(row), -1, {}

    def _start_cell(self, values: dict[str, str]) -> None:
        column = self._column_of(values.get("r", ""))
        self._count += 1
        if self._count > CELLS_MOST:
            raise Problem("report.file_bomb")
        if column <= self._column:
            raise Problem("report.file_damaged")
        self._column = column
        self._kind = values.get("t", "n")
        self._value, self._length, self._formula = [], 0, False

    def _column_of(self, reference: str) -> int:
        """The column of an address in this row; a million cells have a few letters in turn, so they are kept."""
        if not reference:
            return self._column + 1
        letters = reference.removesuffix(self._row_text)
        known = self._columns.get(letters) if len(letters) < len(reference) else None
        if known is not None:
            return known
        place = place_of(reference)
        if place is None or place[0] != self._row:
            raise Problem("report.file_damaged")
        if len(self._columns) < COLUMNS_MOST:
            self._columns[letters] = place[1]
        return place[1]

    def _end_cell(self) -> None:
        value = "".join(self._value)
        self._value = []
        if self._kind == "s" and value:
            if not (
                value.isascii() and value.isdigit() and len(value) < 10 and int(value) < len(self._strings)
            ):
                raise Problem("report.file_damaged")
            value = self._strings[int(value)]
        if not value and self._formula:
            # Written by a program that did not compute it: not the same as an empty cell.
            self._kind, value = "e", "= ?"
        if not value or value.isspace():
            return
        # Empty cells may stand anywhere, coloured down to the last row; only what says something is limited.
        if self._row > ROWS_MOST:
            raise Problem("report.too_many_rows", most=ROWS_MOST)
        if self._column >= COLUMNS_MOST:
            raise Problem(
                "report.too_many_columns", address=address(self._row, self._column), most=COLUMNS_MOST
            )
        if len(value) > TEXT_MOST:
            raise Problem("report.cell_too_long", address=address(self._row, self._column), most=TEXT_MOST)
        content = _CONTENT.get(self._kind, Content.NUMBER)
        if self._kind == "b":
            content, value = Content.TEXT, "TRUE" if value == "1" else "FALSE"
        self._cells[self._column] = Cell(self._row, self._column, content, value)
