"""The recording station: a small web application on one laptop, complete without a line.

Each part is loaded when it is first named: the start of a station does not load what only recording needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rekam.station.config import StationConfig
    from rekam.station.opening import open_station
    from rekam.station.operator import StationOperator
    from rekam.station.provisioning import (
        Provisioning,
        decode_provisioning,
        encode_provisioning,
        load_roster,
        provision,
    )
    from rekam.station.station import Station

__all__ = [
    "Provisioning",
    "Station",
    "StationConfig",
    "StationOperator",
    "decode_provisioning",
    "encode_provisioning",
    "load_roster",
    "open_station",
    "provision",
]

_MODULE = {
    "Provisioning": "provisioning",
    "Station": "station",
    "StationConfig": "config",
    "StationOperator": "operator",
    "decode_provisioning": "provisioning",
    "encode_provisioning": "provisioning",
    "load_roster": "provisioning",
    "open_station": "opening",
    "provision": "provisioning",
}


def __getattr__(name: str) -> object:
    if name not in _MODULE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULE[name]}"), name)
