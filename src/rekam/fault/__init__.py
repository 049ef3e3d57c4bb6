"""The fault matrix: real kills, power cuts, bad disks, bad lines and bad clocks against the real parts."""

from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials

__all__ = ["Outcome", "Trials"]
