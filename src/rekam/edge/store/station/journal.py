"""What was done at the station and what befell it; counts of the day."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from rekam.edge.store.station.database import Database, Row


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line.

    Attributes:
        number: Without gaps, oldest is 1.
        actor: Account, or ``station`` for what nobody did.
        act: Name of the act.
        subject: Draft, packet code, item; never a name or NIK.
        detail: Small values beside it.
    """

    number: int
    at: int
    actor: str
    act: str
    subject: str
    detail: Mapping[str, object]


class Journal:
    """Append-only lines; `write` joins the transaction of the act it records."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, at: int, actor: str, act: str, subject: str = "", **detail: object) -> None:
        """Adds a line."""
        text = json.dumps(detail, ensure_ascii=False, sort_keys=True)
        self._database.do("put_journal", at, actor, act, subject, text)

    def after(self, number: int, limit: int = 1000) -> list[JournalLine]:
        """Lines behind a number, oldest first."""
        return [line_of(row) for row in self._database.all("journal", number, limit)]

    def observed_after(self, number: int, acts: Sequence[str], limit: int) -> list[JournalLine]:
        """Lines of some acts behind a number, oldest first."""
        return [
            line_of(row) for row in self._database.all("journal_first_after", number, json.dumps(acts), limit)
        ]

    def latest(self, limit: int) -> list[JournalLine]:
        """The newest lines, newest first."""
        return [line_of(row) for row in self._database.all("journal_latest", limit)]

    def of(self, act: str, limit: int = 100) -> list[JournalLine]:
        """The newest lines of one act."""
        return [line_of(row) for row in self._database.all("journal_of_act", act, limit)]

    def about(self, act: str, subject: str) -> JournalLine | None:
        """The newest line of an act about something."""
        row = self._database.one("journal_of_subject", act, subject)
        return line_of(row) if row else None

    def count(self, day: str, name: str, by: int = 1) -> None:
        """Counts something of a day up, in the transaction of the act."""
        self._database.do("count_up", day, name, by)

    def counts(self, day: str) -> dict[str, int]:
        """The counts of a day (``YYYY-MM-DD`` of the station's zone)."""
        return {row["name"]: row["count"] for row in self._database.all("counts_of_day", day)}


def line_of(row: Row) -> JournalLine:
    """A row of the journal."""
    detail = cast("Mapping[str, object]", json.loads(row["detail"]))
    return JournalLine(row["number"], row["at"], row["actor"], row["act"], row["subject"], detail)
