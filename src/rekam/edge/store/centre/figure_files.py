"""Files of figures on their way in: checked, looked at, loaded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from psycopg import Connection
from psycopg.types.json import Jsonb

from rekam.edge.store.centre.database import Database, one_row, one_value, run
from rekam.edge.store.centre.packing import pack, unpack
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.report import ReportLine
from rekam.operations.report.finding import Finding
from rekam.problem import Detail, Problem

_SQL = statements("figure_file")

CHECKING, BAD, GOOD, LOADED = "checking", "bad", "good", "loaded"
"""States of a file."""


@dataclass(frozen=True, slots=True)
class FigureFile:
    """A file of figures.

    Attributes:
        territory: Where its figures may be for.
        month: First day of the month that they are of.
        state: One of `CHECKING`, `BAD`, `GOOD`, `LOADED`.
        source: Whose figures they are.
        rows_read: Rows of places and sums.
        problem: Why the file as a whole was not read.
        put_at: Unix seconds.
    """

    file_id: int
    content_hash: bytes
    territory: str
    month: date
    name: str
    size: int
    state: str
    source: str
    rows_read: int
    bad_cells: int
    rows: bytes | None
    findings: bytes | None
    problem: str | None
    problem_details: dict[str, Detail]
    put_by: str
    put_at: int
    loaded_by: str | None
    loaded_at: int | None

    @property
    def lines(self) -> list[ReportLine]:
        """Its lines; none while a cell of it is bad."""
        return unpack(self.rows, list[ReportLine]) if self.rows else []

    @property
    def bad(self) -> list[Finding]:
        """Every bad cell."""
        return unpack(self.findings, list[Finding]) if self.findings else []

    @property
    def trouble(self) -> Problem | None:
        """Why it was not read at all."""
        return Problem(self.problem, **self.problem_details) if self.problem else None


class FigureFiles:
    """Reads files of figures.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def file(self, file_id: int) -> FigureFile | None:
        """One file with what stands in it."""
        return self._database.row(FigureFile, _SQL["of_id"], file_id=file_id)

    def latest(self, territory: str, *, limit: int = 20) -> list[FigureFile]:
        """The files of a territory, newest first, without lines and bad cells."""
        return self._database.rows(FigureFile, _SQL["latest"], limit=limit, **bounds(territory))


def put_file(
    connection: Connection, territory: str, month: date, *, content_hash: bytes, name: str, size: int, source: str,
    by: str, at: int,
) -> int:  # fmt: skip
    """A file that begins its way; its number, an old one for the same content."""
    values: Mapping[str, Any] = {
        "territory": territory, "month": month, "content_hash": content_hash, "name": name, "size": size,
        "source": source, "by": by, "at": at,
    }  # fmt: skip
    return int(one_value(connection, _SQL["put"], **values))


def note_checked(
    connection: Connection, file_id: int, *, lines: Sequence[ReportLine] = (), findings: Sequence[Finding] = (),
    rows_read: int = 0, problem: Problem | None = None,
) -> None:  # fmt: skip
    """What the check found: lines when everything is right, else the bad cells and no line."""
    good = bool(lines) and not findings and problem is None
    run(
        connection, _SQL["note_checked"], file_id=file_id, state=GOOD if good else BAD, rows_read=rows_read,
        bad_cells=len(findings), rows=pack(list(lines)) if good else None,
        findings=pack(list(findings)) if findings else None, problem=problem.code if problem else None,
        problem_details=Jsonb(dict(problem.details) if problem else {}),
    )  # fmt: skip


def lock_file(connection: Connection, file_id: int) -> FigureFile | None:
    """A file, held until the transaction ends."""
    return one_row(connection, FigureFile, _SQL["lock"], file_id=file_id)


def note_loaded(connection: Connection, file_id: int, *, by: str, at: int) -> None:
    """All of its rows are in the figures now."""
    run(connection, _SQL["note_loaded"], file_id=file_id, by=by, at=at)
