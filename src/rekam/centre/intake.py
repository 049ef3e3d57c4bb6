"""Where packets come in: bodies are held twice, read, logged and receipted before anybody may delete them."""

import logging
from pathlib import Path

from psycopg import Connection

from rekam.centre.centre import PREPARE, Centre
from rekam.centre.station_keys import StationKeys
from rekam.edge.store.centre import audit, ledger, packets, stations
from rekam.edge.store.centre import log as merkle_log
from rekam.edge.store.centre.packets import SOUND, PacketRow
from rekam.packet import (
    RECORDING,
    Receipt,
    decode_recording,
    log_leaf,
    open_packet,
    read_manifest,
    sign_receipt,
)
from rekam.problem import Problem
from rekam.registry import Detail, EventKind, Status

_log = logging.getLogger("rekam.intake")


class Intake:
    """Takes bodies over; the tus server and the courier both end here.

    Args:
        centre: The open centre.
    """

    def __init__(self, centre: Centre) -> None:
        self._centre = centre

    def expects(self, packet_id: bytes) -> int | None:
        """Length of a body by its manifest, bytes; ``None`` = no manifest announced it."""
        packet = self._centre.store.packets.packet(packet_id)
        return None if packet is None else packet.body_size

    def holds(self, packet_id: bytes) -> int | None:
        """Length of a body that was taken over; ``None`` = it was not."""
        packet = self._centre.store.packets.packet(packet_id)
        return None if packet is None or packet.received_at is None else packet.body_size

    def on_complete(self, packet_id: bytes, path: Path) -> None:
        """As :meth:`body_complete`, for the upload server."""
        self.body_complete(packet_id, path)

    def body_complete(self, packet_id: bytes, path: Path) -> bytes:
        """Take a whole body over; doing it again gives the same receipt.

        When this returns, two copies are on the disks, both were read back, the content was opened, and the log,
        the receipt, the event and the next job stand in one committed transaction.

        Args:
            packet_id: Which.
            path: The body; it stays where it is.

        Returns:
            The signed receipt.

        Raises:
            Problem: ``delivery.manifest_first``, ``delivery.body_hash`` (not this packet's body),
                ``delivery.no_space`` and ``delivery.disk_failed`` (try again later), or ``packet.*`` when the
                content cannot be opened: the packet is then refused for good, with that reason.
        """
        packet = self._centre.store.packets.packet(packet_id)
        if packet is None:
            raise Problem("delivery.manifest_first", packet=packet_id.hex()[:12])
        receipt = self._centre.store.log.receipt(packet_id)
        if receipt is not None:
            return receipt
        self._centre.files.put(packet_id, path)
        copies = self._centre.files.test_read(packet_id)
        try:
            self._test_open(packet)
        except Problem as problem:
            self._turn_away(packet, problem)
            raise
        with self._centre.store.database.transaction() as connection:
            return self._take_over(connection, packet, copies)

    def recover(self) -> int:
        """Take over bodies that were stored when the last run ended before their receipt; how many."""
        taken = 0
        for packet_id in self._centre.store.packets.all_awaited():
            if self._centre.files.size(packet_id) != self.expects(packet_id):
                continue
            try:
                self.body_complete(packet_id, self._centre.files.path(packet_id))
            except Problem as problem:
                _log.warning("packet %s: %s", packet_id.hex()[:12], problem)
            else:
                taken += 1
        return taken

    def _test_open(self, packet: PacketRow) -> None:
        manifest = read_manifest(packet.manifest, StationKeys(self._centre.store.stations))
        body = self._centre.files.get(packet.packet_id)
        content = open_packet(manifest, body, self._centre.keys.opener, body_hash=packet.packet_id)
        if manifest.kind == RECORDING:
            decode_recording(content)

    def _turn_away(self, packet: PacketRow, problem: Problem) -> None:
        now = self._centre.now()
        with self._centre.store.database.transaction() as connection:
            row = ledger.lock(connection, packet.packet_id)
            if row.status is Status.REFUSED:
                return
            ledger.append(
                connection, packet.packet_id, EventKind.TURNED_AWAY, at=now, actor="centre", problem=problem
            )
            details: dict[str, Detail] = {"problem": problem.code}
            audit.write(
                connection, f"station:{packet.station_id}", "packet_refused", packet.region,
                packet.packet_id.hex(), at=now, details=details,
            )  # fmt: skip

    def _take_over(self, connection: Connection, packet: PacketRow, copies: int) -> bytes:
        packet_id, now = packet.packet_id, self._centre.now()
        ledger.lock(connection, packet_id)
        known = merkle_log.receipt(connection, packet_id)
        if known is not None:
            return known
        # Read again under the lock: a later manifest may have disputed this one meanwhile.
        link = (packets.packet_row(connection, packet_id) or packet).link
        suspension = stations.suspension_of(connection, packet.station_id)
        if suspension is not None or link != SOUND:
            cause = f"suspension:{suspension.suspension_id}" if suspension else link
            ledger.append(
                connection, packet_id, EventKind.PUT_IN_QUARANTINE, at=now, actor="centre",
                details={"cause": cause},
            )  # fmt: skip
        else:
            ledger.append(connection, packet_id, EventKind.RECEIVED, at=now, actor="centre")
            self._centre.queue.defer(connection, PREPARE, packet_id)
        packets.set_received(connection, packet_id, at=now)
        # Last, because every other intake waits from here until the commit.
        leaf = merkle_log.append_leaf(
            connection, packet_id, log_leaf(packet_id, packet.station_id, packet.sequence, now), at=now
        )
        signer = self._centre.keys.signer
        receipt = Receipt(
            packet_id=packet_id,
            station=packet.station_id,
            sequence=packet.sequence,
            received_at=now,
            copies=copies,
            test_read=True,
            log_index=leaf.index,
            log_size=leaf.size,
            log_root=leaf.root,
            proof=leaf.proof,
            centre=signer.key_id,
        )
        signed = sign_receipt(receipt, signer)
        merkle_log.put_receipt(connection, packet_id, signed, at=now)
        return signed
