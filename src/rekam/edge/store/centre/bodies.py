"""Which bodies the centre has to hold."""

from dataclasses import dataclass

from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.statements import statements

_SQL = statements("bodies")


@dataclass(frozen=True, slots=True)
class ReceivedBody:
    """A body that was receipted.

    Attributes:
        region: Dotted code of the place of its station.
    """

    packet_id: bytes
    region: str


class Bodies:
    """Reads what was received.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def received(self) -> list[ReceivedBody]:
        """Every body that stations may have deleted."""
        return self._database.rows(ReceivedBody, _SQL["received"])
