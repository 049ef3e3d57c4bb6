"""An office station carries for others: a village kit's sealed packets go on, unopened, and its answers come back.

What is carried lies in ``relay/`` of the station's folder in the form of a courier's disk. The kit's own signed
request is handed to the centre, which answers the kit; this station can neither read nor change either.
"""

from dataclasses import asdict, dataclass, field
from pathlib import Path

from rekam.edge.store.courier_disk import CourierDisk
from rekam.edge.wire.carried import CarriedReport, Door, deliver_carried
from rekam.edge.wire.line_door import keys_on, line_door
from rekam.packet import covers, read_answer, read_receipt, read_request
from rekam.packet.batch import Batch, read_batch
from rekam.problem import Problem
from rekam.station.station import Station

FOLDER = "relay"


@dataclass(slots=True)
class RelayReport:
    """What changed hands at a meeting.

    Attributes:
        disk: The kit's disk.
        lists: Lists taken, ``STATION/number``.
        bodies: Bodies taken, whole and checked.
        absent: Packets on those lists that the disk does not hold whole; they stay with the kit.
        answers: Answers of the centre that were put on the disk.
        unread: Lists that were not believed, each with the name of its problem.
    """

    disk: str
    lists: list[str] = field(default_factory=list)
    bodies: int = 0
    absent: int = 0
    answers: list[str] = field(default_factory=list)
    unread: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """For ``--json``."""
        return asdict(self)


def carried(station: Station) -> CourierDisk:
    """Where this station keeps what belongs to others."""
    folder = station.config.folder / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    return CourierDisk.made(folder, station.random, f"RELAY-{station.papers.station}"[:64])


def meet(station: Station, folder: Path) -> RelayReport:
    """Take other stations' sealed packets off a disk, and give it the answers that came for them.

    Nothing is removed from the disk: a kit deletes only what the centre has receipted.

    Raises:
        Problem: ``courier.disk_*`` of the disk and of this station's own.
    """
    disk, kept = CourierDisk(folder), carried(station)
    verifier_of = keys_on(disk)
    report = RelayReport(disk.name)
    for name in disk.stations():
        if name == station.papers.station:
            continue
        kept.sweep(name)
        if not _same_keys(kept, disk, name):
            report.unread[name] = "packet.key_unknown"
            continue
        for number in disk.batches(name):
            try:
                signed = disk.batch(name, number) or b""
                batch = read_batch(signed, verifier_of)
                if (batch.station, batch.number) != (name, number):
                    raise Problem("courier.batch_moved", station=batch.station, number=batch.number)  # noqa: TRY301
            except Problem as problem:
                report.unread[f"{name}/{number}"] = problem.code
                continue
            _hand_over(kept, disk, batch, report)
            _take(kept, disk, batch, signed, report)
        _forget(kept, disk, name)
    station.store.journal.write(
        station.now(), "station", "relay_met", disk.name, bodies=report.bodies, answers=len(report.answers)
    )
    return report


def forward(station: Station, door: Door | None = None) -> CarriedReport:
    """Hand to the centre what is carried; bodies whose receipts came are removed, the answers wait for the kit.

    Args:
        station: The open station.
        door: The centre's; over the station's line if not given.

    Raises:
        Problem: Of this station's own disk.
    """
    kept = carried(station)
    if door is not None:
        report = deliver_carried(kept, door, keys_on(kept), again=False)
    else:
        with line_door(station.config.centre_url or station.papers.centre_url) as line:
            report = deliver_carried(kept, line, keys_on(kept), again=False)
    for name in kept.stations():
        for number in kept.answers(name):
            try:
                _drop_receipted(station, kept, name, number)
            except Problem as problem:
                report.unread[f"{name}/{number}"] = problem.code
    return report


def forward_waiting(station: Station) -> CarriedReport | None:
    """`forward` when somebody's list waits for its answer, over the line that holds now.

    Raises:
        Problem: Of this station's own disk.
    """
    if not (station.config.folder / FOLDER).is_dir():
        return None
    kept = carried(station)
    open_lists = any(set(kept.batches(name)) - set(kept.answers(name)) for name in kept.stations())
    return forward(station) if open_lists else None


def waiting(station: Station) -> dict[str, int]:
    """Sealed packets of others that are here, by their station."""
    if not (station.config.folder / FOLDER).is_dir():
        return {}
    kept = carried(station)
    counts = {name: len(kept.bodies(name)) for name in kept.stations()}
    return {name: count for name, count in counts.items() if count}


def _same_keys(kept: CourierDisk, disk: CourierDisk, name: str) -> bool:
    """Takes a station's public keys along; another one under the same name waits until the first is served."""
    for kind in ("station", "centre"):
        public, known = disk.key(name, kind), kept.key(name, kind)
        if public is None or (known not in (None, public) and kept.batches(name)):
            return False
        kept.put_key(name, kind, public)
    return True


def _take(kept: CourierDisk, disk: CourierDisk, batch: Batch, signed: bytes, report: RelayReport) -> None:
    name, number = batch.station, batch.number
    if kept.answer(name, number) is not None:
        return
    if kept.batch(name, number) != signed:
        kept.put_batch(name, number, signed)
    report.lists.append(f"{name}/{number}")
    for item in batch.items:
        if kept.holds(name, item.packet_id):
            continue
        if not disk.holds(name, item.packet_id):
            report.absent += 1
            continue
        kept.put_body(name, item.packet_id, disk.body_path(name, item.packet_id).read_bytes())
        report.bodies += 1


def _hand_over(kept: CourierDisk, disk: CourierDisk, batch: Batch, report: RelayReport) -> None:
    answer = kept.answer(batch.station, batch.number)
    if answer is not None and disk.answer(batch.station, batch.number) != answer:
        disk.put_answer(batch.station, batch.number, answer)
        report.answers.append(f"{batch.station}/{batch.number}")


def _forget(kept: CourierDisk, disk: CourierDisk, name: str) -> None:
    """An answer was taken home when its own disk comes back without the list."""
    on_disk = set(disk.batches(name))
    verifier_of = keys_on(kept)
    for number in kept.answers(name):
        signed = kept.batch(name, number)
        if signed is not None and number not in on_disk and read_batch(signed, verifier_of).disk == disk.name:
            kept.drop_batch(name, number)


def _drop_receipted(station: Station, kept: CourierDisk, name: str, number: int) -> None:
    signed, answered = kept.batch(name, number), kept.answer(name, number)
    if signed is None or answered is None:
        return
    verifier_of = keys_on(kept)
    batch = read_batch(signed, verifier_of)
    nonce = read_request(batch.request, verifier_of).nonce
    answer = read_answer(answered, station.centre, station=name, nonce=nonce)
    sequences = {item.packet_id: item.sequence for item in batch.items}
    for one in answer.receipts:
        receipt = read_receipt(one, station.centre)
        sequence = sequences.get(receipt.packet_id)
        if sequence is not None and covers(
            receipt, packet_id=receipt.packet_id, station=name, sequence=sequence
        ):
            kept.drop_body(name, receipt.packet_id)
