"""Where packets come in: bodies are held twice, read, logged and receipted before anybody may delete them."""

import logging
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from rekam.centre import parameters
from rekam.centre.centre import Centre
from rekam.centre.gathering import Gathering
from rekam.centre.station_keys import verifiers_of
from rekam.centre.taking import Taken, found_again, take_over
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
        self._sizes: dict[bytes, int] = {}
        self._commits: Gathering[Taken, bytes] = Gathering(
            lambda taken: take_over(centre, taken), most=parameters.TAKEN_TOGETHER_MOST
        )

    def expects(self, packet_id: bytes) -> int | None:
        """Length of a body by its manifest, bytes; ``None`` = no manifest announced it."""
        size = self._sizes.get(packet_id)
        if size is None:
            packet = self._asked_for(packet_id)
            size = None if packet is None else packet.body_size
        return size

    def holds(self, packet_id: bytes) -> int | None:
        """Length of a body that was taken over and is there; ``None`` = it was not, or is gone since."""
        packet = self._asked_for(packet_id)
        return None if packet is None or packet.received_at is None or packet.gone else packet.body_size

    def _asked_for(self, packet_id: bytes) -> PacketRow | None:
        packet = self._centre.store.packets.packet(packet_id)
        if packet is not None:
            # A manifest never changes, so the question that the upload server asks next is answered from memory.
            if len(self._sizes) >= parameters.SIZES_REMEMBERED:
                self._sizes.clear()
            self._sizes[packet_id] = packet.body_size
        return packet

    def on_complete(self, packet_id: bytes, path: Path) -> None:
        """As :meth:`body_complete`, for the upload server, which never changes a whole body."""
        self.body_complete(packet_id, path, given=True)

    def body_complete(self, packet_id: bytes, path: Path, *, given: bool = False) -> bytes:
        """Take a whole body over; doing it again gives the same receipt.

        When this returns, two copies are on the disks, both were read back, the content was opened, and the log,
        the receipt, the event and the next job stand in one committed transaction.

        Args:
            packet_id: Which.
            path: The body; it stays where it is.
            given: Nobody changes this file any more.

        Returns:
            The signed receipt.

        Raises:
            Problem: ``delivery.manifest_first``, ``delivery.body_hash`` (not this packet's body),
                ``delivery.no_space`` and ``delivery.disk_failed`` (try again later), or ``packet.*`` when the
                content cannot be opened: the packet is then refused for good, with that reason.
        """
        (result,) = self.bodies_complete([(packet_id, path)], given=given)
        if isinstance(result, Exception):
            raise result
        return result

    def bodies_complete(
        self, bodies: Sequence[tuple[bytes, Path]], *, given: bool = False
    ) -> list[bytes | Exception]:
        """As :meth:`body_complete` for several: each by itself on the disks, all in one transaction.

        Args:
            bodies: Packet ids and files.
            given: As there.

        Returns:
            The receipt of each, or what :meth:`body_complete` raises for it; one never keeps another.
        """
        known = self._centre.store.packets.arriving([packet_id for packet_id, _ in bodies])

        def stored(body: tuple[bytes, Path]) -> Taken | bytes | Exception:
            try:
                return self._stored(known.get(body[0]), *body, given=given)
            except Exception as failure:  # noqa: BLE001 - carried to whoever brought this one
                return failure

        if len(bodies) == 1:
            results = [stored(bodies[0])]
        else:
            with ThreadPoolExecutor(parameters.DISK_HANDS) as hands:
                results = list(hands.map(stored, bodies))
        taken = iter(self._commits.bring_all([one for one in results if isinstance(one, Taken)]))
        return [_outcome(next(taken)) if isinstance(one, Taken) else one for one in results]

    def _stored(
        self, packet: ArrivingRow | None, packet_id: bytes, path: Path, *, given: bool
    ) -> Taken | bytes:
        """A body twice on the disks, read back and opened; or the receipt that it has already."""
        if packet is None:
            raise Problem("delivery.manifest_first", packet=packet_id.hex()[:12])
        if packet.receipt is not None and not packet.gone:
            return packet.receipt
        body = self._centre.files.take(packet_id, path, given=given)
        # What was receipted has been opened: it is the same body to the bit, and its key may be gone by now.
        if packet.receipt is None:
            try:
                self._test_open(packet, body)
            except Problem as problem:
                self._turn_away(packet, problem)
                raise
        return Taken(packet, len(self._centre.files.folders))

    def recover(self) -> int:
        """Take over bodies that were stored when the last run ended before their receipt; how many."""
        files, taken = self._centre.files, 0
        for packet_id in self._centre.store.packets.all_awaited():
            if files.size(packet_id) != self.expects(packet_id):
                continue
            try:
                self.body_complete(packet_id, files.path(packet_id))
            except Problem as problem:
                _log.warning("packet %s: %s", packet_id.hex()[:12], problem)
            else:
                taken += 1
        return taken

    def _test_open(self, packet: ArrivingRow, body: bytearray) -> None:
        verifiers = verifiers_of(packet.public_keys)
        manifest = read_manifest(packet.manifest, lambda _station: verifiers)
        content = self._centre.keys.open(manifest, body, body_hash=packet.packet_id)
        if manifest.kind == RECORDING:
            decode_recording(content)

    def _turn_away(self, packet: PacketRow, problem: Problem) -> None:
        now = self._centre.now()
        with self._centre.store.database.transaction() as connection:
            if packet.gone:
                found_again(connection, [packet.packet_id], at=now)
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


def _outcome(future: "Future[bytes]") -> bytes | Exception:
    failure = future.exception()
    if failure is None:
        return future.result()
    if isinstance(failure, Exception):
        return failure
    raise failure
