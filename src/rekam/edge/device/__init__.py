"""Devices: the MOSIP SBI 0.9.5 client, and in ``simulator/`` the devices themselves.

Each part is loaded when it is first named: a page that speaks of a device's state needs no HTTP and no pictures.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rekam.edge.device.bench import DeviceBench
    from rekam.edge.device.captured import Captured
    from rekam.edge.device.info import DeviceInfo
    from rekam.edge.device.status import DeviceStatus
    from rekam.edge.device.subject import Subject
    from rekam.edge.device.trust import first_use, only

__all__ = ["Captured", "DeviceBench", "DeviceInfo", "DeviceStatus", "Subject", "first_use", "only"]

_MODULE = {
    "Captured": "captured",
    "DeviceBench": "bench",
    "DeviceInfo": "info",
    "DeviceStatus": "status",
    "Subject": "subject",
    "first_use": "trust",
    "only": "trust",
}


def __getattr__(name: str) -> object:
    if name not in _MODULE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULE[name]}"), name)
