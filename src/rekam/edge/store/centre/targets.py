"""Targets: how much of which step by which day, who set it and on what ground."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import Database, one_value
from rekam.edge.store.centre.statements import statements

_SQL = statements("targets")

RECORDED = "recorded"
"""The step of the campaign; the others are `rekam.operations.coverage.STEPS`."""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target.

    Attributes:
        place: For which region it was set; empty = the nation.
        step: ``recorded``, ``unique``, ``printed`` or ``handed_over``.
        fraction: 1.0 = everybody.
        by_day: Last day.
        set_by: Account, or who ordered it.
        basis: Letter, article or decision that it stands on.
        set_at: Unix seconds.
    """

    target_id: int
    place: str
    step: str
    fraction: float
    by_day: date
    set_by: str
    basis: str
    set_at: int


def line_of(place: str) -> list[str]:
    """The place and every place above it, the nation included."""
    return [place[:width] for width in (0, 2, 5, 8, 13) if width < len(place)] + [place]


class Targets:
    """Reads targets.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def valid(self, place: str, step: str = RECORDED) -> TargetRow | None:
        """The target that holds for a place: its own, else the nearest above it."""
        return self._database.row(TargetRow, _SQL["valid_of"], places=line_of(place), step=step)

    def own(self, places: Sequence[str], step: str = RECORDED) -> dict[str, TargetRow]:
        """The newest targets that places have of their own."""
        rows = self._database.rows(TargetRow, _SQL["own_of"], places=list(places), step=step)
        return {row.place: row for row in rows}

    def history(self, place: str, *, limit: int = 50) -> list[TargetRow]:
        """Every target set for a place or above it, newest first."""
        return self._database.rows(TargetRow, _SQL["all_of"], places=line_of(place), limit=limit)


def put_target(
    connection: Connection,
    place: str,
    *,
    step: str,
    fraction: float,
    by_day: date,
    set_by: str,
    basis: str,
    at: int,
) -> int:
    """Keep a target; its number."""
    return int(
        one_value(
            connection, _SQL["put_target"], place=place, step=step, fraction=fraction, by_day=by_day,
            set_by=set_by, basis=basis, at=at,
        )
    )  # fmt: skip
