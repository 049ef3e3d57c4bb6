"""Adjudication: the cases, what each compares, and the opinions given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.types.json import Jsonb

from rekam.edge.store.centre.database import Database, all_rows, one_row, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.registry import Status, Verdict

_SQL = statements("adjudication")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A recording that resembles others.

    Attributes:
        case_id: Its number.
        packet_id: The recording in question.
        status: ``ADJUDICATE_RECORD`` for a first opinion, ``REQUEST_VALIDATION`` for a second.
        opened_at: Unix seconds.
        closed_at: Unix seconds; ``None`` = open.
        outcome: Name of the event that closed it.
        nik: Whose recording.
        place: Village.
        receipt_code: The resident's code.
        due_at: Unix seconds by which an opinion is due.
        candidates: How many recordings it resembles.
        best_score: Highest score among them.
        last_adjudicator: Who gave the last opinion.
    """

    case_id: int
    packet_id: bytes
    opened_at: int
    closed_at: int | None
    outcome: str | None
    status: Status
    nik: str | None
    place: str
    receipt_code: str
    due_at: int | None
    candidates: int
    best_score: float | None
    last_adjudicator: str | None

    @classmethod
    def of_row(cls, *, status: str, **rest: Any) -> "Case":
        """From the columns of a statement."""
        return cls(status=Status(status), **rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCandidate:
    """One recording that a case compares with.

    Attributes:
        rank: From 1, the most similar first.
        packet_id: Its packet.
        score: Fused score of the engine.
        zone: Decision zone of the engine, ``duplicate`` or ``adjudicate``.
        parts: Scores by finger and eye.
    """

    rank: int
    packet_id: bytes
    score: float
    zone: str
    parts: Mapping[str, float]
    nik: str | None
    status: Status
    receipt_code: str

    @classmethod
    def of_row(cls, *, status: str, **rest: Any) -> "CaseCandidate":
        """From the columns of a statement."""
        return cls(status=Status(status), **rest)


@dataclass(frozen=True, slots=True)
class Opinion:
    """One adjudicator's answer."""

    verdict_id: int
    adjudicator: str
    verdict: Verdict
    same_as: tuple[str, ...]
    reason: str
    at: int

    @classmethod
    def of_row(cls, *, verdict: str, same_as: list[str], **rest: Any) -> "Opinion":
        """From the columns of a statement."""
        return cls(verdict=Verdict(verdict), same_as=tuple(same_as), **rest)


@dataclass(frozen=True, slots=True)
class NewCandidate:
    """A candidate as a search found it."""

    packet_id: bytes
    score: float
    zone: str
    parts: Mapping[str, float]


class Cases:
    """Reads cases.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, adjudicator: str, territory: str = "", *, limit: int = 100) -> list[Case]:
        """Open cases for an adjudicator, oldest first, without those where only another may answer now."""
        return self._database.rows(
            Case, _SQL["cases"], adjudicator=adjudicator, limit=limit, **bounds(territory)
        )

    def case(self, case_id: int) -> Case | None:
        """One case."""
        return self._database.row(Case, _SQL["case"], case_id=case_id)

    def candidates(self, case_id: int) -> list[CaseCandidate]:
        """What it compares with, most similar first."""
        return self._database.rows(CaseCandidate, _SQL["candidates"], case_id=case_id)

    def opinions(self, case_id: int) -> list[Opinion]:
        """The opinions given, in order."""
        return self._database.rows(Opinion, _SQL["verdicts"], case_id=case_id)


def open_case(connection: Connection, packet_id: bytes, found: Sequence[NewCandidate], *, at: int) -> int:
    """Open a case with its candidates; its number."""
    case_id = int(one_value(connection, _SQL["open_case"], packet_id=packet_id, at=at))
    for rank, one in enumerate(found, start=1):
        run(
            connection,
            _SQL["put_candidate"],
            case_id=case_id,
            rank=rank,
            packet_id=one.packet_id,
            score=one.score,
            zone=one.zone,
            parts=Jsonb(dict(one.parts)),
        )
    return case_id


def case(connection: Connection, case_id: int) -> Case | None:
    """One case, inside a transaction."""
    return one_row(connection, Case, _SQL["case"], case_id=case_id)


def case_candidates(connection: Connection, case_id: int) -> list[CaseCandidate]:
    """What a case compares with, inside a transaction."""
    return all_rows(connection, CaseCandidate, _SQL["candidates"], case_id=case_id)


def put_opinion(
    connection: Connection,
    case_id: int,
    *,
    adjudicator: str,
    verdict: Verdict,
    same_as: Sequence[str],
    reason: str,
    at: int,
) -> None:
    """Keep an answer."""
    run(
        connection,
        _SQL["put_verdict"],
        case_id=case_id,
        adjudicator=adjudicator,
        verdict=verdict.value,
        same_as=list(same_as),
        reason=reason,
        at=at,
    )


def close_case(connection: Connection, case_id: int, outcome: str, *, at: int) -> None:
    """The case is decided."""
    run(connection, _SQL["close"], case_id=case_id, outcome=outcome, at=at)
