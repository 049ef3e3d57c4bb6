"""Sheets from outside and for outside: XLSX and CSV, read row by row within limits."""

from rekam.edge.sheet.opening import Sheet, open_sheet
from rekam.edge.sheet.workbook import Workbook
from rekam.edge.sheet.write import Column, WrittenSheet, csv_bytes, xlsx_bytes

__all__ = ["Column", "Sheet", "Workbook", "WrittenSheet", "csv_bytes", "open_sheet", "xlsx_bytes"]
