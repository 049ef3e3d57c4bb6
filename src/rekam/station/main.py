"""The station's process, as the command line starts it."""

import logging
import os
from pathlib import Path

from rekam.edge.wire.serving import serve
from rekam.station.app import station_app
from rekam.station.config import StationConfig
from rekam.station.opening import open_station

SIMULATOR = "REKAM_SIMULATOR"
"""Environment variable with the address of simulated devices: whoever is begun with is seated before them."""


def run_station(folder: Path, port: int) -> int:
    """Serve until the process is told to end.

    Args:
        folder: The station's state folder, provisioned.
        port: Where, on this machine only.
    """
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    station = open_station(StationConfig(folder=folder))
    simulator = os.environ.get(SIMULATOR)
    if simulator:
        from rekam.station.seating import seat_at

        station.greet = seat_at(simulator)
    serve(station_app(station), port)
    return 0
