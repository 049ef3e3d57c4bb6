"""The audit: one line beside each act, each holding the hash of the line before."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import msgspec
from psycopg import Connection
from psycopg.types.json import Jsonb

from rekam.edge.store.centre.database import Database, one_row, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.registry import Detail

_SQL = statements("account")
_PAGE = 10_000
_LAST = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """Who did what, where, to what.

    Attributes:
        audit_id: From 1 without gaps.
        at: Unix seconds.
        actor: Account name, ``station:ID``, ``centre``, or ``-`` for a caller nobody knows.
        act: Name of the act.
        place: Region code; empty = the nation.
        subject: What it was done to: a packet id in hexadecimal, a NIK, an account, a station.
        details: Small values beside it.
        previous: Hash of the line before.
        hash: Hash of this line.
    """

    audit_id: int
    at: int
    actor: str
    act: str
    place: str
    subject: str
    details: Mapping[str, Detail]
    previous: bytes
    hash: bytes

    def expected_hash(self) -> bytes:
        """SHA-256 over the line before and the content of this one."""
        content = [self.audit_id, self.at, self.actor, self.act, self.place, self.subject, dict(self.details)]
        return sha256(
            b"rekam audit\x00" + self.previous + msgspec.json.encode(content, order="sorted")
        ).digest()


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What a check of the chain found.

    Attributes:
        lines: How many lines there are.
        first_wrong: Number of the first line that does not fit; ``None`` = the chain is sound.
        head: Hash of the last line, to be compared with a witness's note.
    """

    lines: int
    first_wrong: int | None
    head: bytes


@dataclass(frozen=True, slots=True)
class _Head:
    audit_id: int
    hash: bytes


class Audit:
    """Reads and checks the audit.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(
        self,
        territory: str = "",
        *,
        actor: str | None = None,
        act: str | None = None,
        subject: str | None = None,
        before: int = _LAST,
        limit: int = 100,
    ) -> list[AuditLine]:
        """Lines of a territory, newest first, narrowed by person, act or subject.

        Args:
            territory: Where.
            actor: Who.
            act: What.
            subject: To what.
            before: Number of the last line of the page before.
            limit: Lines of a page.
        """
        return self._database.rows(
            AuditLine, _SQL["lines"], actor=actor, act=act, subject=subject, before=before, limit=limit,
            **bounds(territory),
        )  # fmt: skip

    def verify(self) -> AuditReport:
        """Compute the whole chain again."""
        previous, number = bytes(32), 0
        while page := self._database.rows(AuditLine, _SQL["chain"], after=number, limit=_PAGE):
            for line in page:
                number += 1
                fits = (
                    line.audit_id == number
                    and line.previous == previous
                    and line.hash == line.expected_hash()
                )
                if not fits:
                    return AuditReport(number, number, previous)
                previous = line.hash
        head = self._database.row(_Head, _SQL["head"])
        # Lines cut off at the end leave the chain sound; the head beside it tells.
        sound = head is not None and (head.audit_id, head.hash) == (number, previous)
        return AuditReport(number, None if sound else number + 1, previous)

    def write(
        self,
        actor: str,
        act: str,
        place: str,
        subject: str,
        *,
        at: int,
        details: Mapping[str, Detail] | None = None,
    ) -> int:
        """Write a line for an act that changes nothing else (a look, a sign-in); its number."""
        with self._database.transaction() as connection:
            return write(connection, actor, act, place, subject, at=at, details=details)


def write(
    connection: Connection,
    actor: str,
    act: str,
    place: str,
    subject: str,
    *,
    at: int,
    details: Mapping[str, Detail] | None = None,
) -> int:
    """Write a line in the transaction of the act it records; its number."""
    head = one_row(connection, _Head, _SQL["lock_head"])
    assert head is not None
    line = AuditLine(
        audit_id=head.audit_id + 1,
        at=at,
        actor=actor,
        act=act,
        place=place,
        subject=subject,
        details=dict(details or {}),
        previous=head.hash,
        hash=b"",
    )
    found = line.expected_hash()
    run(
        connection,
        _SQL["put_line"],
        audit_id=line.audit_id,
        at=at,
        actor=actor,
        act=act,
        place=place,
        subject=subject,
        details=Jsonb(dict(line.details)),
        previous=line.previous,
        hash=found,
    )
    run(connection, _SQL["set_head"], audit_id=line.audit_id, hash=found)
    return line.audit_id
