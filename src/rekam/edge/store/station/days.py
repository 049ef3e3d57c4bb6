"""What a day was, from the store's own lines; and the report that was signed over it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rekam.edge.store.station.database import Database
from rekam.edge.store.station.journal import JournalLine, line_of


@dataclass(frozen=True, slots=True)
class SignedDay:
    """A report that a supervisor signed.

    Attributes:
        version: 1 for the first closing; a day closed again gets a further one.
        report: What stands in it.
    """

    day: str
    version: int
    at: int
    operator: str
    supervisor: str
    report: Mapping[str, object]


class Days:
    """Reads a stretch of time (unix seconds, end not included) and keeps signed reports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sealed(self, since: int, until: int) -> int:
        """Packets sealed."""
        row = self._database.one("sealed_between", since, until)
        return int(row["packets"]) if row else 0

    def subjects(self, act: str, since: int, until: int) -> int:
        """Different subjects of an act in the journal."""
        row = self._database.one("subjects_between", since, until, act)
        return int(row["subjects"]) if row else 0

    def lines(self, acts: Sequence[str], since: int, until: int) -> list[JournalLine]:
        """Journal lines of some acts, oldest first."""
        return [
            line_of(row)
            for row in self._database.all("journal_between", since, until, json.dumps(list(acts)))
        ]

    def last_before(self, acts: Sequence[str], at: int) -> JournalLine | None:
        """The newest journal line of some acts before a moment."""
        row = self._database.one("last_journal_before", at, json.dumps(list(acts)))
        return line_of(row) if row else None

    def runs(self, since: int, until: int) -> list[tuple[int, int]]:
        """When the station ran: first and last pulse of each run that touches the stretch."""
        return [(row["first"], row["last"]) for row in self._database.all("beats_between", since, until)]

    def sign(self, signed: SignedDay) -> None:
        """Keeps a signed report; joins the transaction around it."""
        report = json.dumps(dict(signed.report), ensure_ascii=False, sort_keys=True)
        self._database.do(
            "put_day_report",
            signed.day,
            signed.version,
            signed.at,
            signed.operator,
            signed.supervisor,
            report,
        )

    def signed(self, day: str) -> list[SignedDay]:
        """Reports over a day, oldest first."""
        return [
            SignedDay(
                row["day"],
                row["version"],
                row["at"],
                row["operator"],
                row["supervisor"],
                json.loads(row["report"]),
            )
            for row in self._database.all("day_reports", day)
        ]
