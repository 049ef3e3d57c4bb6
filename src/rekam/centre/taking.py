"""The transaction in which bodies become the centre's: event, next job, log, receipt; all of them or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from psycopg import Connection

from rekam.centre.centre import PREPARE, Centre
from rekam.edge.store.centre import audit, bodies, ledger, packets, stations
from rekam.edge.store.centre import log as merkle_log
from rekam.edge.store.centre.ledger import Arrival
from rekam.edge.store.centre.packets import SOUND, PacketRow
from rekam.packet import Receipt, log_leaf, sign_receipt
from rekam.problem import Problem
from rekam.registry import Detail, EventKind

FOUND = "body_found"
"""Act of the audit: a body that was gone is there again."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A packet whose body is on the disks and was opened.

    Attributes:
        packet: As announced.
        copies: Durable copies that were read back.
    """

    packet: PacketRow
    copies: int


def take_over(centre: Centre, taken: Sequence[Taken]) -> list[bytes]:
    """One committed transaction for all; the signed receipt of each, the old one where there is one.

    Raises:
        Problem: ``centre.recording_unknown``, ``registry.not_next``; nothing has happened then.
    """
    with centre.store.database.transaction() as connection:
        return _take_over(centre, connection, taken)


def _take_over(centre: Centre, connection: Connection, taken: Sequence[Taken]) -> list[bytes]:
    now = centre.now()
    by_id = {one.packet.packet_id: one for one in taken}
    rows = {row.packet_id: row for row in ledger.lock_all(connection, list(by_id))}
    if len(rows) < len(by_id):
        raise Problem("centre.recording_unknown")
    receipts = merkle_log.receipts_of(connection, list(by_id))
    new = [one for packet_id, one in by_id.items() if packet_id not in receipts]
    if new:
        arrivals = _arrivals(connection, new, rows)
        ledger.append_arrivals(connection, arrivals, at=now, actor="centre")
        received = [one.row.packet_id for one in arrivals if one.kind is EventKind.RECEIVED]
        centre.queue.defer_all(connection, PREPARE, received)
        packets.set_received(connection, [one.packet.packet_id for one in new], at=now)
        receipts |= _receipts(centre, connection, new, now)
    found_again(connection, [one.packet.packet_id for one in taken if one.packet.gone], at=now)
    return [receipts[one.packet.packet_id] for one in taken]


def found_again(connection: Connection, packet_ids: Sequence[bytes], *, at: int) -> int:
    """Good copies are on the disks again of what was gone, each with its line in the audit; how many.

    Args:
        connection: The transaction.
        packet_ids: Bodies that were read; those that were never gone are passed over.
        at: Unix seconds.
    """
    found = bodies.note_found(connection, packet_ids) if packet_ids else []
    for one in found:
        audit.write(connection, "centre", FOUND, one.region, one.packet_id.hex(), at=at)
    return len(found)


def _arrivals(
    connection: Connection, new: Sequence[Taken], rows: dict[bytes, ledger.RecordingRow]
) -> list[Arrival]:
    # Read again under the lock: a later manifest may have disputed one meanwhile.
    links = packets.links_of(connection, [one.packet.packet_id for one in new])
    suspensions = {
        station: stations.suspension_of(connection, station)
        for station in sorted({one.packet.station_id for one in new})
    }
    arrivals = []
    for one in new:
        link, suspension = links[one.packet.packet_id], suspensions[one.packet.station_id]
        details: dict[str, Detail] = {}
        if suspension is not None:
            details = {"cause": f"suspension:{suspension.suspension_id}"}
        elif link != SOUND:
            details = {"cause": link}
        kind = EventKind.PUT_IN_QUARANTINE if details else EventKind.RECEIVED
        arrivals.append(Arrival(rows[one.packet.packet_id], kind, details))
    return arrivals


def _receipts(centre: Centre, connection: Connection, new: Sequence[Taken], now: int) -> dict[bytes, bytes]:
    signer, signed = centre.keys.signer, {}
    logged = [
        (p.packet_id, log_leaf(p.packet_id, p.station_id, p.sequence, now))
        for p in (one.packet for one in new)
    ]
    # Last, because every other intake waits from here until the commit.
    leaves = merkle_log.append_leaves(connection, logged, at=now)
    for one, leaf in zip(new, leaves, strict=True):
        receipt = Receipt(
            packet_id=one.packet.packet_id,
            station=one.packet.station_id,
            sequence=one.packet.sequence,
            received_at=now,
            copies=one.copies,
            test_read=True,
            log_index=leaf.index,
            log_size=leaf.size,
            log_root=leaf.root,
            proof=leaf.proof,
            centre=signer.key_id,
        )
        signed[one.packet.packet_id] = sign_receipt(receipt, signer)
    merkle_log.put_receipts(connection, signed, at=now)
    return signed
