"""What each office is: its type, what it is merged with, where it is and when it is open."""

from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.database import Database, one_value
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds

_SQL = statements("official")


@dataclass(frozen=True, slots=True)
class Office:
    """What an office is from a day on.

    Attributes:
        type: ``A``, ``B``, ``C`` after PP 18/2016; empty = not known.
        merged_with: Task it shares a roof with, as ``sosial``; empty = none.
        basis: Rule of the region that made it so.
        source: Where the line comes from.
    """

    office_id: int
    place: str
    since: date
    name: str
    type: str
    merged_with: str
    address: str
    telephone: str
    open_hours: str
    basis: str
    source: str
    kept_by: str
    kept_at: int


class Offices:
    """Reads offices.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, place: str) -> list[Office]:
        """What an office was and is, the newest first."""
        return self._database.rows(Office, _SQL["offices_of"], place=place)

    def within(self, territory: str, on: date) -> dict[str, Office]:
        """What the offices at and below a territory are on a day, by place."""
        rows = self._database.rows(Office, _SQL["offices"], on=on, **bounds(territory))
        return {row.place: row for row in rows}


def put_office(connection: Connection, place: str, **values: object) -> int:
    """A new state of an office; its number. The names are those of `Office`."""
    return int(one_value(connection, _SQL["put_office"], place=place, **values))
