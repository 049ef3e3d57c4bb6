"""A file from outside as the one sheet of it that holds a report."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import IO

from rekam.edge.sheet.csv_file import csv_rows
from rekam.edge.sheet.workbook import SheetName, Workbook
from rekam.operations.report import parameters
from rekam.operations.report.cell import Range, SheetRow
from rekam.operations.report.heading import headings_of
from rekam.problem import Problem

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4_096


@dataclass
class Sheet:
    """Rows to be read once, in order.

    Attributes:
        name: On its tab; empty for CSV.
        rows: The rows that are not empty.
        merged: Cells merged into one, known once the last row has been read.
        others: Sheets that are left out.
    """

    name: str
    rows: Iterator[SheetRow]
    merged: list[Range] = field(default_factory=list)
    others: tuple[str, ...] = ()


@contextmanager
def open_sheet(file: IO[bytes]) -> Iterator[Sheet]:
    """The sheet with a line of headings: the first that has one, else the first that a person would see.

    Raises:
        Problem: ``report.file_*``, ``report.too_many_*``, ``report.cell_too_long``; some only while rows are read.
    """
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(0)
    if not head:
        raise Problem("report.file_missing")
    if head.startswith(_ZIP):
        with Workbook(file) as workbook:
            yield _chosen(workbook)
        return
    if head.startswith(_OLE):
        raise Problem("report.file_old")
    if b"\0" in head or head.lstrip().startswith((b"<", b"%PDF", b"{\\rtf")):
        raise Problem("report.file_unknown")
    yield Sheet("", csv_rows(file))


def _chosen(workbook: Workbook) -> Sheet:
    seen = [sheet for sheet in workbook.sheets if not sheet.hidden]
    if not seen:
        raise Problem("report.no_headings")
    chosen = next((sheet for sheet in seen if _has_headings(workbook.rows(sheet))), seen[0])
    others = tuple(sheet.name for sheet in workbook.sheets if sheet is not chosen)
    merged: list[Range] = []
    return Sheet(chosen.name, _with_merged(workbook, chosen, merged), merged, others)


def _with_merged(workbook: Workbook, chosen: SheetName, merged: list[Range]) -> Iterator[SheetRow]:
    yield from workbook.rows(chosen)
    merged.extend(workbook.merged)


def _has_headings(rows: Iterator[SheetRow]) -> bool:
    return any(headings_of(row) is not None for row in islice(rows, parameters.HEADING_ROWS_MOST))
