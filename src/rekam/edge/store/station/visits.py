"""Days on which the team goes to a village."""

from dataclasses import dataclass

from rekam.edge.store.station.database import Database


@dataclass(frozen=True, slots=True)
class VillageCount:
    """Residents of the roster in one village.

    Attributes:
        missing: Not recorded yet.
        excused: Of these, with a reason against the name.
        recorded: Recorded at this station.
    """

    village: str
    missing: int
    excused: int
    recorded: int


@dataclass(frozen=True, slots=True)
class Visit:
    """A planned visit; ``day`` is ``YYYY-MM-DD`` of the station's zone."""

    village: str
    day: str


class Visits:
    """Plans of visits and the figures that they start from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def villages(self) -> list[VillageCount]:
        """Every village of the roster, by code."""
        return [
            VillageCount(row["village"], row["missing"], row["excused"], row["recorded"])
            for row in self._database.all("villages")
        ]

    def plan(self, village: str, day: str, *, at: int, by: str) -> None:
        """A visit is planned."""
        self._database.do("put_visit", village, day, "planned", at, by)

    def cancel(self, village: str, day: str, *, at: int, by: str) -> None:
        """A visit is off."""
        self._database.do("put_visit", village, day, "cancelled", at, by)

    def planned(self, since: str) -> list[Visit]:
        """Visits from a day on."""
        return [Visit(row["village"], row["day"]) for row in self._database.all("visits_from", since)]
