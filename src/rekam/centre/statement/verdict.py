"""The kept statements of a territory, recomputed and compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rekam.centre.centre import Centre
from rekam.edge.packed import gazetteer
from rekam.edge.packed.statement_places import children_of, residents_of
from rekam.edge.store.centre.history import COUNTED, HistoryRow
from rekam.edge.store.centre.statements_published import MOST, PublishedStatement
from rekam.operations.statement import Finding, Report, Statement, check, statement_of

NATION = "Indonesia"

LEDGER_DAYS = 31
"""Days before a statement within which a counted figure answers it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement and what the check says of it.

    Attributes:
        published: As entered.
        statement: As the check reads it.
        findings: Its problems and doubts.
    """

    published: PublishedStatement
    statement: Statement
    findings: Sequence[Finding]

    @property
    def contradicted(self) -> bool:
        """Whether a problem is certain."""
        return any(one.certain for one in self.findings)


def judge(centre: Centre, territory: str, *, limit: int = MOST) -> tuple[list[Judged], Report]:
    """The newest statements of a territory, newest first, compared with each other."""
    published = centre.store.published_statements.within(territory, limit=limit)
    statements = [read(one) for one in published]
    report = check(statements, children=children_of, residents=residents_of)
    judged = [
        Judged(one, statement, findings)
        for one, statement, findings in zip(published, statements, report.by_row, strict=True)
    ]
    return judged, report


def read(one: PublishedStatement) -> Statement:
    """A kept statement as the check reads it; it was read once before it was kept."""
    return _read(
        one.statement_id, one.place, tuple(sorted(one.cells.items())), one.source, one.remark, one.wording
    )


# Statements never change: their sentences are taken apart once a process, not once a look.
@lru_cache(maxsize=8 * MOST)
def _read(
    number: int, place: str, cells: tuple[tuple[str, str], ...], source: str, remark: str, wording: str
) -> Statement:
    name = gazetteer().region(place).name if place else NATION
    said = {"code": place or "0", "name": name, "source": source, "note": remark, "wording": wording}
    return statement_of({**dict(cells), **said}, number, 1)


def counted_beside(centre: Centre, place: str, day: date) -> HistoryRow | None:
    """What this system had counted of a place by a day; ``None`` if it had not counted there yet."""
    since = day - timedelta(days=LEDGER_DAYS)
    rows = centre.store.history.of(place, today=day, since=since)
    counted = [row for row in rows if row.kind == COUNTED and row.on_day >= since]
    return counted[-1] if counted else None
