"""Counts of children, certificates and child cards by place."""

from dataclasses import dataclass
from datetime import date

from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.operations.birth import BirthCount, Born, NoCertificate

_SQL = statements("birth")


@dataclass(frozen=True, slots=True)
class BirthRow:
    """Counts of one territory.

    Attributes:
        territory: Region code.
        count: Its sums.
    """

    territory: str
    count: BirthCount

    @classmethod
    def of_row(cls, *, territory: str, **counts: int) -> "BirthRow":
        """From the columns of a statement."""
        return cls(territory, BirthCount(**counts))


@dataclass(frozen=True, slots=True)
class _ReasonCount:
    reason: str
    children: int


@dataclass(frozen=True, slots=True)
class _Village:
    village: str


class Births:
    """Reads the counters.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, territory: str, *, today: date) -> BirthCount:
        """The counts of one territory, zero where nothing is known."""
        found = self.within(territory, len(territory), today=today)
        return found[0].count if found else BirthCount()

    def within(self, territory: str, width: int, *, today: date) -> list[BirthRow]:
        """The counts of each territory below one.

        Args:
            territory: Where; the empty text is the nation.
            width: Letters of the codes wanted: 2 province, 5 kabupaten/kota, 8 kecamatan, 13 village.
            today: Day on which a child card must be valid to count.
        """
        return self._database.rows(
            BirthRow, _SQL["of_territories"], width=width, today=today, **bounds(territory)
        )

    def reasons(self, territory: str) -> dict[NoCertificate, int]:
        """Children without a certificate by the reason noted, the most frequent first."""
        rows = self._database.rows(_ReasonCount, _SQL["reason_counts"], **bounds(territory))
        return {NoCertificate(row.reason): row.children for row in rows}

    def born(self, territory: str, width: int, *, last: date) -> list[Born]:
        """People not obliged at the cut and born by a day, by territory and day of birth."""
        return self._database.rows(Born, _SQL["born"], width=width, last=last, **bounds(territory))

    def differences(self) -> list[str]:
        """Villages whose counters differ from their children; none unless broken."""
        return [row.village for row in self._database.rows(_Village, _SQL["differences"])]
