"""Printing and handing over: the event, the card, the stock and the audit line in one transaction."""

from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit, cards, ledger
from rekam.edge.store.centre.ledger import RecordingRow
from rekam.problem import Problem
from rekam.registry import EventKind, Status


def mark_printed(centre: Centre, packet_id: bytes, *, actor: str) -> RecordingRow:
    """A card came out of the printer; pressing twice notes it once.

    Raises:
        Problem: ``registry.not_next`` (not print ready), ``centre.no_blanks``, ``centre.recording_unknown``.
    """
    now = centre.now()
    with centre.store.database.transaction() as connection:
        row = ledger.lock(connection, packet_id)
        if row.status is Status.CARD_PRINTED and cards.card(connection, packet_id):
            return row
        row = ledger.append(connection, packet_id, EventKind.PRINTED, at=now, actor=actor)
        assert row.nik is not None
        card_id = cards.put_card(connection, packet_id, row.nik, row.place, by=actor, at=now)
        audit.write(
            connection, actor, "print_card", row.place, packet_id.hex(), at=now, details={"card": card_id}
        )
    return row


def hand_over(centre: Centre, packet_id: bytes, *, actor: str, received_by: str) -> RecordingRow:
    """The card is in its owner's hand; pressing twice notes it once.

    Args:
        centre: The open centre.
        packet_id: Whose recording.
        actor: Who hands it over.
        received_by: Who takes it: the owner, or a relative with a letter.

    Raises:
        Problem: ``centre.receiver_needed``, ``registry.not_next`` (no card yet).
    """
    receiver = received_by.strip()
    if not receiver:
        raise Problem("centre.receiver_needed")
    now = centre.now()
    with centre.store.database.transaction() as connection:
        row = ledger.lock(connection, packet_id)
        if row.status is Status.CARD_ISSUED:
            return row
        row = ledger.append(connection, packet_id, EventKind.HANDED_OVER, at=now, actor=actor)
        cards.note_hand_over(connection, packet_id, by=actor, received_by=receiver, at=now)
        audit.write(connection, actor, "hand_over_card", row.place, packet_id.hex(), at=now)
    return row


def count_stock(centre: Centre, place: str, item: str, quantity: int, *, actor: str) -> None:
    """Write down how much of an item lies at a place."""
    now = centre.now()
    with centre.store.database.transaction() as connection:
        cards.put_stock(connection, place, item, quantity, at=now)
        audit.write(connection, actor, "count_stock", place, item, at=now, details={"quantity": quantity})
