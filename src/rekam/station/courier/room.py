"""Making room on a courier's disk for what is still under way."""

from rekam.edge.store.courier_disk import CourierDisk
from rekam.edge.store.station.courier import CourierBook
from rekam.station.station import Station


def clear_disk(station: Station, disk: CourierDisk) -> int:
    """Removes this station's lists that were answered and its bodies that have a receipt; how many bodies.

    A receipt is in the outbox only after it was checked; anything without one stays on the disk too.
    """
    name = station.papers.station
    book = CourierBook(station.store.database)
    out = {line.number for line in book.open()}
    for number in disk.batches(name):
        if number not in out and number <= book.last_number():
            disk.drop_batch(name, number)
    done = [packet_id for packet_id in disk.bodies(name) if _receipted(station, packet_id)]
    for packet_id in done:
        disk.drop_body(name, packet_id)
    return len(done)


def _receipted(station: Station, packet_id: bytes) -> bool:
    line = station.store.outbox.line(packet_id)
    return line is not None and line.receipt is not None
