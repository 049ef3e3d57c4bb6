"""What leaves the centre for villages (OpenSID) and kecamatan (OpenDK)."""

from dataclasses import dataclass
from typing import Any

from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.registry import Status

_SQL = statements("village_status")


@dataclass(frozen=True, slots=True)
class VillagePerson:
    """A resident of a village with what OpenSID keeps beside the name.

    Attributes:
        status: Of the recording that counts; ``None`` = there is none.
        printed_place: Kecamatan where the card was printed; ``None`` = none printed here.
        printed_at: Unix seconds.
        certificate: Number of the birth certificate noted here.
    """

    nik: str
    obliged: bool
    recorded_before: bool
    status: Status | None
    printed_place: str | None
    printed_at: int | None
    certificate: str | None

    @classmethod
    def of_row(cls, *, status: str | None, **rest: Any) -> "VillagePerson":
        """From the columns of a statement."""
        return cls(status=Status(status) if status else None, **rest)


@dataclass(frozen=True, slots=True)
class VillageSums:
    """Sums of a village as OpenDK shows them."""

    village: str
    people: int
    obliged: int
    recorded: int
    children: int
    certified: int


class VillageStatus:
    """Reads what is handed out.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def people(self, village: str) -> list[VillagePerson]:
        """Every resident of a village, by NIK."""
        return self._database.rows(VillagePerson, _SQL["people"], village=village)

    def villages(self, territory: str) -> list[VillageSums]:
        """The sums of every village of a territory."""
        return self._database.rows(VillageSums, _SQL["villages"], **bounds(territory))
