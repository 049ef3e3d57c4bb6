"""Published figures: recomputed, compared with each other, contradictions named."""

from rekam.operations.statement.answer import as_json, contradiction
from rekam.operations.statement.check import Report, check
from rekam.operations.statement.finding import Finding, Kind
from rekam.operations.statement.row import statement_of
from rekam.operations.statement.sentence import say
from rekam.operations.statement.statement import Statement
from rekam.operations.statement.subjects import Subject
from rekam.operations.statement.table import Table, decoded, read_grid, read_text

__all__ = [
    "Finding", "Kind", "Report", "Statement", "Subject", "Table", "as_json", "check", "contradiction", "decoded",
    "read_grid", "read_text", "say", "statement_of",
]  # fmt: skip
