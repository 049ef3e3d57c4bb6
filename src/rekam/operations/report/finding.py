"""A bad cell, with its address, its value and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from rekam.operations.report.cell import Cell, address
from rekam.operations.report.number import shown
from rekam.problem import Detail, Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong in one cell.

    Attributes:
        row: From 1.
        column: From 0.
        value: As it stands there; empty for a cell with nothing in it.
        code: Of the problem table.
        details: What its sentence needs.
    """

    row: int
    column: int
    value: str
    code: str
    details: Mapping[str, Detail]

    @property
    def address(self) -> str:
        """``C17``."""
        return address(self.row, self.column)

    @property
    def problem(self) -> Problem:
        """The sentence in both languages."""
        return Problem(self.code, **self.details)


def finding(problem: Problem, row: int, column: int, cell: Cell | None = None) -> Finding:
    """A problem at a cell, which may be empty."""
    return Finding(row, column, shown(cell), problem.code, dict(problem.details))
