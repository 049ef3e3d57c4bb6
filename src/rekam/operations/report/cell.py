"""Cells of a sheet as they came, before anybody says what they mean."""

import re
from dataclasses import dataclass
from enum import Enum


class Content(Enum):
    """What kind of value a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty.

    Attributes:
        row: From 1.
        column: From 0.
        content: Text of a person, a number of the program (point as decimal sign), or an error of a formula.
        text: The value.
    """

    row: int
    column: int
    content: Content
    text: str

    @property
    def address(self) -> str:
        """``C17``."""
        return address(self.row, self.column)


SheetRow = tuple[int, dict[int, Cell]]
"""Number of a row, from 1, and its cells by column; empty cells are left out."""


@dataclass(frozen=True, slots=True)
class Range:
    """Cells merged into one; all four edges belong to it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def address(self) -> str:
        """``B4:C7``."""
        return f"{address(self.top, self.left)}:{address(self.bottom, self.right)}"


_REFERENCE = re.compile(r"\$?([A-Z]{1,7})\$?([0-9]{1,9})")


def address(row: int, column: int) -> str:
    """The address of a cell; rows from 1, columns from 0."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def place_of(reference: str) -> tuple[int, int] | None:
    """Row and column of ``C17``; ``None`` for anything else."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), number - 1


def range_of(reference: str) -> Range | None:
    """The range of ``B4:C7``; ``None`` for anything else."""
    first, _, last = reference.partition(":")
    top, bottom = place_of(first), place_of(last or first)
    if top is None or bottom is None:
        return None
    return Range(top[0], top[1], bottom[0], bottom[1])
