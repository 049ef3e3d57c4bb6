"""Sheets of this room: a signed report, an empty form, and a list of bad cells."""

from collections.abc import Iterable, Sequence

from rekam.edge.sheet.write import Column, Value, WrittenSheet, csv_bytes, xlsx_bytes
from rekam.edge.web import wording
from rekam.operations.report import COUNTS, Month, ReportLine, Signed, Statement, envelope
from rekam.operations.report.finding import Finding
from rekam.operations.report.statement import code_of, read_statement

ENVELOPE = "tanda tangan"
"""Hidden sheet with the envelope, in lines."""

CODE_HEADING, NAME_HEADING = "Kode wilayah", "Nama wilayah"
_LINE = 1_800
"""Letters of the envelope in one cell; less than what is read of one."""

_COLUMNS = (
    Column(CODE_HEADING, 14, "text"),
    Column(NAME_HEADING, 30, "text"),
    *(Column(words) for words in tuple(COUNTS.values())[:3]),
    Column("Belum direkam"),
    Column("%", 9, "percent"),
    *(Column(words) for words in tuple(COUNTS.values())[3:]),
    Column("Keterangan", 30, "text"),
)


def line_values(line: ReportLine) -> list[Value]:
    """A line in the order of the sheet's columns."""
    counts = [line.count(column) for column in COUNTS]
    return [
        line.place, line.name, *counts[:3], line.not_recorded, line.fraction, *counts[3:], line.explanation or None
    ]  # fmt: skip


def report_xlsx(signed: Signed, digest: bytes) -> bytes:
    """A signed report as a workbook that carries its signature; the same report gives the same bytes."""
    statement = read_statement(signed.statement)
    title = f"Laporan KTP-el {statement.title}, {Month.parse(statement.month).words}"
    head = (title, f"Versi {statement.version}, kode {code_of(digest)}")
    foot = (
        f"Penyebut: wajib KTP menurut {statement.cut}. Dihitung {wording.moment(statement.counted_at)}.",
        f"Ditandatangani {statement.signer}, {wording.moment(statement.signed_at)}, kunci pusat {signed.key_id}.",
        *((f"Alasan pembetulan: {statement.reason}",) if statement.previous else ()),
    )
    sheet = WrittenSheet(
        Month.parse(statement.month).words, _COLUMNS, _rows(statement), head, last_bold=True, foot=foot
    )
    letters = envelope(signed)
    hidden = [letters[at : at + _LINE] for at in range(0, len(letters), _LINE)]
    return xlsx_bytes([sheet], created=statement.signed_at, title=title, hidden=(ENVELOPE, hidden))


def _rows(statement: Statement) -> list[list[Value]]:
    total = line_values(statement.total)
    lines = [line_values(line) for line in statement.lines]
    for values, line in zip(lines, statement.lines, strict=True):
        if line.place == statement.place:
            # What lies at the office itself: it has no people, and its code is that of the whole.
            values[0] = values[3] = values[4] = values[5] = None
    return [*lines, [None, "Jumlah", *total[2:]]]


def form_xlsx(places: Iterable[tuple[str, str]], month: Month, title: str, *, created: int) -> bytes:
    """An empty form with the places of an office in it.

    Args:
        places: Code and name of each line.
        month: What the figures are to be of.
        title: Whose.
        created: Unix seconds.
    """
    kept = [column for column in _COLUMNS if column.heading not in {"Belum direkam", "%"}]
    rows = [[code, name, *[None] * (len(kept) - 2)] for code, name in places]
    head = (f"Laporan perekaman dan pencetakan KTP-el {title}", f"Bulan {month.words}")
    return xlsx_bytes([WrittenSheet("Laporan", kept, rows, head)], created=created, title=head[0])


_FINDING_COLUMNS = (
    Column("Sel", 9, "text"), Column("Isi", 30, "text"), Column("Yang salah", 90, "text"), Column("In English", 90, "text"),
)  # fmt: skip


def findings_xlsx(findings: Sequence[Finding], *, name: str, created: int) -> bytes:
    """The bad cells of a file as a workbook."""
    head = (f"Sel yang salah dalam {name}: {len(findings)}",)
    sheet = WrittenSheet("Sel yang salah", _FINDING_COLUMNS, _finding_rows(findings), head)
    return xlsx_bytes([sheet], created=created, title=head[0])


def findings_csv(findings: Sequence[Finding]) -> bytes:
    """The bad cells of a file as CSV."""
    return csv_bytes([column.heading for column in _FINDING_COLUMNS], _finding_rows(findings))


def _finding_rows(findings: Iterable[Finding]) -> list[list[Value]]:
    return [[one.address, one.value, one.problem.say("id"), one.problem.say("en")] for one in findings]
