"""A station with enough recordings to keep a line busy."""

from pathlib import Path

from rekam.fault.bed.counter import SIGNATURE, make_counter, resident
from rekam.fault.bed.office import Office
from rekam.fault.line.bodies import NoisyBench

_MORE = 1.1


class Desk:
    """One station of the measurement.

    Args:
        folder: Where it stands.
        name: Of its line.
        office: Its centre, where it becomes known.
        residents: People on its roster.

    Attributes:
        packets: NIK of each recording by packet.
        body_bytes: All bodies together.
    """

    def __init__(self, folder: Path, name: str, office: Office, *, residents: int) -> None:
        self.name = name
        self._counter, public = make_counter(
            folder, office.keys, station_id=f"ST-{name}", residents=residents
        )
        self._counter.bench = NoisyBench()
        office.enrol(f"ST-{name}", public)
        self.station = self._counter.open()
        self.packets: dict[bytes, str] = {}
        self.body_bytes = 0

    def record_for(self, capacity: int, first: int) -> None:
        """Records until the line could not carry everything.

        Args:
            capacity: Bytes that the line carries in its window.
            first: Number of the first resident.
        """
        operator = self._counter.operator(self.station)
        while self.body_bytes < capacity * _MORE:
            nik = resident(first + len(self.packets)).nik
            packet_id = operator.record(nik, SIGNATURE).packet_id
            self.packets[packet_id] = nik
            self.body_bytes += self.station.port.body_path(packet_id).stat().st_size

    def receipts(self) -> dict[bytes, bytes]:
        """The receipts that it holds, by packet."""
        lines = self.station.store.outbox.latest(len(self.packets))
        return {line.packet_id: line.receipt for line in lines if line.receipt is not None}
