"""A station and the disks of its couriers: pack, take receipts back, carry for a village kit."""

from rekam.station.courier.carriage import RelayReport, forward, forward_waiting, meet, waiting
from rekam.station.courier.homecoming import HomecomingReport, take_receipts
from rekam.station.courier.pack import PackReport, pack

__all__ = [
    "HomecomingReport",
    "PackReport",
    "RelayReport",
    "forward",
    "forward_waiting",
    "meet",
    "pack",
    "take_receipts",
    "waiting",
]
