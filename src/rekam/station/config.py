from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StationConfig:
    """How one station runs on its laptop.

    Attributes:
        folder: Its state folder; see `rekam.edge.store.station.StationStore` for what lies in it.
        device_ports: Ports on 127.0.0.1 where device services may listen (SBI 0.9.5: 4501-4600).
        centre_url: Address of the centre, instead of the one in the provisioning.
        idle_lock_s: Seconds without a click after which the page locks; the draft stays.
        deliver_every_s: Seconds between delivery rounds while the line holds.
        beat_every_s: Seconds between pulses of the journal; the shortest power cut that is noticed.
        capture_timeout_s: Seconds that a device may take for one capture.
        loads_ahead: Whether what the first capture needs is loaded behind the first page; a program does, tests do not.
        courier_roots: Where the system mounts removable disks.
    """

    folder: Path
    device_ports: tuple[int, ...] = tuple(range(4501, 4511))
    centre_url: str | None = None
    idle_lock_s: int = 900
    deliver_every_s: float = 5.0
    beat_every_s: float = 15.0
    capture_timeout_s: float = 30.0
    loads_ahead: bool = False
    courier_roots: tuple[Path, ...] = (Path("/media"), Path("/run/media"), Path("/mnt"))
