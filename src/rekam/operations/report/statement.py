"""What is signed: a report as bytes that are the same for the same report, and the envelope around them."""

import base64
import binascii
import json
import zlib
from dataclasses import asdict, dataclass
from typing import Any

import msgspec

from rekam.operations.report.line import Difference, ReportLine, total
from rekam.problem import Problem

FORMAT = "rekam-monthly-report-1"
CONTEXT = b"rekam monthly report 1\x00"
"""Stands before the bytes that are signed, so that no other signature of the centre's key fits a report."""

_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_PACKED_MOST = 4_000_000
"""Most bytes of an unpacked envelope; a report of 30 kecamatan has about 10,000."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A report of a kab/kota for a month.

    Attributes:
        place: Region code.
        title: ``Kabupaten Merangin``.
        month: ``2017-09``.
        version: From 1; a correction is the next one.
        counted_at: Unix seconds at which the counters were read.
        cut: Data cut of the denominator.
        lines: One a kecamatan, and one of the office for what is only counted there.
        signed_by: Account.
        signer: Full name of the head of office.
        signed_at: Unix seconds.
        previous: SHA-256 of the version before, hexadecimal; empty for the first.
        reason: Why it was corrected; empty for the first.
        changes: What the correction changed.
    """

    place: str
    title: str
    month: str
    version: int
    counted_at: int
    cut: str
    lines: tuple[ReportLine, ...]
    signed_by: str
    signer: str
    signed_at: int
    previous: str = ""
    reason: str = ""
    changes: tuple[Difference, ...] = ()

    @property
    def total(self) -> ReportLine:
        """The sum of the lines."""
        return total(self.lines, place=self.place, name=self.title)


@dataclass(frozen=True, slots=True)
class Signed:
    """A statement with its signature, as it travels inside PDF, XLSX and JSON."""

    statement: bytes
    key_id: str
    signature: bytes


def canonical(statement: Statement) -> bytes:
    """The one way to write a statement: JSON with sorted names and without blanks, UTF-8."""
    values: dict[str, Any] = {"format": FORMAT, **asdict(statement)}
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read_statement(data: bytes) -> Statement:
    """Read what `canonical` wrote; anything that would be written otherwise is refused.

    Raises:
        Problem: ``report.unreadable``.
    """
    try:
        values = json.loads(data)
        if values.pop("format", "") != FORMAT:
            raise Problem("report.unreadable")
        statement = msgspec.convert(values, Statement)
    except (ValueError, AttributeError, TypeError, msgspec.ValidationError, RecursionError) as error:
        raise Problem("report.unreadable") from error
    if canonical(statement) != data:
        raise Problem("report.unreadable")
    return statement


def code_of(digest: bytes) -> str:
    """The code on paper: ``K7QF-2M9X-8R4T``; letters that are easily misread are left out."""
    number = int.from_bytes(digest[:8], "big")
    letters = ""
    for _ in range(12):
        number, rest = divmod(number, len(_CODE_LETTERS))
        letters += _CODE_LETTERS[rest]
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def envelope(signed: Signed) -> str:
    """A signed statement as letters that any file can carry."""
    body = msgspec.json.encode(
        {
            "statement": base64.b64encode(signed.statement).decode(),
            "key_id": signed.key_id,
            "signature": base64.b64encode(signed.signature).decode(),
        }
    )
    return base64.urlsafe_b64encode(zlib.compress(body, 9)).decode()


def open_envelope(text: str) -> Signed:
    """Read what `envelope` wrote.

    Raises:
        Problem: ``report.unreadable``.
    """
    try:
        unpacker = zlib.decompressobj()
        body = unpacker.decompress(base64.urlsafe_b64decode(text.encode("ascii")), _PACKED_MOST)
        values = msgspec.json.decode(body, type=dict[str, str])
        return Signed(
            base64.b64decode(values["statement"], validate=True),
            values["key_id"],
            base64.b64decode(values["signature"], validate=True),
        )
    except (ValueError, KeyError, zlib.error, binascii.Error, msgspec.DecodeError) as error:
        raise Problem("report.unreadable") from error
