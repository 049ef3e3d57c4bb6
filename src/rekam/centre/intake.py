"""Where packets come in: bodies are held twice, read, logged and receipted before anybody may delete them."""

import logging
from pathlib import Path

from rekam.centre import parameters
from rekam.centre.centre import Centre
from rekam.centre.gathering import Gathering
from rekam.centre.station_keys import verifiers_of
from rekam.centre.taking import Taken, take_over
from rekam.edge.store.centre import audit, ledger
from rekam.edge.store.centre.packets import ArrivingRow, PacketRow
from rekam.packet import RECORDING, decode_recording, read_manifest
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
        self._commits: Gathering[Taken, bytes] = Gathering(
            lambda taken: take_over(centre, taken), most=parameters.TAKEN_TOGETHER_MOST
        )

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
        packet = self._centre.store.packets.arriving(packet_id)
        if packet is None:
            raise Problem("delivery.manifest_first", packet=packet_id.hex()[:12])
        if packet.receipt is not None:
            return packet.receipt
        body = self._centre.files.take(packet_id, path)
        try:
            self._test_open(packet, body)
        except Problem as problem:
            self._turn_away(packet, problem)
            raise
        return self._commits.bring(Taken(packet, len(self._centre.files.folders)))

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

    def _test_open(self, packet: ArrivingRow, body: bytes) -> None:
        verifiers = verifiers_of(packet.public_keys)
        manifest = read_manifest(packet.manifest, lambda _station: verifiers)
        content = self._centre.keys.open(manifest, body, body_hash=packet.packet_id)
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
