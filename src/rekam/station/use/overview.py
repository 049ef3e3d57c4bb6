"""Can I work, and is anything of ours stuck? The four lamps and the figures of today."""

from dataclasses import dataclass
from enum import Enum

from rekam.biometric import Modality
from rekam.edge.device.info import DeviceInfo
from rekam.edge.store.station import LineState
from rekam.edge.store.station.power import Power, read_power
from rekam.packet import Connection
from rekam.station.station import Station
from rekam.station.use.health import NEEDED, note_devices, note_power

OLD_S = 24 * 3600
"""Seconds after which an unsent recording turns the lamp."""
LOW_BATTERY = 25
"""Percent at which the lamp says to stop beginning new recordings."""


class Lamp(Enum):
    """Colour of a lamp; the words beside it say the same."""

    GOOD = "good"
    WEAK = "weak"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What lies in the outbox without a receipt.

    Attributes:
        packets: How many.
        size: Bytes of their bodies.
        oldest_s: Seconds since the oldest was sealed.
        needed_s: Seconds to send them at the last measured speed, ``None`` when it was never measured.
        refused: How many of them the centre refuses.
    """

    packets: int
    size: int
    oldest_s: int
    needed_s: int | None
    refused: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the first page shows."""

    devices: tuple[DeviceInfo, ...]
    devices_lamp: Lamp
    absent: tuple[Modality, ...]
    power: Power
    power_lamp: Lamp
    line: LineState
    line_lamp: Lamp
    connection: Connection
    waiting: Waiting
    waiting_lamp: Lamp
    today: dict[str, int]
    roster: dict[str, int]


def overview(station: Station) -> Overview:
    """The station now."""
    devices = station.bench.info()
    note_devices(station, devices)
    usable = {device.modality for device in devices if device.problem is None}
    absent = tuple(modality for modality in NEEDED if modality not in usable)
    power, line, connection = read_power(), station.port.line(), station.port.connection()
    note_power(station, power)
    waiting = waiting_packets(station)
    return Overview(
        devices=devices,
        devices_lamp=_devices_lamp(absent),
        absent=absent,
        power=power,
        power_lamp=_power_lamp(power),
        line=line,
        line_lamp=_line_lamp(line, connection),
        connection=connection,
        waiting=waiting,
        waiting_lamp=_waiting_lamp(waiting),
        today=station.store.journal.counts(station.today().isoformat()),
        roster=station.store.roster.counts(),
    )


def waiting_packets(station: Station) -> Waiting:
    """What has no receipt yet."""
    counts = station.store.outbox.counts()
    open_counts = [count for state, count in counts.items() if state != "receipted"]
    to_send = sum(count.size for state, count in counts.items() if state in {"sealed", "known"})
    speed = station.port.line().kbit_s
    oldest = min((count.oldest for count in open_counts), default=station.now())
    return Waiting(
        packets=sum(count.packets for count in open_counts),
        size=sum(count.size for count in open_counts),
        oldest_s=max(0, station.now() - oldest),
        needed_s=round(to_send / 125 / speed) if speed else None,
        refused=counts["refused"].packets if "refused" in counts else 0,
    )


def _devices_lamp(absent: tuple[Modality, ...]) -> Lamp:
    # Without the camera nothing can be recorded; anything else can be excepted.
    if Modality.FACE in absent:
        return Lamp.BAD
    return Lamp.WEAK if absent else Lamp.GOOD


def _power_lamp(power: Power) -> Lamp:
    if power.on_mains is not False:
        return Lamp.GOOD
    low = power.battery_percent is not None and power.battery_percent <= LOW_BATTERY
    return Lamp.BAD if low else Lamp.WEAK


def _line_lamp(line: LineState, connection: Connection) -> Lamp:
    if connection.state == "suspended" or line.problem is not None or not line.asked_at:
        return Lamp.WEAK
    return Lamp.GOOD


def _waiting_lamp(waiting: Waiting) -> Lamp:
    if waiting.refused:
        return Lamp.BAD
    return Lamp.WEAK if waiting.packets and waiting.oldest_s > OLD_S else Lamp.GOOD
