"""Coverage: figures that can be opened, their pace and their map classes."""

from rekam.operations.coverage.figure import Figure
from rekam.operations.coverage.pace import Pace, pace
from rekam.operations.coverage.shade import NOTHING, SHADES, Shade, shade_of

__all__ = ["NOTHING", "SHADES", "Figure", "Pace", "Shade", "pace", "shade_of"]
