"""What stations got through lines of one profile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """One station's figures.

    Attributes:
        tcp_kbit_s: What plain TCP got through, over the whole window.
        kbit_s: What of the bodies arrived for good, over the whole window.
        of_capacity: The same as a share of what the line could carry while it held.
        packets: Recordings delivered.
        body_bytes: All bodies together.
        resent: Bytes of bodies that the station's kernel put on the line for nothing, as a share of the bodies.
        carried: TCP payload that came out of the line, everything included, as a share of the bodies.
        stops: Rounds that the line ended.
    """

    tcp_kbit_s: float = 0.0
    kbit_s: float = 0.0
    of_capacity: float = 0.0
    packets: int = 0
    body_bytes: int = 0
    resent: float = 0.0
    carried: float = 0.0
    stops: int = 0

    @property
    def goodput(self) -> float:
        """Share of the line's measured TCP limit."""
        return self.kbit_s / self.tcp_kbit_s if self.tcp_kbit_s else 0.0


def pooled(stations: Sequence[Measured]) -> Mapping[str, int | float]:
    """The figures of all stations of a profile together, and of the worst of them where that matters.

    Args:
        stations: One at least.
    """
    count, body_bytes = len(stations), sum(one.body_bytes for one in stations)
    tcp, ours = sum(one.tcp_kbit_s for one in stations), sum(one.kbit_s for one in stations)
    return {
        "stations": count,
        "goodput": ours / tcp if tcp else 0.0,
        "goodput_least": min(one.goodput for one in stations),
        "tcp_kbit_s": tcp / count,
        "kbit_s": ours / count,
        "of_capacity": sum(one.of_capacity for one in stations) / count,
        "packets": sum(one.packets for one in stations),
        "body_bytes": body_bytes,
        "resent": sum(one.resent * one.body_bytes for one in stations) / max(body_bytes, 1),
        "resent_most": max(one.resent for one in stations),
        "carried": sum(one.carried * one.body_bytes for one in stations) / max(body_bytes, 1),
        "stops": sum(one.stops for one in stations),
    }
