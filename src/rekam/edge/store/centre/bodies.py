"""Which bodies the centre has to hold, and of which it has no good copy."""

from collections.abc import Sequence
from dataclasses import dataclass

from psycopg import Connection

from rekam.edge.store.centre.database import Database, all_rows, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds

_SQL = statements("bodies")


@dataclass(frozen=True, slots=True)
class ReceivedBody:
    """A body that was receipted.

    Attributes:
        region: Dotted code of the place of its station.
    """

    packet_id: bytes
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneBody:
    """A packet without a good copy of its body.

    Attributes:
        station_id: Who sealed it.
        sequence: Its number there.
        operator: Who recorded it; knows the resident.
        captured_at: Unix seconds.
        region: Dotted code of the place of its station.
        found_at: Unix seconds since when it is known.
        problem: Code of what was found.
        opened: Whether its content was read before: then the resident is not lost.
        receipt_code: Of the resident's slip; empty for packets that are no recordings.
    """

    packet_id: bytes
    station_id: str
    sequence: int
    operator: str
    captured_at: int
    region: str
    found_at: int
    problem: str
    opened: bool
    receipt_code: str


@dataclass(frozen=True, slots=True)
class GoneCount:
    """How many packets are without a good copy, and of how many of them nobody has read the content."""

    bodies: int
    unread: int


class Bodies:
    """Reads what was received and what is gone.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def received(self, *, after: bytes = b"", limit: int) -> list[ReceivedBody]:
        """Bodies that stations may have deleted, in the order of their packet ids.

        Args:
            after: The last packet id of the page before.
            limit: Most of them.
        """
        return self._database.rows(ReceivedBody, _SQL["received"], after=after, limit=limit)

    def received_count(self) -> int:
        """How many there are."""
        return int(self._database.value(_SQL["received_count"]))

    def gone(self, territory: str, *, limit: int) -> list[GoneBody]:
        """Packets of a territory without a good copy: first those whose content nobody has read."""
        return self._database.rows(GoneBody, _SQL["gone"], limit=limit, **bounds(territory))

    def gone_count(self, territory: str) -> GoneCount:
        """How many there are."""
        found = self._database.row(GoneCount, _SQL["gone_count"], **bounds(territory))
        assert found is not None
        return found

    def gone_received(self) -> list[ReceivedBody]:
        """Those of all territories that were receipted."""
        return self._database.rows(ReceivedBody, _SQL["gone_received"])


def note_gone(connection: Connection, packet_id: bytes, problem: str, *, at: int) -> bool:
    """No good copy is left; says whether that is new.

    Args:
        connection: The transaction.
        packet_id: Which.
        problem: Code of what was found.
        at: Unix seconds.
    """
    return bool(run(connection, _SQL["note_gone"], packet_id=packet_id, problem=problem, at=at))


def note_found(connection: Connection, packet_ids: Sequence[bytes]) -> list[ReceivedBody]:
    """A good copy is there; those of the packets that were gone until now.

    Args:
        connection: The transaction.
        packet_ids: Which.
    """
    return all_rows(connection, ReceivedBody, _SQL["note_found"], packet_ids=list(packet_ids))
