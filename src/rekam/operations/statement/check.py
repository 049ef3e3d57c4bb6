"""The whole check, in the order in which its parts need each other."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rekam.operations.statement.base import check_bases
from rekam.operations.statement.denominator import check_denominators
from rekam.operations.statement.fall import check_falls
from rekam.operations.statement.finding import Finding, Kind
from rekam.operations.statement.named import check_names
from rekam.operations.statement.remainder import check_remainders
from rekam.operations.statement.share import check_shares
from rekam.operations.statement.sheet import Sheet
from rekam.operations.statement.statement import Statement
from rekam.operations.statement.twin import check_twins
from rekam.operations.statement.whole import check_wholes
from rekam.operations.statement.word import check_words

_ELSE = frozenset({Kind.OTHER_BASE, Kind.UNIT_CONFUSION})
"""Rows with these count something else; they are not compared with the place's other rows."""

_ABOVE = frozenset({Kind.NUMERATOR_OVER_DENOMINATOR, Kind.OVER_100})


@dataclass(frozen=True)
class Report:
    """What the check found.

    Attributes:
        statements: What was checked.
        findings: In the order of the rows.
    """

    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]

    def problems(self, place: int) -> list[str]:
        """Names of the problems of one row, each once."""
        return sorted({one.kind.value for one in self.by_row[place] if one.certain})

    @cached_property
    def by_row(self) -> list[list[Finding]]:
        """The findings of each row, doubts last."""
        found: list[list[Finding]] = [[] for _ in self.statements]
        for one in sorted(self.findings, key=lambda finding: not finding.certain):
            for place in one.at:
                found[place].append(one)
        return found


def check(
    statements: Sequence[Statement],
    *,
    children: Callable[[str, date | None], Collection[str]] = lambda _code, _day: (),
    residents: Callable[[str], int | None] = lambda _code: None,
) -> Report:
    """Recompute statements and compare them with each other.

    Args:
        statements: Rows of one table.
        children: Codes directly below a region on a day.
        residents: Residents of a region, about.
    """
    sheet = Sheet(tuple(statements), children, residents)
    alone = [*check_shares(sheet), *check_remainders(sheet), *check_bases(sheet)]
    elsewhere = {place for one in alone if one.kind in _ELSE for place in one.at}
    above = {place for one in alone if one.kind in _ABOVE for place in one.at}
    findings = [
        *alone,
        *check_wholes(sheet),
        *check_denominators(sheet, elsewhere),
        *check_falls(sheet, elsewhere | above),
        *check_twins(sheet),
        *check_words(sheet),
        *check_names(sheet),
    ]
    return Report(sheet.statements, tuple(_once(findings)))


def _once(findings: list[Finding]) -> list[Finding]:
    """Each finding once: words may repeat what the cells say."""
    kept: dict[tuple[Kind, tuple[int, ...], str], Finding] = {}
    for one in findings:
        kept.setdefault((one.kind, one.rows, one.sentence), one)
    return sorted(kept.values(), key=lambda one: (one.rows, one.kind.value))
