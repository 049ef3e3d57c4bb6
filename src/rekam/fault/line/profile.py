"""The lines of the fault matrix; every number of theirs stands here."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Profile:
    """What a line is like, the same in both directions.

    Attributes:
        kbit_s: Kilobits a second, IP headers included.
        delay_s: Seconds each way.
        loss: Share of packets lost, each way.
        up_s: Seconds that the line holds; 0 = always.
        down_s: Seconds that it is dead afterwards; nobody is told, packets vanish.
        queue_s: Seconds of traffic that wait before the line; what comes on top is dropped.
        window_s: Seconds of one measurement, so chosen that no outage is cut in its middle.
    """

    kbit_s: float
    delay_s: float
    loss: float = 0.0
    up_s: float = 0.0
    down_s: float = 0.0
    queue_s: float = 1.0
    window_s: float = 150.0

    def holds(self, seconds: float) -> bool:
        """Whether the line carries, so many seconds after it began (with a time in which it holds)."""
        return not self.up_s or seconds % (self.up_s + self.down_s) < self.up_s

    @property
    def up_share(self) -> float:
        """Share of the window in which the line holds."""
        if not self.up_s:
            return 1.0
        whole, rest = divmod(self.window_s, self.up_s + self.down_s)
        return (whole * self.up_s + min(rest, self.up_s)) / self.window_s

    @property
    def capacity(self) -> int:
        """Bytes that the line could carry in the window if nothing were lost."""
        return int(self.kbit_s * 125 * self.window_s * self.up_share)


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        "128-kbit": Profile(128, 0.05),
        "56-kbit-600-ms-5-loss": Profile(56, 0.3, loss=0.05),
        # 2 h a day at 1:120; a dead time longer than every patience of the station stands for the 22 h.
        "2-h-a-day": Profile(128, 0.05, up_s=60.0, down_s=30.0),
        "flapping-30-s": Profile(128, 0.05, up_s=30.0, down_s=30.0),
        # Station, centre, database and emulator share one machine here: a faster line would measure its processor.
        "clean": Profile(2_000, 0.01, window_s=60.0),
    }
)
"""Row 11 of the fault matrix."""

AFTERWARDS = Profile(100_000, 0.0)
"""What every line becomes when the measurement is over, so that the rest arrives and can be counted."""
