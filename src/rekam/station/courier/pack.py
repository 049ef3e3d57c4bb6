"""Sealed packets onto a courier's disk: the list first, then the bodies, each whole or absent."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from rekam.edge.key import export_public
from rekam.edge.store.courier_disk import CourierDisk
from rekam.edge.store.station.courier import CourierBook
from rekam.packet import ExchangeRequest, sign_request
from rekam.packet.batch import Batch, BatchItem, sign_batch
from rekam.packet.parameters import BATCH_ITEMS_MOST
from rekam.problem import Problem
from rekam.station.courier import parameters
from rekam.station.courier.room import clear_disk
from rekam.station.station import Station

_NONCE_BYTES = 16
_Waiting = tuple[bytes, int, int, bytes]
"""Packet id, sequence, size, manifest."""


@dataclass(slots=True)
class PackReport:
    """What is on the disk now.

    Attributes:
        disk: Its name.
        lists: Numbers of the lists that were written or finished now.
        copied: Bodies written now.
        already: Bodies that an earlier, interrupted packing had written.
        left: Packets that did not fit.
        size: Bytes of the bodies on the open lists of this disk.
        damaged: Packets whose body on the laptop is damaged, each with its problem; they stay in the outbox.
        stopped: The disk's problem that ended the packing; what was written before it stays valid.
    """

    disk: str
    lists: list[int] = field(default_factory=list)
    copied: int = 0
    already: int = 0
    left: int = 0
    size: int = 0
    damaged: dict[str, str] = field(default_factory=dict)
    stopped: Problem | None = None

    def as_json(self) -> dict[str, object]:
        """For ``--json``."""
        return {**asdict(self), "stopped": self.stopped.code if self.stopped else None}


def pack(station: Station, folder: Path, *, room: int | None = None) -> PackReport:
    """Put what has no receipt on a disk, the oldest first; doing it again goes on where it stopped.

    Nothing leaves the station: every body stays until the centre's receipt.

    Args:
        station: The open station.
        folder: Where the disk is mounted.
        room: Bytes that may be used; what is free, less a reserve for the answers, if not given.

    Raises:
        Problem: ``courier.disk_*`` when not even the first list could be written, and those of the station's
            own store.
    """
    if folder.resolve().is_relative_to(station.config.folder.resolve()):
        raise Problem("courier.disk_in_station", disk=folder.name)
    disk = CourierDisk.made(folder, station.random)
    book = CourierBook(station.store.database)
    report = PackReport(disk.name)
    disk.sweep(station.papers.station)
    clear_disk(station, disk)
    try:
        _put_keys(station, disk)
        for number in [line.number for line in book.open() if line.disk == disk.name]:
            _fill(station, disk, book, number, report)
        free = disk.room() - parameters.DISK_RESERVE_BYTES if room is None else room
        for number in _new_lists(station, disk, book, free):
            _fill(station, disk, book, number, report)
    except Problem as problem:
        if not problem.code.startswith("courier.disk_") or not report.lists:
            raise
        report.stopped = problem
    report.left = len(book.to_pack(disk.name)) + _uncopied(book, disk)
    report.size = sum(line.size for line in book.open() if line.disk == disk.name)
    _note(station, report)
    return report


def _new_lists(station: Station, disk: CourierDisk, book: CourierBook, free: int) -> Iterator[int]:
    """Numbers of new lists for everything that fits and is on no open list of this disk."""
    while True:
        chosen, free = _fitting(book.to_pack(disk.name), free)
        if not chosen:
            return
        number = max([book.last_number(), *disk.batches(station.papers.station)]) + 1
        nonce, roster = station.random(_NONCE_BYTES), station.port.roster_version()
        batch = Batch(
            station=station.papers.station,
            number=number,
            disk=disk.name,
            made_at=station.now(),
            items=tuple(BatchItem(packet_id, size, sequence) for packet_id, sequence, size, _ in chosen),
            request=_request(station, chosen, nonce, roster),
        )
        book.put(batch, sign_batch(batch, station.signer), nonce=nonce, roster=roster)
        yield number


def _fitting(waiting: Sequence[_Waiting], free: int) -> tuple[list[_Waiting], int]:
    chosen: list[_Waiting] = []
    for one in waiting[:BATCH_ITEMS_MOST]:
        needed = one[2] + parameters.ITEM_OVERHEAD_BYTES
        if needed > free:
            break
        chosen.append(one)
        free -= needed
    return chosen, free


def _request(station: Station, chosen: list[_Waiting], nonce: bytes, roster: str) -> bytes:
    """The same request that a line would carry; manifests of what does not fit go along, so the centre knows."""
    port = station.port
    manifests = dict.fromkeys(manifest for *_, manifest in chosen)
    manifests.update(dict.fromkeys(port.manifests_unacknowledged(BATCH_ITEMS_MOST)))
    request = ExchangeRequest(
        station=station.papers.station,
        nonce=nonce,
        sent_at=station.now(),
        manifests=tuple(manifests)[:BATCH_ITEMS_MOST],
        held=tuple(
            dict.fromkeys(
                [*(one[0] for one in chosen), *(packet.packet_id for packet in port.held())][
                    : parameters.HELD_MOST
                ]
            )
        ),
        receipts_known=port.receipts_known(),
        roster_version=roster,
        journal=tuple(port.journal_waiting(parameters.JOURNAL_AT_ONCE)),
        statuses_after=port.statuses_after(),
    )
    return sign_request(request, station.signer)


def _fill(station: Station, disk: CourierDisk, book: CourierBook, number: int, report: PackReport) -> None:
    """Writes a list and the bodies on it that are not there yet."""
    name, signed = station.papers.station, book.signed(number)
    if signed is None:
        return
    if disk.batch(name, number) != signed:
        disk.put_batch(name, number, signed)
    report.lists.append(number)
    for packet_id, _ in book.items(number):
        line = station.store.outbox.line(packet_id)
        if line is None or line.receipt is not None:
            continue
        if disk.holds(name, packet_id):
            report.already += 1
        else:
            try:
                body = station.store.files.get(packet_id)
            except Problem as problem:
                report.damaged[packet_id.hex()[:12]] = problem.code
                continue
            disk.put_body(name, packet_id, body)
            report.copied += 1
        book.copied(number, packet_id, station.now())


def _put_keys(station: Station, disk: CourierDisk) -> None:
    """Public keys for whoever audits the disk on the way."""
    disk.put_key(station.papers.station, "station", export_public(station.signer.verifier))
    disk.put_key(station.papers.station, "centre", export_public(station.centre))


def _uncopied(book: CourierBook, disk: CourierDisk) -> int:
    return sum(line.packets - line.copied for line in book.open() if line.disk == disk.name)


def _note(station: Station, report: PackReport) -> None:
    code, details = (report.stopped.code, dict(report.stopped.details)) if report.stopped else ("", {})
    station.store.journal.write(
        station.now(), "station", "courier_packed", report.disk, copied=report.copied, already=report.already, left=report.left,
        damaged=len(report.damaged), code=code, details=details,
    )  # fmt: skip
