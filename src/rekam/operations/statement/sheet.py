"""A table of statements with what is needed to compare them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rekam.operations.statement.figures import Figures, figures_of
from rekam.operations.statement.statement import Statement
from rekam.operations.statement.subjects import Subject


@dataclass(frozen=True)
class Sheet:
    """Statements side by side.

    Attributes:
        statements: In the order of the table.
        children: Codes of the regions directly below one on a day; empty where nobody knows.
        residents: Residents of a region, about; ``None`` where nobody knows. Only shares of them are used.
    """

    statements: tuple[Statement, ...]
    children: Callable[[str, date | None], Collection[str]] = field(default=lambda _code, _day: ())
    residents: Callable[[str], int | None] = field(default=lambda _code: None)

    @cached_property
    def figures(self) -> tuple[Figures, ...]:
        """The figures of each statement."""
        return tuple(figures_of(one) for one in self.statements)

    @cached_property
    def by_place(self) -> dict[tuple[str, Subject], list[int]]:
        """Positions by place and subject, by day; statements without a day stand first."""
        found: dict[tuple[str, Subject], list[int]] = defaultdict(list)
        for place, one in enumerate(self.statements):
            found[one.place, one.subject].append(place)
        for group in found.values():
            group.sort(key=lambda place: (self.statements[place].day or date.min, place))
        return dict(found)

    def lists(self) -> Iterator[list[int]]:
        """Positions of statements of one day, source and subject: one list in the press."""
        found: dict[tuple[date | None, str, Subject], list[int]] = defaultdict(list)
        for place, one in enumerate(self.statements):
            found[one.day, one.source.casefold(), one.subject].append(place)
        yield from found.values()


def parent_of(code: str) -> str | None:
    """The region above; the nation above a province; ``None`` for the nation or a place without a code."""
    if not code or code.startswith("~"):
        return None
    return code.rpartition(".")[0]


def inside(code: str, whole: str) -> bool:
    """Whether a place is a region or lies in it."""
    return code == whole or (not whole and not code.startswith("~")) or code.startswith(f"{whole}.")
