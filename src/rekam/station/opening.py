"""Opening a station for work: devices found, interrupted sealings finished."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime

from rekam.station.bench import Bench
from rekam.station.config import StationConfig
from rekam.station.judge import FingerQuality, Judge
from rekam.station.late_bench import LateBench
from rekam.station.station import Station
from rekam.station.trusted_time import since_boot


def open_station(
    config: StationConfig,
    *,
    clock: Callable[[], float] = time.time,
    random: Callable[[int], bytes] = os.urandom,
    bench: Bench | None = None,
    finger_quality: FingerQuality | None = None,
    monotonic: Callable[[], float] = since_boot,
    judge: Judge | None = None,
) -> Station:
    """A station ready for its first page; its threads begin with `Station.start`.

    Args:
        config: How it runs.
        clock: Unix seconds now.
        random: Unpredictable bytes.
        bench: Its devices; those found on ``config.device_ports`` when not given.
        finger_quality: As for `Station`.
        monotonic: Seconds that only go forward.
        judge: As for `Station`.

    Raises:
        Problem: ``station.*``, ``packet.key_*``, ``delivery.no_space``: the station cannot work and says why.
    """
    devices = bench or LateBench(lambda: device_bench(config, clock))
    station = Station(
        config,
        devices,
        clock=clock,
        random=random,
        finger_quality=finger_quality,
        monotonic=monotonic,
        judge=judge,
    )
    try:
        if station.interrupted:
            from rekam.station.use.seal import resume  # after a proper end there is nothing to seal

            resume(station)
    except BaseException:
        station.store.close()
        raise
    return station


def device_bench(config: StationConfig, clock: Callable[[], float]) -> Bench:
    """The devices on this laptop; each is believed by the certificate that it shows first."""
    import httpx  # with the client behind it, needed when the devices are first asked

    from rekam.edge.device import DeviceBench, first_use

    return DeviceBench(
        config.device_ports,
        httpx.Client(trust_env=False),
        first_use(),
        now=lambda: datetime.fromtimestamp(clock(), UTC),
    )
