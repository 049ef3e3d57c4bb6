"""Coverage: figures that can be opened, their pace, targets and past, and their map classes."""

from rekam.operations.coverage.figure import Figure
from rekam.operations.coverage.pace import Pace, pace
from rekam.operations.coverage.past import Fall, Point, PrintedPace, printed_pace, renewed
from rekam.operations.coverage.renewal import Move, Renewal, together
from rekam.operations.coverage.shade import NOTHING, SHADES, Shade, shade_of
from rekam.operations.coverage.share import shared_out
from rekam.operations.coverage.target import STEPS, Demand, Standing, demand, short_of, standing

__all__ = [
    "NOTHING",
    "SHADES",
    "STEPS",
    "Demand",
    "Fall",
    "Figure",
    "Move",
    "Pace",
    "Point",
    "PrintedPace",
    "Renewal",
    "Shade",
    "Standing",
    "demand",
    "pace",
    "printed_pace",
    "renewed",
    "shade_of",
    "shared_out",
    "short_of",
    "standing",
    "together",
]
