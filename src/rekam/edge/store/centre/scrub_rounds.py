"""Rounds in which every copy of every body is read again: how far they are."""

from collections.abc import Mapping
from dataclasses import dataclass

from psycopg.types.json import Jsonb

from rekam.edge.store.centre.database import Database, one_row, run
from rekam.edge.store.centre.statements import statements
from rekam.problem import Problem
from rekam.registry import Detail

_SQL = statements("bodies")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScrubRound:
    """One round.

    Attributes:
        began_at: Unix seconds.
        ended_at: Unix seconds; ``None`` = it is under way.
        reached: The last packet id that was read.
        bodies: Bodies of which every copy was read.
        mended: Those with a copy that had to be written anew.
        lost: Those without a good copy.
        problem: Code of what keeps it from going on; ``None`` = nothing.
        problem_details: Belongs to it.
    """

    round_id: int
    began_at: int
    ended_at: int | None
    reached: bytes
    bodies: int
    mended: int
    lost: int
    problem: str | None
    problem_details: Mapping[str, Detail]


class ScrubRounds:
    """Keeps the rounds; at most one is under way.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def under_way(self) -> ScrubRound | None:
        """The round under way."""
        return self._database.row(ScrubRound, _SQL["round"])

    def last(self) -> ScrubRound | None:
        """The last one that came to its end."""
        return self._database.row(ScrubRound, _SQL["last_round"])

    def begin(self, *, at: int) -> ScrubRound:
        """The round under way, or a new one."""
        with self._database.transaction() as connection:
            run(connection, _SQL["begin_round"], at=at)
            found = one_row(connection, ScrubRound, _SQL["round"])
        assert found is not None
        return found

    def advance(self, round_: ScrubRound, reached: bytes, *, bodies: int, mended: int, lost: int) -> bool:
        """More was read; ``False`` = somebody else went on from the same place meanwhile.

        Args:
            round_: As it was before.
            reached: The last packet id that was read now.
            bodies: How many were read.
            mended: See :class:`ScrubRound`.
            lost: See there.
        """
        with self._database.transaction() as connection:
            return bool(
                run(
                    connection, _SQL["advance_round"], round_id=round_.round_id, before=round_.reached,
                    reached=reached, bodies=bodies, mended=mended, lost=lost,
                )
            )  # fmt: skip

    def stop(self, round_: ScrubRound, problem: Problem) -> None:
        """It does not go on for now."""
        with self._database.transaction() as connection:
            run(
                connection, _SQL["stop_round"], round_id=round_.round_id, reached=round_.reached,
                problem=problem.code, details=Jsonb(dict(problem.details)),
            )  # fmt: skip

    def end(self, round_: ScrubRound, *, at: int) -> None:
        """All were read."""
        with self._database.transaction() as connection:
            run(connection, _SQL["end_round"], round_id=round_.round_id, reached=round_.reached, at=at)
