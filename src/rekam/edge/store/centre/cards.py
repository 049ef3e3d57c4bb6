"""The print queue, the cards and the blanks."""

from dataclasses import dataclass
from typing import Any

from psycopg import Connection

from rekam.edge.store.centre.contents import biodata_of
from rekam.edge.store.centre.database import Database, one_row, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds
from rekam.person.biodata import Biodata
from rekam.problem import Problem

_SQL = statements("card")
_DISTRICT = 8

BLANK = "blank"
"""Stock item: one blank card."""


@dataclass(frozen=True, slots=True)
class QueuedCard:
    """One recording waiting to be printed; the queue is in the order of ``since``, whoever asks.

    Attributes:
        since: Unix seconds when it became print ready.
    """

    packet_id: bytes
    receipt_code: str
    nik: str
    village: str
    place: str
    since: int
    biodata: Biodata

    @classmethod
    def of_row(cls, *, biodata: dict[str, Any], **rest: Any) -> "QueuedCard":
        """From the columns of a statement."""
        return cls(biodata=biodata_of(biodata), **rest)


@dataclass(frozen=True, slots=True)
class QueueLength:
    """How many wait to be printed, and since when the first; ``None`` = nobody."""

    waiting: int
    oldest: int | None


@dataclass(frozen=True, slots=True)
class Card:
    """A printed card.

    Attributes:
        place: Kecamatan where it was printed.
        handed_over_at: Unix seconds; ``None`` = not collected.
        received_by: Who took it, as written down.
    """

    card_id: int
    packet_id: bytes
    nik: str
    place: str
    printed_at: int
    printed_by: str
    handed_over_at: int | None
    handed_over_by: str | None
    received_by: str | None


@dataclass(frozen=True, slots=True)
class Stock:
    """How much of an item is at a place."""

    place: str
    item: str
    quantity: int
    changed_at: int


class Cards:
    """Reads the print queue, cards and stock.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def queue(self, territory: str, *, limit: int = 100) -> list[QueuedCard]:
        """Who is to be printed next in a territory."""
        return self._database.rows(QueuedCard, _SQL["queue"], limit=limit, **bounds(territory))

    def queue_length(self, territory: str) -> QueueLength:
        """How long the queue of a territory is."""
        found = self._database.row(QueueLength, _SQL["queue_length"], **bounds(territory))
        assert found is not None
        return found

    def card(self, packet_id: bytes) -> Card | None:
        """The card of a recording."""
        return self._database.row(Card, _SQL["card"], packet_id=packet_id)

    def to_hand_over(self, territory: str, *, limit: int = 100) -> list[Card]:
        """Cards of a territory that were printed and not collected, oldest first."""
        return self._database.rows(Card, _SQL["to_hand_over"], limit=limit, **bounds(territory))

    def stock(self, territory: str) -> list[Stock]:
        """What is where in a territory."""
        return self._database.rows(Stock, _SQL["stock"], **bounds(territory))


def put_card(connection: Connection, packet_id: bytes, nik: str, place: str, *, by: str, at: int) -> int:
    """A card was printed: a blank is used where blanks are counted. The number of the card.

    Raises:
        Problem: ``centre.no_blanks``.
    """
    district = place[:_DISTRICT]
    left = one_value(connection, _SQL["lock_stock"], place=district, item=BLANK)
    if left == 0:
        raise Problem("centre.no_blanks", place=district)
    if left is not None:
        run(connection, _SQL["take_stock"], place=district, item=BLANK, at=at)
    values = {"packet_id": packet_id, "nik": nik, "place": district, "by": by, "at": at}
    return int(one_value(connection, _SQL["put_card"], **values))


def card(connection: Connection, packet_id: bytes) -> Card | None:
    """The card of a recording, inside a transaction."""
    return one_row(connection, Card, _SQL["card"], packet_id=packet_id)


def note_hand_over(connection: Connection, packet_id: bytes, *, by: str, received_by: str, at: int) -> None:
    """A card is in its owner's hand."""
    run(connection, _SQL["hand_over"], packet_id=packet_id, by=by, received_by=received_by, at=at)


def put_stock(connection: Connection, place: str, item: str, quantity: int, *, at: int) -> None:
    """Count of an item at a place."""
    run(connection, _SQL["put_stock"], place=place, item=item, quantity=quantity, at=at)
