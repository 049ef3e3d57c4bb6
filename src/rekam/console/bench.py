"""``rekam bench``."""

from pathlib import Path

from cyclopts import App

from rekam.console.output import tell

bench = App(name="bench", help="Measurements beside the limits of the same machine in the same run.")


@bench.command(name="intake")
def bench_intake(
    *,
    packets: int = 100,
    size: int = 2_000_000,
    hands: int = 8,
    folder: Path | None = None,
    json: bool = False,
) -> int:
    """Packets a second that the centre makes durable, beside the bound of the same machine in the same run.

    Parameters
    ----------
    packets
        How many.
    size
        Bytes of one packet.
    hands
        Uploads that end at the same time.
    folder
        Where to work, on the disk to be measured; a temporary folder if not given.
    """
    from rekam.measure.intake import run_intake

    report = run_intake(folder, packets=packets, size=size, hands=hands).as_json()
    tell(report, json=json)
    return 0


@bench.command(name="station")
def bench_station(
    *, recordings: int = 100, fingers: Path | None = None, folder: Path | None = None, json: bool = False
) -> int:
    """Memory, start, time to durable and size of a packet of a real station process with simulated devices.

    Parameters
    ----------
    recordings
        How many one process makes.
    fingers
        Folder of real fingerprints in FVC layout, ten fingers a set; drawn ones if not given.
    folder
        Where to work, on the disk to be measured; a temporary folder if not given.
    """
    from rekam.measure.station import run_station_measure

    report = run_station_measure(folder, recordings=recordings, fingers=fingers).as_json()
    tell(report, json=json)
    return 0
