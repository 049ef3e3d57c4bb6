"""The station's process, as the command line starts it."""

import logging
import os
import sys
from dataclasses import replace
from pathlib import Path

from rekam.edge.clock import now_seconds
from rekam.edge.wire.serving import serve
from rekam.station.app import station_app
from rekam.station.config import StationConfig
from rekam.station.memory import spare
from rekam.station.opening import open_station
from rekam.station.update.launch import launch

SIMULATOR = "REKAM_SIMULATOR"
"""Environment variable with the address of simulated devices: whoever is begun with is seated before them."""


def run_station(folder: Path, port: int, device_port: int | None = None) -> int:
    """Serve until the process is told to end.

    Args:
        folder: The station's state folder, provisioned.
        port: Where, on this machine only.
        device_port: The one port of its devices, where several stations share a machine.
    """
    launch(folder, sys.argv[1:])
    spare()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    config = StationConfig(folder=folder, loads_ahead=True)
    if device_port is not None:
        config = replace(config, device_ports=(device_port,))
    station = open_station(config, clock=now_seconds)
    simulator = os.environ.get(SIMULATOR)
    if simulator:
        from rekam.station.seating import seat_at

        station.greet = seat_at(simulator)
    serve(station_app(station), port)
    return 0
