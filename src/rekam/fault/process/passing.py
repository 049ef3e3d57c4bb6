"""The parts between station and centre: one delivery over HTTP, and one intake of a body."""

from pathlib import Path
from typing import ClassVar

from rekam.edge.wire.delivery import Ways, deliver_round
from rekam.edge.wire.tus.client import UploadReport
from rekam.fault.bed.office import Hand
from rekam.fault.outcome import Outcome
from rekam.fault.process.child import Child
from rekam.fault.process.part import Part
from rekam.fault.process.world import World
from rekam.problem import Problem

ALONE = "alone"
"""Folder of the uploads of `IntakePart`, which no server of the world owns."""


class DeliveryPart(Part):
    """The station's process brings one packet to a centre that serves.

    Args:
        world: Centre and station; audited at the end.
    """

    name: ClassVar[str] = "delivery"

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world

    def start(self, hold: str) -> Child:
        """A child that delivers what was just recorded."""
        self._world.record_one()
        return self._world.start_delivery(hold)

    def settle(self, heard: list[list[str]]) -> None:
        """Delivers again, without a fault."""
        self.acknowledged += sum(int(words[2]) for words in heard if words[0] == "round")
        self._world.deliver_all()
        if self._world.waiting:
            self.finding.note("unknown", "a packet does not get through after the fault")

    def finish(self, outcome: Outcome) -> None:
        """The audit of station and centre."""
        super().finish(outcome)
        self._world.finish(outcome)


class IntakePart(Part):
    """A process of the centre stores a body piece by piece and takes it over.

    Args:
        world: Centre and station; its owner audits it.
    """

    name: ClassVar[str] = "intake"

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world
        self._packet = b""
        self._body = Path()

    def start(self, hold: str) -> Child:
        """A child that takes over a body whose manifest is known."""
        self._world.record_one()
        self._announce()
        return self._take(hold)

    def settle(self, heard: list[list[str]]) -> None:
        """Goes on at the acknowledged byte, and brings the receipt to the station."""
        kept = [int(words[1]) for words in heard if words[0] == "kept"]
        self.acknowledged += len(kept) + any(words[0] == "taken" for words in heard)
        with self._take("") as child:
            again = child.hear_all()
            child.wait()
        begun = [int(words[1]) for words in again if words[0] == "begun"]
        if begun and begun[0] < max(kept, default=0):
            self.finding.note("lost", f"{max(kept) - begun[0]} acknowledged bytes of an upload")
        receipts = {words[1] for words in (*heard, *again) if words[0] == "taken"}
        if len(receipts) != 1:
            said = [words for words in again if words[0] in {"problem", "error"}]
            self.finding.note("unknown", f"{len(receipts)} receipts of one packet {said}")
        if list((self._world.office.folder / ALONE).glob("[!.]*")):
            self.finding.note("unknown", "uploads left behind")
        self._world.deliver_all()

    def _take(self, hold: str) -> Child:
        office = self._world.office
        return self._world.nursery.start(
            "intake_part:take", folder=str(office.folder), url=office.url, uploads=ALONE,
            packet=self._packet.hex(), body=str(self._body), hold=hold,
        )  # fmt: skip

    def _announce(self) -> None:
        """The centre knows the manifest and lacks the body: the line broke in between."""
        station = self._world.counter.open()
        try:
            office = self._world.office
            ways = Ways(
                Hand(office, station),
                _NoLine(),
                office.centre.keys.signer.verifier,
                station.now,
                station.random,
            )
            deliver_round(station.port, ways)
            line = station.store.outbox.unfinished(1)[0]
            self._packet, self._body = line.packet_id, station.store.files.path(line.packet_id)
        finally:
            station.close()


class _NoLine:
    """Carries no body."""

    def upload(self, packet_id: bytes, path: Path) -> UploadReport:  # noqa: ARG002 - nothing is carried
        raise Problem("delivery.line_broken")
