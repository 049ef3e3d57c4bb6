"""The recording station: a small web application on one laptop, complete without a line."""

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
