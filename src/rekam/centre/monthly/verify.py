"""Whether a file is a report that was signed, and says what was signed; needs nothing but the centre's public key."""

import hashlib
import json
from dataclasses import dataclass
from io import BytesIO

from rekam.edge.print.monthly_report import envelope_in, report_pdf
from rekam.edge.print.report_text import ORDER
from rekam.edge.sheet import Workbook
from rekam.edge.sheet.report_sheet import ENVELOPE, report_xlsx
from rekam.operations.report import Signed, Statement, envelope, open_envelope
from rekam.operations.report.cell import Cell, Content, SheetRow, address
from rekam.operations.report.statement import CONTEXT, code_of, read_statement
from rekam.packet import Verifier
from rekam.problem import Problem

_ZIP, _PDF = b"PK\x03\x04", b"%PDF"
FILE_MOST = 4_000_000
"""Largest file that can be one of these reports, bytes."""

JSON_NAME = "rekam_report"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A report that holds."""

    statement: Statement
    signed: Signed
    digest: bytes

    @property
    def code(self) -> str:
        """As on paper."""
        return code_of(self.digest)

    def as_json(self) -> dict[str, object]:
        """For the command line."""
        statement, total = self.statement, self.statement.total
        return {
            "sound": True, "place": statement.place, "title": statement.title, "month": statement.month,
            "version": statement.version, "code": self.code, "sha256": self.digest.hex(),
            "key_id": self.signed.key_id, "signer": statement.signer, "signed_at": statement.signed_at,
            "counted_at": statement.counted_at, "cut": statement.cut, "previous": statement.previous,
            "total": {column: total.count(column) for column in ORDER if column != "percent"},
        }  # fmt: skip


def verify_report(data: bytes, verifier: Verifier) -> Verdict:
    """Check a PDF, XLSX or JSON file of a report.

    A PDF must be, byte for byte, the paper of what was signed; of a workbook every cell is compared.

    Raises:
        Problem: ``report.unreadable``, ``report.key_other``, ``report.signature_wrong``,
            ``report.paper_differs``, ``report.cell_differs``.
    """
    if len(data) > FILE_MOST:
        raise Problem("report.unreadable")
    signed = _signed_in(data)
    if signed.key_id != verifier.key_id:
        raise Problem("report.key_other", key=signed.key_id[:16], known=verifier.key_id)
    if not verifier.verify(CONTEXT + signed.statement, signed.signature):
        raise Problem("report.signature_wrong")
    digest = hashlib.sha256(signed.statement).digest()
    verdict = Verdict(read_statement(signed.statement), signed, digest)
    if data.startswith(_PDF) and data != report_pdf(signed):
        raise Problem("report.paper_differs")
    if data.startswith(_ZIP) and data != report_xlsx(signed, digest):
        _compare(data, report_xlsx(signed, digest))
    return verdict


def _signed_in(data: bytes) -> Signed:
    if data.startswith(_PDF):
        text = envelope_in(data)
        if text is None:
            raise Problem("report.unreadable")
        return open_envelope(text)
    if data.startswith(_ZIP):
        return open_envelope("".join(_column(data)))
    try:
        return open_envelope(json.loads(data)[JSON_NAME])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Problem("report.unreadable") from error


def _column(data: bytes) -> list[str]:
    try:
        with Workbook(BytesIO(data)) as workbook:
            hidden = [one for one in workbook.sheets if one.name == ENVELOPE][:1]
            return [cell.text for one in hidden for _, cells in workbook.rows(one) for cell in cells.values()]
    except Problem as problem:
        raise Problem("report.unreadable") from problem


def _compare(data: bytes, original: bytes) -> None:
    """A workbook that was opened and saved again is another file with the same cells."""
    found, signed = _visible(data), _visible(original)
    for row in sorted(found.keys() | signed.keys()):
        ours, theirs = signed.get(row, {}), found.get(row, {})
        for column in sorted(ours.keys() | theirs.keys()):
            was, now = _value(ours.get(column)), _value(theirs.get(column))
            if was != now:
                raise Problem(
                    "report.cell_differs", address=address(row, column), value=now or "–", signed=was or "–"
                )


def _visible(data: bytes) -> dict[int, dict[int, Cell]]:
    with Workbook(BytesIO(data)) as workbook:
        rows: list[SheetRow] = list(workbook.rows(workbook.sheets[0]))
        if any(sheet.name != ENVELOPE and not sheet.hidden for sheet in workbook.sheets[1:]):
            raise Problem("report.paper_differs")
    return dict(rows)


def _value(cell: Cell | None) -> str:
    """A cell as it is compared; programs write the same number in several ways."""
    if cell is None:
        return ""
    try:
        return f"{float(cell.text):.12g}" if cell.content is Content.NUMBER else cell.text
    except ValueError:
        return cell.text


def report_json(signed: Signed) -> bytes:
    """A signed report as JSON, for programs."""
    return json.dumps({JSON_NAME: envelope(signed)}).encode()
