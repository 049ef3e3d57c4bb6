"""Couriers' disks at the centre: the same desk and the same intake as over the line."""

from pathlib import Path

from rekam.centre.centre import Centre
from rekam.centre.exchange import ExchangeDesk
from rekam.centre.intake import Intake
from rekam.centre.station_keys import StationKeys
from rekam.edge.store.courier_disk import CourierDisk
from rekam.edge.wire.carried import CarriedReport, deliver_carried


class DeskDoor:
    """The centre's own door (:class:`rekam.edge.wire.carried.Door`).

    Args:
        centre: The open centre.
    """

    def __init__(self, centre: Centre) -> None:
        self._desk = ExchangeDesk(centre)
        self._intake = Intake(centre)

    def exchange(self, signed: bytes) -> bytes:
        """From a station's signed request to the signed answer."""
        return self._desk.receive_exchange(signed)

    def bring(self, packet_id: bytes, path: Path) -> bool:
        """Take a body over; ``False`` = it was here already."""
        if self._intake.holds(packet_id) is not None:
            return False
        self._intake.body_complete(packet_id, path)
        return True


def deliver_disk(centre: Centre, folder: Path, *, actor: str = "courier") -> CarriedReport:
    """Take over what a courier brought; answers with receipts lie on the disk afterwards.

    Raises:
        Problem: ``courier.disk_*``.
    """
    disk = CourierDisk(folder)
    report = deliver_carried(disk, DeskDoor(centre), StationKeys(centre.store.stations))
    centre.store.audit.write(
        actor, "courier_delivered", "", disk.name, at=centre.now(),
        details={
            "lists": len(report.lists), "taken": report.taken, "already": report.already,
            "refused": len(report.refused), "missing": len(report.missing), "unread": len(report.unread),
        },
    )  # fmt: skip
    return report
