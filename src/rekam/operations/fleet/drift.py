"""Does a scanner get worse? The last captures beside those before them."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from rekam.operations.fleet.parameters import DRIFT_BASELINE, DRIFT_DROP, DRIFT_RECENT


@dataclass(frozen=True, slots=True)
class Drift:
    """Mean quality now and as usual, 0-100."""

    recent: float
    baseline: float

    @property
    def worse(self) -> bool:
        """Whether the fall is more than chance between residents."""
        return self.baseline - self.recent >= DRIFT_DROP


def drift(qualities: Sequence[int]) -> Drift | None:
    """The judgement on one scanner.

    Args:
        qualities: Of its captures in the order of time, 0-100.

    Returns:
        ``None`` while there are too few captures for one.
    """
    if len(qualities) < DRIFT_RECENT + DRIFT_BASELINE:
        return None
    recent, before = qualities[-DRIFT_RECENT:], qualities[-DRIFT_RECENT - DRIFT_BASELINE : -DRIFT_RECENT]
    return Drift(fmean(recent), fmean(before))
