"""Real processes to kill and to starve: forked from one warm interpreter, so that ten thousand are affordable."""

from rekam.fault.process.child import Child, Nursery, warm_nursery
from rekam.fault.process.line import Line

__all__ = ["Child", "Line", "Nursery", "warm_nursery"]
