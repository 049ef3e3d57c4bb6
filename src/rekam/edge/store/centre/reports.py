"""Monthly reports: what the counters say now, what was signed, what came in files."""

from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.cards import BLANK
from rekam.edge.store.centre.database import Database, all_rows, one_value
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.report import Signed
from rekam.registry import Status

_SQL = statements("report")

READY = [Status.PRINT_READY_RECORD.value, Status.SENT_FOR_CARD_PRINTING.value]
"""PRR of the report: a card may be printed and is not."""

SENT = [Status.PROCESSING.value, Status.SENT_FOR_ENROLLMENT.value, Status.IN_COURIER_TRANSIT.value]
"""SFE of the report: on its way, and not yet at the centre."""


@dataclass(frozen=True, slots=True)
class LiveLine:
    """What the centre counts of a kecamatan, or of the office itself (a code of a kabupaten)."""

    place: str
    obliged: int
    recorded: int
    population: int | None
    printed: int | None
    handed_over: int | None
    duplicate: int | None
    ready_to_print: int
    sent: int
    blanks_used: int
    blanks_left: int | None


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """What a file said of a place for a month."""

    place: str
    obliged: int
    recorded: int
    population: int | None
    printed: int | None
    handed_over: int | None
    ready_to_print: int | None
    sent: int | None
    duplicate: int | None
    temporary_letters: int | None
    blanks_in: int | None
    blanks_used: int | None
    blanks_left: int | None
    source: str


@dataclass(frozen=True, slots=True)
class KeptReport:
    """One version of the report of a place and month.

    Attributes:
        month: Its first day.
        kind: ``signed``, ``imported`` or ``noted``.
        statement: The canonical bytes; ``None`` unless it is a signed one.
        reason: Why it was corrected.
    """

    report_id: int
    place: str
    month: date
    version: int
    kind: str
    received_at: int
    received_by: str
    source: str
    statement: bytes | None
    digest: bytes | None
    key_id: str | None
    signature: bytes | None
    reason: str

    @property
    def signed(self) -> Signed | None:
        """The statement with its signature."""
        if self.statement is None or self.key_id is None or self.signature is None:
            return None
        return Signed(self.statement, self.key_id, self.signature)


class Reports:
    """Reads reports.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def live(self, place: str, *, since: int, until: int) -> list[LiveLine]:
        """What the centre counts now; blanks used between two moments (unix seconds)."""
        with self._database.connection() as connection:
            return live_lines(connection, place, since=since, until=until)

    def imported(self, territory: str, as_of: date, *, width: int) -> list[ImportedLine]:
        """What files said of the places of one width inside a territory."""
        return self._database.rows(
            ImportedLine, _SQL["imported_lines"], as_of=as_of, width=width, **bounds(territory)
        )

    def versions(self, place: str, month: date) -> list[KeptReport]:
        """Every version, the newest first."""
        return self._database.rows(KeptReport, _SQL["versions"], place=place, month=month)

    def report(self, report_id: int) -> KeptReport | None:
        """One version."""
        return self._database.row(KeptReport, _SQL["of_id"], report_id=report_id)


def live_lines(connection: Connection, place: str, *, since: int, until: int) -> list[LiveLine]:
    """As `Reports.live`, inside a transaction: what is signed is what was counted in it."""
    return all_rows(
        connection, LiveLine, _SQL["live_lines"], ready=READY, sent=SENT, blank=BLANK, since=since, until=until,
        **bounds(place),
    )  # fmt: skip


def lock_month(connection: Connection, place: str, month: date) -> list[KeptReport]:
    """The versions of a report, the newest first, and no further one until the transaction ends."""
    one_value(connection, _SQL["lock_month"], place=place, month=month)
    return all_rows(connection, KeptReport, _SQL["versions"], place=place, month=month)


def put_report(
    connection: Connection,
    place: str,
    month: date,
    *,
    kind: str,
    at: int,
    by: str,
    source: str,
    signed: Signed | None = None,
    digest: bytes | None = None,
    reason: str = "",
) -> int:
    """Keep a version; its number."""
    return int(
        one_value(
            connection, _SQL["put"], place=place, month=month, kind=kind, at=at, by=by, source=source,
            content=signed.statement if signed else None, digest=digest, reason=reason,
            key_id=signed.key_id if signed else None, signature=signed.signature if signed else None,
        )
    )  # fmt: skip
