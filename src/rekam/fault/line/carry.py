"""The wire between two TUN devices, as a program of its own: ``python -m rekam.fault.line.carry``.

Arguments: handles of the two devices, the profile as JSON, the seed. On standard input: ``begin`` starts the
profile's clock, ``free`` ends all hardship, the end ends the program, which then writes its counts as JSON.
"""

import heapq
import json
import os
import random
import select
import sys
import time
from dataclasses import asdict, dataclass, field

from rekam.fault.line.profile import AFTERWARDS, Profile

_LONGEST = 65_536
_TCP = 6


@dataclass(slots=True)
class Counts:
    """What went one way.

    Attributes:
        packets: IP packets that were carried.
        lost: Packets that chance, an outage or a full queue took.
        payload: Bytes of TCP payload carried, doubles included.
    """

    packets: int = 0
    lost: int = 0
    payload: int = 0


@dataclass(slots=True)
class Way:
    """One direction."""

    target: int
    free_at: float = 0.0
    counts: Counts = field(default_factory=Counts)


class Wire:
    """The line itself; time is an argument, so that its rules can be tried without waiting.

    Args:
        profile: What it is like.
        seed: Decides which packets are lost.
    """

    def __init__(self, profile: Profile, seed: int) -> None:
        self.profile = profile
        self.began: float | None = None
        self._chance = random.Random(seed)  # noqa: S311 - chance, not secrets

    def due(self, way: Way, size: int, now: float) -> float | None:
        """When a packet of so many bytes that enters now comes out; ``None`` = never."""
        if not self.holds(now) or self._chance.random() < self.profile.loss:
            return None
        if way.free_at - now > self.profile.queue_s:
            return None
        way.free_at = max(way.free_at, now) + size / (125 * self.profile.kbit_s)
        return way.free_at + self.profile.delay_s

    def holds(self, now: float) -> bool:
        """Whether the line carries; before it began, it does."""
        return self.began is None or self.profile.holds(now - self.began)


def carry(station: int, centre: int, wire: Wire, orders: int) -> tuple[Counts, Counts]:
    """Carries packets until ``orders`` is at its end.

    Args:
        station: Handle of the station's device.
        centre: Handle of the centre's.
        wire: The line.
        orders: Handle from which ``begin`` and ``free`` are read.

    Returns:
        Counts towards the centre and back.
    """
    up, down = Way(centre), Way(station)
    flight: list[tuple[float, int, Way, bytes]] = []
    number = 0
    poll = select.poll()
    for handle in (station, centre, orders):
        poll.register(handle, select.POLLIN)
    while True:
        wait = max(0.0, flight[0][0] - time.monotonic()) * 1000 if flight else None
        for handle, _ in poll.poll(wait):
            if handle == orders:
                if not _obey(os.read(orders, 64), wire, (up, down)):
                    return up.counts, down.counts
                continue
            way = up if handle == station else down
            for packet in _read(handle):
                now = time.monotonic()
                due = wire.due(way, len(packet), now)
                if due is None:
                    way.counts.lost += 1
                else:
                    number += 1
                    heapq.heappush(flight, (due, number, way, packet))
        while flight and flight[0][0] <= time.monotonic():
            _, _, way, packet = heapq.heappop(flight)
            _arrive(way, packet, wire)


def _obey(order: bytes, wire: Wire, ways: tuple[Way, Way]) -> bool:
    if b"begin" in order:
        wire.began = time.monotonic()
    if b"free" in order:
        wire.profile = AFTERWARDS
        for way in ways:
            way.free_at = 0.0
    return bool(order)


def _read(handle: int) -> list[bytes]:
    packets: list[bytes] = []
    try:
        while len(packets) < 64:  # the other direction has its turn
            packets.append(os.read(handle, _LONGEST))
    except BlockingIOError:  # nothing waits
        return packets
    return packets


def _arrive(way: Way, packet: bytes, wire: Wire) -> None:
    if not wire.holds(time.monotonic()):  # it was on its way when the line died
        way.counts.lost += 1
        return
    try:
        os.write(way.target, packet)
    except OSError:  # a full device drops, as every device does
        way.counts.lost += 1
        return
    way.counts.packets += 1
    way.counts.payload += _payload(packet)


def _payload(packet: bytes) -> int:
    """Bytes of TCP payload in an IPv4 packet; 0 of anything else."""
    if packet[0] >> 4 != 4 or packet[9] != _TCP:
        return 0
    head = (packet[0] & 0xF) * 4
    return int.from_bytes(packet[2:4], "big") - head - (packet[head + 12] >> 4) * 4


def main(arguments: list[str]) -> None:
    """See the module."""
    station, centre, profile, seed = arguments
    wire = Wire(Profile(**json.loads(profile)), int(seed))
    up, down = carry(int(station), int(centre), wire, sys.stdin.fileno())
    sys.stdout.write(json.dumps({"up": asdict(up), "down": asdict(down)}))


if __name__ == "__main__":
    main(sys.argv[1:])
