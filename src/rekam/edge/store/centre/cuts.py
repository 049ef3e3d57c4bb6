"""Data cuts as versions: what each said of every village, so that an older figure keeps its denominator."""

from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import Database, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds

_SQL = statements("cuts")
_DISTRICT = 8
"""Letters of a kecamatan code: the finest sums that are kept beside the villages."""


@dataclass(frozen=True, slots=True)
class KeptCut:
    """A data cut whose counts are kept.

    Attributes:
        name: As published, "DKB Semester I 2017".
        as_of: Day of the cut.
        version: From 1; more when the same cut was loaded again.
        loaded_at: Unix seconds of that loading.
    """

    cut_id: int
    name: str
    as_of: date
    version: int
    loaded_at: int


@dataclass(frozen=True, slots=True)
class CutCount:
    """One territory at one cut.

    Attributes:
        territory: Region code.
        obliged: Wajib KTP of the cut.
        recorded: Of these, recorded when the cut was loaded.
    """

    territory: str
    obliged: int
    recorded: int


class Cuts:
    """Reads kept cuts.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[KeptCut]:
        """Every cut, the newest first."""
        return self._database.rows(KeptCut, _SQL["cuts"])

    def within(self, cut: KeptCut, territory: str, width: int) -> dict[str, CutCount]:
        """Counts of a cut by the territories of one width (0, 2, 5, 8, 13) inside another."""
        values = {"cut_id": cut.cut_id, "version": cut.version, **bounds(territory)}
        if width > _DISTRICT:
            rows = self._database.rows(CutCount, _SQL["cut_villages"], **values)
        else:
            rows = self._database.rows(CutCount, _SQL["cut_within"], width=width, **values)
        return {row.territory: row for row in rows}


def keep_cut(connection: Connection, cut_id: int, *, at: int) -> None:
    """Keep the counts of a cut that has just been put into the register and counted.

    Args:
        connection: The transaction of the loading.
        cut_id: Which cut.
        at: Unix seconds.
    """
    run(connection, _SQL["keep_cut"], cut_id=cut_id, at=at)
    run(connection, _SQL["sum_cut"], cut_id=cut_id)
