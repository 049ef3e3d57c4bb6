"""Loading a checked file: all of its lines, what came of whom, and the audit line in one transaction."""

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit, figure_files
from rekam.edge.store.centre.counts import IMPORTED, CountRow, put_counts
from rekam.edge.store.centre.figure_files import GOOD, LOADED
from rekam.edge.store.centre.reports import lock_month, put_report
from rekam.operations.report import COUNTS, Month, ReportLine
from rekam.place import Level, cut_to, level_of
from rekam.problem import Problem

IN_FILE = "(menurut berkas)"
"""Name of the data cut where a file names none."""


def load_figures(centre: Centre, account: Account, file_id: int) -> int:
    """Put the lines of a file into the figures; how many were new. Again it changes nothing.

    Raises:
        Problem: ``report.file_not_here``, ``report.not_checked``, ``account.not_permitted``.
    """
    now = centre.now()
    with centre.store.database.transaction() as connection:
        file = figure_files.lock_file(connection, file_id)
        if file is None:
            raise Problem("report.file_not_here")
        require(account, Act.IMPORT_FIGURES, file.territory)
        if file.state == LOADED:
            return 0
        if file.state != GOOD:
            raise Problem("report.not_checked")
        lines, month = file.lines, Month.of(file.month)
        source = f"{file.source} ({file.name})"
        rows = [_count_row(line, month) for line in lines]
        added = put_counts(connection, rows, source=source, kind=IMPORTED, at=now)
        for place in reporting(lines):
            lock_month(connection, place, month.first)
            put_report(
                connection, place, month.first, kind="imported", at=now, by=account.name, source=source
            )
        figure_files.note_loaded(connection, file_id, by=account.name, at=now)
        audit.write(
            connection, account.name, "import_figures", file.territory, f"{file.territory} {month}", at=now,
            details={"file": file_id, "lines": len(lines), "new": added},
        )  # fmt: skip
    return added


def reporting(lines: list[ReportLine]) -> list[str]:
    """The kabupaten/kota that a file reports for."""
    return sorted({cut_to(one.place, Level.REGENCY) for one in lines if level_of(one.place) >= Level.REGENCY})


def _count_row(line: ReportLine, month: Month) -> CountRow:
    counts = {column: line.count(column) for column in COUNTS if column not in {"obliged", "recorded"}}
    return CountRow(line.place, month.last, IN_FILE, line.obliged, line.recorded, **counts)
