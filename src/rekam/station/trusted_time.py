"""What the station knows of the time when its clock may be wrong: starts counted, seconds run, the centre's word."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from threading import Lock

from rekam.edge.store.station.trusted_time import TimeBook
from rekam.packet import SealClock

TOLERANCE_S = 300
"""Seconds that the laptop's clock may be off before pages say so: a quartz of 20 ppm drifts 155 s in 90 days."""


class ClockWord(Enum):
    """How far the laptop's clock is believed."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class ClockState:
    """The clock now.

    Attributes:
        word: Confirmed by the centre in this run, not contradicted, or wrong.
        off_s: Seconds by which it is wrong, negative = behind; 0 when it is not.
        earliest: No earlier than this it is, Unix seconds.
    """

    word: ClockWord
    off_s: int
    earliest: int


def since_boot() -> float:
    """Seconds that only go forward, sleep counted."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class TrustedTime:
    """Time of one run.

    Args:
        book: What the disk knows; one more start is counted.
        clock: Unix seconds by the laptop's clock.
        monotonic: Seconds that only go forward.
    """

    def __init__(
        self, book: TimeBook, clock: Callable[[], float], monotonic: Callable[[], float] = since_boot
    ) -> None:
        self._book = book
        self._clock = clock
        self._monotonic = monotonic
        self._lock = Lock()
        self._begun = self._counted = monotonic()
        self._known = book.begin()
        self._wall = clock()
        self._told = False

    @property
    def boot(self) -> int:
        """How often the station was started, this run included."""
        return self._known.boot

    @property
    def trusted_at(self) -> int:
        """The last time that the centre told, Unix seconds; 0 = never."""
        return self._known.trusted_at

    def earliest(self) -> int:
        """No earlier than this it is, Unix seconds."""
        with self._lock:
            return self._known.earliest + int(self._monotonic() - self._counted)

    def trust(self, at: int) -> None:
        """The centre told the time in a fresh signed word; durable when this returns."""
        self._book.trust(at)
        with self._lock:
            self._known = self._book.read()
            self._counted, self._wall, self._told = self._monotonic(), self._clock(), True

    def trust_at_least(self, at: int) -> None:
        """A signed word that is not fresh, a policy on a disk: it is no earlier than that."""
        if at > self.earliest():
            self._book.trust_at_least(at)
            with self._lock:
                self._known, self._counted = self._book.read(), self._monotonic()
                self._wall, self._told = self._clock(), False

    def keep(self) -> None:
        """With each pulse: what has run is not lost with the power."""
        self._book.keep(self.earliest())

    def state(self) -> ClockState:
        """How far the laptop's clock is believed now."""
        wall, earliest = self._clock(), self.earliest()
        off = wall - earliest
        if off < -TOLERANCE_S or (self._told and off > TOLERANCE_S):
            return ClockState(ClockWord.WRONG, round(off), earliest)
        if self._told:
            return ClockState(ClockWord.CONFIRMED, 0, earliest)
        jumped = (wall - self._wall) - (self._monotonic() - self._counted)
        if abs(jumped) > TOLERANCE_S:
            return ClockState(ClockWord.WRONG, round(jumped), earliest)
        return ClockState(ClockWord.UNCONFIRMED, 0, earliest)

    def offline_s(self) -> int:
        """Seconds that certainly went by since the centre's last word; 0 before the first."""
        return max(0, self.earliest() - self.trusted_at) if self.trusted_at else 0

    def evidence(self, sequence: int) -> SealClock:
        """What a seal says of the time."""
        up = int(self._monotonic() - self._begun)
        return SealClock(sequence, self.boot, up, self.trusted_at, self.earliest())
