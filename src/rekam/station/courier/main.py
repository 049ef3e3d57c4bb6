"""The courier's commands at a station that is not running."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rekam.problem import Problem
from rekam.station.config import StationConfig
from rekam.station.courier.carriage import forward, meet
from rekam.station.courier.homecoming import take_receipts
from rekam.station.courier.pack import pack
from rekam.station.opening import open_station
from rekam.station.station import Station


def pack_disk(folder: Path, disk: Path) -> dict[str, object]:
    """Sealed packets of the station in a folder onto a disk.

    Raises:
        Problem: ``courier.station_running``, ``courier.disk_*``, and what opening a station can say.
    """
    with _opened(folder) as station:
        return pack(station, disk).as_json()


def take_disk(folder: Path, disk: Path) -> dict[str, object]:
    """What came back on a disk into the station of a folder.

    Raises:
        Problem: As `pack_disk`, and ``courier.nothing_for_station``.
    """
    with _opened(folder) as station:
        return take_receipts(station, disk).as_json()


def relay_disk(folder: Path, disk: Path, *, send: bool) -> dict[str, object]:
    """Meet a village kit's disk; with ``send`` what is carried goes to the centre over the line first.

    Raises:
        Problem: As `pack_disk`.
    """
    with _opened(folder) as station:
        sent = forward(station).as_json() if send else None
        met = meet(station, disk).as_json()
        return {**met, "sent": sent}


@contextmanager
def _opened(folder: Path) -> Iterator[Station]:
    if not (folder / "station.db").is_file():
        raise Problem("station.not_provisioned")
    try:
        station = open_station(StationConfig(folder=folder))
    except Problem as problem:
        if problem.code == "station.already_running":
            raise Problem("courier.station_running") from problem
        raise
    try:
        yield station
    finally:
        station.close()
