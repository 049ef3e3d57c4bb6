"""CSV files as Excel and LibreOffice write them here: semicolons or commas, UTF-8 or Windows-1252."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from rekam.edge.sheet.parameters import CHUNK, COLUMNS_MOST, ROWS_MOST, TEXT_MOST
from rekam.operations.report.cell import Cell, Content, SheetRow, address
from rekam.problem import Problem

_HEAD_LINES = 30
_SEPARATORS = ";,\t|"


def csv_rows(file: IO[bytes]) -> Iterator[SheetRow]:
    """The rows that are not empty; every cell is text of a person.

    Raises:
        Problem: ``report.file_unknown``, ``report.too_many_rows``, ``report.too_many_columns``,
            ``report.cell_too_long``.
    """
    text = io.TextIOWrapper(file, encoding=_encoding(file), newline="")
    try:
        head = [text.readline(TEXT_MOST * COLUMNS_MOST) for _ in range(_HEAD_LINES)]
        text.seek(0)
        reader = csv.reader(text, delimiter=_separator(head), strict=False)
        for number, values in enumerate(reader, 1):
            cells = _cells(number, values)
            if cells:
                if number > ROWS_MOST:
                    raise Problem("report.too_many_rows", most=ROWS_MOST)
                yield number, cells
    except (csv.Error, UnicodeDecodeError) as error:
        raise Problem("report.file_unknown") from error
    finally:
        text.detach()


def _cells(number: int, values: list[str]) -> dict[int, Cell]:
    cells = {}
    for column, value in enumerate(values):
        if not value or value.isspace():
            continue
        if column >= COLUMNS_MOST:
            raise Problem("report.too_many_columns", address=address(number, column), most=COLUMNS_MOST)
        if len(value) > TEXT_MOST:
            raise Problem("report.cell_too_long", address=address(number, column), most=TEXT_MOST)
        content = Content.ERROR if value.startswith("#") and value.rstrip("!?").isupper() else Content.TEXT
        cells[column] = Cell(number, column, content, value)
    return cells


def _encoding(file: IO[bytes]) -> str:
    """UTF-8 where the whole file is; else what Windows writes here."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding="utf-8")
    try:
        while text.read(CHUNK):
            pass
    except UnicodeDecodeError:
        return "cp1252"
    else:
        return "utf-8-sig"
    finally:
        text.detach()
        file.seek(0)


def _separator(head: list[str]) -> str:
    counts = {sign: sum(line.count(sign) for line in head) for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: counts[sign])
