"""Sheets for offices: XLSX that Excel and LibreOffice open as they open their own, and CSV with semicolons."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import xlsxwriter

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Attributes:
        heading: Its title.
        width: Letters that fit into it.
        form: ``text``, ``count`` or ``percent`` (a fraction, shown as a percentage).
    """

    heading: str
    width: float = 12
    form: str = "count"


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """What a sheet is to hold.

    Attributes:
        name: On its tab.
        head: Lines above the headings.
        columns: The columns.
        rows: Values below the headings; ``None`` leaves a cell empty.
        last_bold: Whether the last row is the sum.
        foot: Lines below.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    head: Sequence[str] = ()
    last_bold: bool = False
    foot: Sequence[str] = ()


def xlsx_bytes(
    sheets: Sequence[WrittenSheet],
    *,
    created: int,
    title: str = "",
    hidden: tuple[str, Sequence[str]] | None = None,
) -> bytes:
    """A workbook; the same values give the same bytes.

    Args:
        sheets: Its sheets.
        created: Unix seconds that stand in its properties.
        title: In its properties.
        hidden: Name and lines of a sheet that nobody has to look at.
    """
    file = io.BytesIO()
    # A text that begins with "=" stays a text: nothing that somebody typed becomes a formula.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(file, options)
    workbook.set_properties(
        {"title": title, "created": datetime.fromtimestamp(created, UTC).replace(tzinfo=None)}
    )
    for sheet in sheets:
        _write(workbook, sheet)
    if hidden is not None:
        page = workbook.add_worksheet(hidden[0])
        page.very_hidden()
        for number, line in enumerate(hidden[1]):
            page.write_string(number, 0, line)
    workbook.close()
    return file.getvalue()


def _write(workbook: xlsxwriter.Workbook, sheet: WrittenSheet) -> None:
    forms = {
        (form, strong): workbook.add_format({"num_format": pattern, "bold": strong, "top": int(strong)})
        for form, pattern in (("text", "@"), ("count", "#,##0"), ("percent", "0.00%"))
        for strong in (False, True)
    }
    title = workbook.add_format({"bold": True})
    heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    page = workbook.add_worksheet(sheet.name[:31])
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_footer("&L&F&RHalaman &P dari &N")
    for number, line in enumerate(sheet.head):
        page.write_string(number, 0, line, title)
    top = len(sheet.head)
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        page.write_string(top, number, column.heading, heading)
    page.freeze_panes(top + 1, 2)
    page.repeat_rows(top)
    rows = list(sheet.rows)
    for down, values in enumerate(rows, top + 1):
        last = sheet.last_bold and down == top + len(rows)
        for number, (column, value) in enumerate(zip(sheet.columns, values, strict=True)):
            if isinstance(value, str):
                page.write_string(down, number, value, forms["text", last])
            elif value is not None:
                page.write_number(down, number, value, forms[column.form, last])
    for number, line in enumerate(sheet.foot, top + len(rows) + 2):
        page.write_string(number, 0, line)


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Semicolons and UTF-8 with a mark, which Excel here opens in columns; no cell can become a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_harmless(value) for value in row])
    return file.getvalue().encode("utf-8-sig")


def _harmless(value: Value) -> Value:
    return "'" + value if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t")) else value
