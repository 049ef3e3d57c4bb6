"""Entering statements: one by hand, or a whole table or nothing of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.statements_published import PublishedStatement, put_statement
from rekam.operations.statement import Table, statement_of
from rekam.operations.statement.column import FIGURES
from rekam.operations.statement.day import day_of
from rekam.problem import Problem

WIB = timedelta(hours=7)
KEPT = (*FIGURES, "day", "code", "name")
"""Cells that are kept as printed."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a table brought."""

    added: int
    known: int


def enter_statement(centre: Centre, keeper: Account, cells: Mapping[str, str]) -> int:
    """Keep one statement; its number.

    Args:
        centre: The open centre.
        keeper: Who enters it.
        cells: Text by the check's column names; ``code`` empty = the nation.

    Raises:
        Problem: ``statement.*``, ``place.unknown_region``, ``account.not_permitted``.
    """
    now = centre.now()
    one = _published(cells, keeper, line=1, now=now)
    with centre.store.database.transaction() as connection:
        number = put_statement(connection, one)
        if number is None:
            raise Problem("statement.known_already")
        audit.write(connection, keeper.name, "keep_statement", one.place, str(number), at=now)
    return number


def take_table(centre: Centre, keeper: Account, table: Table) -> Taken:
    """Keep every statement of a table, or none; those known already are left.

    Raises:
        Problem: The first thing wrong with it.
    """
    if table.problems:
        raise table.problems[0]
    now = centre.now()
    published = [
        _published(cells, keeper, line=statement.line, now=now)
        for cells, statement in zip(table.cells, table.statements, strict=True)
    ]
    with centre.store.database.transaction() as connection:
        added = [one for one in published if put_statement(connection, one) is not None]
        if added:
            audit.write(
                connection, keeper.name, "keep_statement", keeper.territory, "tabel", at=now,
                details={"statements": len(added)},
            )  # fmt: skip
    return Taken(len(added), len(published) - len(added))


def table_problems(keeper: Account, table: Table, *, now: int) -> Sequence[Problem]:
    """Everything that keeps a table from being stored, row by row."""
    found = list(table.problems)
    for cells, statement in zip(table.cells, table.statements, strict=True):
        problem = _hindrance(cells, keeper, line=statement.line, now=now)
        if problem is not None:
            found.append(problem)
    return found


def _hindrance(cells: Mapping[str, str], keeper: Account, *, line: int, now: int) -> Problem | None:
    try:
        _published(cells, keeper, line=line, now=now)
    except Problem as problem:
        return problem
    return None


def _published(cells: Mapping[str, str], keeper: Account, *, line: int, now: int) -> PublishedStatement:
    statement = statement_of(cells, 0, line)
    place = statement.code
    if place:
        place = gazetteer().region(place).code
    elif cells.get("code", "").strip() in {"", "0"} and statement.place:
        # A name without a code is no place that anybody can be held to.
        raise Problem("place.unknown_region", region=statement.name[:40])
    require(keeper, Act.KEEP_STATEMENTS, place)
    wording, remark = cells.get("wording", "").strip(), cells.get("note", "").strip()
    figures = any(cells.get(name, "").strip() for name in FIGURES)
    if not (figures or wording or remark):
        raise Problem("statement.nothing_said")
    source = " ".join(cells.get("source", "").split())
    if not source:
        raise Problem("statement.source_missing")
    today = (datetime.fromtimestamp(now, UTC) + WIB).date()
    if statement.day is not None and statement.day > today:
        raise Problem("statement.day_ahead", day=statement.day.isoformat())
    return PublishedStatement(
        day=_day(cells), place=place, cells={name: cells[name].strip() for name in KEPT if cells.get(name, "").strip()},
        wording=wording, remark=remark, speaker=" ".join(cells.get("speaker", "").split()), source=source,
        entered_by=keeper.name, entered_at=now,
    )  # fmt: skip


def _day(cells: Mapping[str, str]) -> date | None:
    return day_of(cells.get("day", ""))
