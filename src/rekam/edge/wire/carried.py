"""A courier's disk at the centre's door: requests handed over as they are, bodies brought, answers taken along."""

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Protocol

from rekam.edge.store.courier_disk import CourierDisk
from rekam.edge.wire.line_client import LINE_CODES
from rekam.packet import VerifierOf
from rekam.packet.batch import Batch, BatchItem, read_batch
from rekam.problem import Problem


class Door(Protocol):
    """Where the centre takes things: in its own house, or over a line."""

    def exchange(self, signed: bytes) -> bytes:
        """From a station's signed request to the centre's signed answer.

        Raises:
            Problem: ``packet.*`` of the request, ``delivery.*`` of the line.
        """

    def bring(self, packet_id: bytes, path: Path) -> bool:
        """Hand a body over; ``False`` = it was there already.

        Raises:
            Problem: Why it is not taken.
        """


@dataclass(slots=True)
class CarriedReport:
    """What the centre took from a disk.

    Attributes:
        disk: Its name.
        lists: Lists that were answered, ``STATION/number``.
        taken: Bodies that came with this disk.
        already: Bodies that were there, by an earlier disk or over a line.
        refused: Packets not taken, by the first digits of their id, each with the name of its problem.
        missing: Packets that a list names and the disk does not hold.
        unlisted: Bodies on the disk that no readable list names; they stay there.
        unread: Lists that were not believed, each with the name of its problem.
        stopped: The problem of the line that ended the delivery.
    """

    disk: str
    lists: list[str] = field(default_factory=list)
    taken: int = 0
    already: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    unlisted: int = 0
    unread: dict[str, str] = field(default_factory=dict)
    stopped: Problem | None = None

    @property
    def sound(self) -> bool:
        """Whether everything on the disk is now at the centre."""
        return not (self.refused or self.missing or self.unread or self.unlisted or self.stopped)

    def as_json(self) -> dict[str, object]:
        """For ``--json``."""
        return {**asdict(self), "stopped": self.stopped.code if self.stopped else None, "sound": self.sound}


def deliver_carried(
    disk: CourierDisk, door: Door, verifier_of: VerifierOf, *, again: bool = True
) -> CarriedReport:
    """Deliver what a disk holds; doing it again, or after the line brought the same, counts nothing twice.

    One bad list, body or station never keeps another waiting.

    Args:
        disk: The disk.
        door: The centre's.
        verifier_of: Public keys of stations, for the lists.
        again: Whether lists that have an answer are handed over once more, for a newer one.

    Raises:
        Problem: ``courier.disk_*``.
    """
    report = CarriedReport(disk.name)
    for station in disk.stations():
        listed: set[bytes] = set()
        for number in disk.batches(station):
            name = f"{station}/{number}"
            try:
                batch = _batch(disk, station, number, verifier_of)
            except Problem as problem:
                report.unread[name] = problem.code
                continue
            listed |= {item.packet_id for item in batch.items}
            if not again and disk.answer(station, number) is not None:
                continue
            try:
                answer = _bring_all(disk, door, batch, report)
            except Problem as problem:
                if problem.code in LINE_CODES:
                    report.stopped = problem
                    return report
                report.unread[name] = problem.code
                continue
            disk.put_answer(station, number, answer)
            report.lists.append(name)
        report.unlisted += len(set(disk.bodies(station)) - listed)
    return report


def _batch(disk: CourierDisk, station: str, number: int, verifier_of: VerifierOf) -> Batch:
    batch = read_batch(disk.batch(station, number) or b"", verifier_of)
    if (batch.station, batch.number) != (station, number):
        raise Problem("courier.batch_moved", station=batch.station, number=batch.number)
    return batch


def _bring_all(disk: CourierDisk, door: Door, batch: Batch, report: CarriedReport) -> bytes:
    """Manifests first, then the bodies; the answer after them, which carries their receipts."""
    door.exchange(batch.request)
    for item in batch.items:
        try:
            _bring(disk, door, batch, item, report)
        except Problem as problem:
            if problem.code in LINE_CODES:
                raise
            report.refused[_short(item)] = problem.code
    return door.exchange(batch.request)


def _bring(disk: CourierDisk, door: Door, batch: Batch, item: BatchItem, report: CarriedReport) -> None:
    state = disk.holds(batch.station, item.packet_id)
    if state is None:
        raise Problem("delivery.body_hash", packet=_short(item))
    if not state:
        report.missing.append(_short(item))
    elif door.bring(item.packet_id, disk.body_path(batch.station, item.packet_id)):
        report.taken += 1
    else:
        report.already += 1


def _short(item: BatchItem) -> str:
    return item.packet_id.hex()[:12]
