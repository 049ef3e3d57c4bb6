"""Monthly reports of offices: their lines, their months, and figures that come in sheets."""

from rekam.operations.report.line import COUNTS, Difference, ReportLine, differences, total
from rekam.operations.report.month import Month
from rekam.operations.report.statement import Signed, Statement, canonical, envelope, open_envelope
from rekam.operations.report.timeliness import Came, Punctuality, State, punctuality, state_of

__all__ = [
    "COUNTS",
    "Came",
    "Difference",
    "Month",
    "Punctuality",
    "ReportLine",
    "Signed",
    "State",
    "Statement",
    "canonical",
    "differences",
    "envelope",
    "open_envelope",
    "punctuality",
    "state_of",
    "total",
]
