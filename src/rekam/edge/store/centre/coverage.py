"""Coverage counters: kept with each event, and recounted from the ledger to prove them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from psycopg import Connection

from rekam.edge.store.centre.database import Database, all_rows, run, run_many
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.registry import REACHED, CoverageStep

_SQL = statements("coverage")
_DISTRICT = 8
"""Letters of a kecamatan code: the finest sums that are kept beside the villages."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """Counts of one territory; all but ``early`` are of obliged residents at the newest cut.

    Attributes:
        territory: Region code.
        obliged: Wajib KTP: the denominator.
        recorded_before: Recorded before this system began to count.
        received: Recorded since, held by the centre and not failed.
        unique: Of these, proven one person once.
        duplicate: Of these, judged recorded before under another or the same NIK.
        printed: Of these, with a card printed.
        handed_over: Of these, with the card in hand.
        early: Received from residents who are not obliged yet.
    """

    territory: str
    obliged: int
    recorded_before: int
    received: int
    unique: int
    duplicate: int
    printed: int
    handed_over: int
    early: int

    @property
    def recorded(self) -> int:
        """Obliged residents with a recording: the numerator."""
        return self.recorded_before + self.received

    @property
    def missing(self) -> int:
        """Obliged residents without one."""
        return self.obliged - self.recorded


@dataclass(frozen=True, slots=True)
class _Parts:
    territory: str
    parts: int


@dataclass(frozen=True, slots=True)
class _District:
    district: str


class Coverage:
    """Reads the counters.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, territory: str) -> CoverageRow:
        """The counts of one territory, zero where nothing is known."""
        found = self._rows(territory, len(territory))
        return found[0] if found else CoverageRow(territory, 0, 0, 0, 0, 0, 0, 0, 0)

    def within(self, territory: str, width: int) -> list[CoverageRow]:
        """The counts of each territory below one.

        Args:
            territory: Where; the empty text is the nation.
            width: Letters of the codes wanted: 2 province, 5 kabupaten/kota, 8 kecamatan, 13 village.
        """
        return self._rows(territory, width)

    def parts(self, territory: str, width: int, part: int) -> dict[str, int]:
        """How many places of width ``part`` are behind the counts of each territory of ``width`` inside another."""
        rows = self._database.rows(
            _Parts, _SQL["counted_parts"], width=width, part=min(part, _DISTRICT), **bounds(territory)
        )
        return {row.territory: row.parts for row in rows}

    def uneven_districts(self) -> list[str]:
        """Kecamatan whose sums differ from their villages; none unless broken."""
        return [row.district for row in self._database.rows(_District, _SQL["uneven_districts"])]

    def differences(self) -> list[tuple[CoverageRow | None, CoverageRow | None]]:
        """Villages whose counters differ from the ledger, as (stored, recounted); none unless broken."""
        with self._database.transaction() as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            stored = {row.territory: row for row in all_rows(connection, CoverageRow, _SQL["stored"])}
            counted = {row.territory: row for row in _recounted(connection) if any(_counts(row).values())}
        return [
            (stored.get(village), counted.get(village))
            for village in sorted(stored.keys() | counted.keys())
            if stored.get(village) != counted.get(village)
        ]

    def _rows(self, territory: str, width: int) -> list[CoverageRow]:
        if max(width, len(territory)) > _DISTRICT:
            return self._database.rows(CoverageRow, _SQL["of_villages"], width=width, **bounds(territory))
        if width == _DISTRICT:
            return self._database.rows(CoverageRow, _SQL["of_districts"], **bounds(territory))
        return self._database.rows(CoverageRow, _SQL["of_territories"], width=width, **bounds(territory))


def add(connection: Connection, village: str, obliged: bool, changes: Mapping[CoverageStep, int]) -> None:
    """Add the changes of one event to its village and to the sums of its kecamatan."""
    if not any(changes.values()):
        return
    counted = {step.value: changes.get(step, 0) if obliged else 0 for step in CoverageStep}
    early = 0 if obliged else changes.get(CoverageStep.RECEIVED, 0)
    # The kecamatan first: transactions of one kecamatan wait here for each other and never crosswise.
    run(connection, _SQL["add_to_district"], district=village[:_DISTRICT], early=early, **counted)
    run(connection, _SQL["add_to_village"], village=village, early=early, **counted)


def recount(connection: Connection) -> None:
    """Write every counter anew from the register and the fold of the ledger."""
    rows = [asdict(row) for row in _recounted(connection)]
    run(connection, _SQL["clear"])
    run_many(connection, _SQL["put"], rows)
    sum_districts(connection)


def sum_districts(connection: Connection) -> None:
    """Write the sums of every kecamatan anew from its villages."""
    run(connection, _SQL["sum_districts"])


def _recounted(connection: Connection) -> list[CoverageRow]:
    statuses = {
        step.value: [status.value for status, steps in REACHED.items() if step in steps]
        for step in CoverageStep
    }
    return all_rows(connection, CoverageRow, _SQL["recounted"], **statuses)


def _counts(row: CoverageRow) -> dict[str, int]:
    return {name: value for name, value in asdict(row).items() if name != "territory"}
