"""What time it is for a part: the machine's clock, or for a demonstration a clock that began on another day."""

import os
import time

VARIABLE = "REKAM_CLOCK_AHEAD_S"
"""Seconds that the parts of a demonstration are ahead of the machine, mostly negative; never set in service."""


def now_seconds() -> float:
    """Unix seconds."""
    return time.time() + _ahead()


def now() -> int:
    """Whole Unix seconds."""
    return int(now_seconds())


def _ahead() -> float:
    return float(os.environ.get(VARIABLE, "0"))
