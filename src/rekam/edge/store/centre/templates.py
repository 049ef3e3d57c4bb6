"""Features of every person who was searched, and the order in which they entered the gallery."""

from collections.abc import Iterator
from dataclasses import dataclass

from psycopg import Connection

from rekam.edge.store.centre.database import Database, all_rows, one_value, run
from rekam.edge.store.centre.statements import statements

_SQL = statements("gallery")
_PAGE = 500


@dataclass(frozen=True, slots=True)
class GalleryChange:
    """One person who entered the gallery or left it.

    Attributes:
        change_id: Place in the order of changes, from 1.
        packet_id: Whose features.
        added: ``False`` = removed.
        content: The features, as the engine stores them.
    """

    change_id: int
    packet_id: bytes
    added: bool
    content: bytes


@dataclass(frozen=True, slots=True)
class RecentTemplate:
    """Features of a recording of the same operator."""

    packet_id: bytes
    content: bytes


class Templates:
    """Reads features and changes of the gallery.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def template(self, packet_id: bytes) -> bytes | None:
        """The features of a packet."""
        found = self._database.value(_SQL["template"], packet_id=packet_id)
        return None if found is None else bytes(found)

    def recent_of_operator(self, packet_id: bytes, engine: str, *, limit: int) -> dict[str, bytes]:
        """Features of the latest recordings before this one by its operator at its station, by packet id.

        Args:
            packet_id: The recording.
            engine: Only features of this engine can be compared.
            limit: Most recordings.
        """
        rows = self._database.rows(
            RecentTemplate, _SQL["recent_of_operator"], packet_id=packet_id, engine=engine, limit=limit
        )
        return {row.packet_id.hex(): bytes(row.content) for row in rows}

    def changes(self, since: int) -> Iterator[GalleryChange]:
        """Changes of the gallery after one, in order, page by page."""
        while page := self._database.rows(GalleryChange, _SQL["changes"], since=since, limit=_PAGE):
            yield from page
            since = page[-1].change_id

    def size(self) -> int:
        """Persons in the gallery."""
        return int(self._database.value(_SQL["size"]))


def put_template(connection: Connection, packet_id: bytes, engine: str, content: bytes) -> None:
    """Keep the features of a packet."""
    run(connection, _SQL["put_template"], packet_id=packet_id, engine=engine, content=content)


def template(connection: Connection, packet_id: bytes) -> bytes | None:
    """The features of a packet, inside a transaction."""
    found = one_value(connection, _SQL["template"], packet_id=packet_id)
    return None if found is None else bytes(found)


def hold_gallery(connection: Connection) -> None:
    """Let nobody else enter or leave the gallery until this transaction ends."""
    run(connection, _SQL["one_at_a_time"])


def changes(connection: Connection, since: int) -> list[GalleryChange]:
    """Changes of the gallery after one; complete only while `hold_gallery` holds."""
    return all_rows(connection, GalleryChange, _SQL["changes"], since=since, limit=1 << 31)


def enter(connection: Connection, packet_id: bytes) -> None:
    """Put a person into the gallery; `hold_gallery` first."""
    run(connection, _SQL["add"], packet_id=packet_id)


def leave(connection: Connection, packet_id: bytes) -> None:
    """Take a person out of the gallery; `hold_gallery` first."""
    run(connection, _SQL["remove"], packet_id=packet_id)
