"""Power of offices: what carries them through a cut, and what they need."""

from rekam.operations.power.backup import Backup, uncarried
from rekam.operations.power.need import Need, Want, need_of

__all__ = ["Backup", "Need", "Want", "need_of", "uncarried"]
