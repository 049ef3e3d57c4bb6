"""Residents as the register knows them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from psycopg import Connection

from rekam.edge.store.centre.database import Database, all_rows, one_row, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.person.biodata import Biodata

_SQL = statements("people")
_DISTRICT = 8
"""Letters of a kecamatan code, ``15.02.01``."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A data cut: which register the figures stand on.

    Attributes:
        name: As published, "DKB Semester I 2017".
        as_of: Day of the cut.
        loaded_at: Unix seconds when it came here.
    """

    cut_id: int
    name: str
    as_of: date
    loaded_at: int


@dataclass(frozen=True, slots=True)
class Resident:
    """One resident with the centre's knowledge of recordings.

    Attributes:
        biodata: What the register says.
        obliged: Wajib KTP at the cut.
        recorded_before: Recorded before this system began to count.
        packet_id: The recording that counts now.
        name_key: Equal for the spellings of one name; lists are sorted by it.
    """

    biodata: Biodata
    obliged: bool
    recorded_before: bool
    packet_id: bytes | None
    name_key: str = ""

    @property
    def recorded(self) -> bool:
        """Whether the centre holds a recording of this NIK."""
        return self.recorded_before or self.packet_id is not None

    @classmethod
    def of_row(
        cls, *, obliged: bool, recorded_before: bool, packet_id: bytes | None, name_key: str, **biodata: Any
    ) -> "Resident":
        """From the columns of a statement."""
        return cls(Biodata(**biodata), obliged, recorded_before, packet_id, name_key)


@dataclass(frozen=True, slots=True)
class RosterChange:
    """What a station has to change in its roster.

    Attributes:
        version: Version that the roster has then.
        residents: Obliged and not recorded, to add or renew.
        removed: NIKs that left the roster.
    """

    version: int
    residents: list[Biodata]
    removed: list[str]


@dataclass(frozen=True, slots=True)
class _Nik:
    nik: str


class People:
    """Reads and claims residents.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def cut(self) -> Cut | None:
        """The newest data cut."""
        return self._database.row(Cut, _SQL["latest_cut"])

    def resident(self, nik: str) -> Resident | None:
        """The resident with a NIK."""
        return self._database.row(Resident, _SQL["resident"], nik=nik)

    def by_name(self, key: str, territory: str, *, limit: int = 50) -> list[Resident]:
        """Residents whose name key begins with ``key`` (`rekam.person.name_key`)."""
        return self._database.rows(
            Resident, _SQL["residents_by_name"], key=key, limit=limit, **bounds(territory)
        )

    def missing(
        self, territory: str, *, after: tuple[str, str, str] = ("", "", ""), limit: int = 100
    ) -> list[Resident]:
        """Obliged residents without a recording, by village, name and NIK.

        Args:
            territory: Village, kecamatan or above.
            after: (village, name key, NIK) of the last line of the page before.
            limit: Lines of a page.
        """
        return self._database.rows(
            Resident,
            _SQL["missing_people"],
            after_village=after[0],
            after_key=after[1],
            after_nik=after[2],
            limit=limit,
            **bounds(territory),
        )

    def missing_count(self, territory: str) -> int:
        """How many obliged residents have no recording."""
        return int(self._database.value(_SQL["missing_count"], **bounds(territory)))

    def roster(self, district: str, *, since: int | None = None) -> RosterChange:
        """The roster of a kecamatan, or its changes since a version that somebody has.

        Args:
            district: Code of the kecamatan; a village's code stands for its kecamatan.
            since: That version; ``None`` = nothing is there yet. A version that never was (the centre was
                restored from a backup) gives everybody: who is on the roster and who is not.
        """
        code = district[:_DISTRICT]
        with self._database.transaction() as connection:
            # The version is read first: a change that commits in between is sent twice rather than never.
            version = int(one_value(connection, _SQL["roster_version"], district=code) or 0)
            known = -1 if since is None or since > version else since
            values = {**bounds(code), "since": known}
            residents = all_rows(connection, Resident, _SQL["roster_residents"], **values)
            removed = [] if since is None else all_rows(connection, _Nik, _SQL["roster_removed"], **values)
        return RosterChange(version, [one.biodata for one in residents], [one.nik for one in removed])

    def roster_version(self, district: str) -> int:
        """The newest version of a kecamatan's roster; 0 = it has none."""
        return int(self._database.value(_SQL["roster_version"], district=district[:_DISTRICT]) or 0)


def lock_resident(connection: Connection, nik: str) -> Resident | None:
    """A resident, held until the transaction ends."""
    return one_row(connection, Resident, _SQL["lock_resident"], nik=nik)


def set_claim(connection: Connection, nik: str, village: str, packet_id: bytes | None) -> None:
    """Say which recording counts for a resident; the kecamatan's roster gets a new version."""
    version = one_value(connection, _SQL["bump_roster"], district=village[:_DISTRICT])
    run(connection, _SQL["set_claim"], nik=nik, packet_id=packet_id, version=version)
