"""Every failure that a person can see, once, with a stable code and both languages."""

from rekam.problem.problem import Detail, Language, Problem
from rekam.problem.table import TABLE

__all__ = ["TABLE", "Detail", "Language", "Problem"]
