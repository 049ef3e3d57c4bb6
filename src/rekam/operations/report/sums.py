"""Sums that a sheet states, beside the sums of its lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rekam.operations.report.finding import Finding
from rekam.operations.report.line import COUNTS, ReportLine
from rekam.operations.report.number import written
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class StatedSum:
    """A row "Jumlah", with the counts that stand in it."""

    row: int
    values: Mapping[str, int]


@dataclass
class Sums:
    """The rows of a sheet in their order; at the end each stated sum is compared with what it should be.

    Only the deepest places of a sheet are lines. A row of a place above them states their sum, and so does a row
    "Jumlah", which may also be the sum of what stands since the one before it. A line of no place is what the
    office has itself: it counts in "Jumlah" and nowhere else.
    """

    rows: list[tuple[int, ReportLine] | StatedSum] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Columns with a cell that could not be read: their sums would differ for that reason alone."""

    def deepest(self) -> int:
        """Points in the codes of the deepest places."""
        return max((line.place.count(".") for line in self._placed()), default=0)

    def lines(self) -> list[ReportLine]:
        """The lines that are no sums."""
        depth = self.deepest()
        return [line for line in self._placed() if line.place.count(".") == depth]

    def _placed(self) -> Iterator[ReportLine]:
        return (one[1] for one in self.rows if isinstance(one, tuple) and one[1].place)

    def findings(self, columns: Mapping[str, int], place_column: int) -> Iterator[Finding]:
        """Every stated sum that differs, and every place beside deeper ones that has none of them below it."""
        depth = self.deepest()
        whole: dict[str, int] = {}
        group: dict[str, int] = {}
        above: dict[str, dict[str, int]] = {}
        stated: list[tuple[int, ReportLine]] = []
        compared = columns.keys() & COUNTS.keys() - self.unread
        for one in self.rows:
            if isinstance(one, StatedSum):
                for column in sorted(compared & one.values.keys()):
                    found, result = one.values[column], whole.get(column, 0)
                    if found not in {result, group.get(column, 0)}:
                        yield _differs(one.row, columns[column], found, result)
                group = {}
            elif one[1].place and one[1].place.count(".") < depth:
                stated.append(one)
            else:
                _add(one[1], compared, whole, group, *_above(one[1].place, above))
        for row, line in stated:
            if line.place not in above:
                problem = Problem("report.level_mixed", value=line.name)
                yield Finding(row, place_column, line.name, problem.code, dict(problem.details))
                continue
            for column in sorted(compared):
                value, result = line.count(column), above[line.place].get(column, 0)
                if value is not None and value != result:
                    yield _differs(row, columns[column], value, result)


def _above(place: str, sums: dict[str, dict[str, int]]) -> list[dict[str, int]]:
    parts = place.split(".")
    return [sums.setdefault(".".join(parts[:depth]), {}) for depth in range(1, len(parts))]


def _add(line: ReportLine, columns: Iterable[str], *sums: dict[str, int]) -> None:
    for column in columns:
        value = line.count(column)
        if value is not None:
            for one in sums:
                one[column] = one.get(column, 0) + value


def _differs(row: int, column: int, value: int, result: int) -> Finding:
    problem = Problem("report.sum_differs", result=written(result), difference=written(value - result))
    return Finding(row, column, str(value), problem.code, dict(problem.details))
