"""Counts of components that add up: by condition, along a line and down a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from rekam.edge.store.centre.fleet_row import ComponentCount, PlaceSets
from rekam.operations.fleet import Condition

BROKEN = (Condition.UNCHECKED, Condition.LIGHT, Condition.HEAVY)
"""What "rusak" counts; a lost or stolen one is not broken, it is not there."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table.

    Attributes:
        key: Region code or kind.
        counts: Components by condition, all of them.
        sets: Sets; 0 in a table of kinds.
        working: Sets that can record.
    """

    key: str
    counts: dict[str, int]
    sets: int = 0
    working: int = 0

    @property
    def components(self) -> int:
        """All components in the register: the conditions sum to this."""
        return sum(self.counts.values())

    @property
    def broken(self) -> int:
        """Damaged components, checked or not."""
        return sum(self.counts[condition.value] for condition in BROKEN)

    @property
    def share(self) -> float:
        """Damaged of all."""
        return self.broken / self.components if self.components else 0.0


def places_of(counts: Iterable[ComponentCount], sets: Iterable[PlaceSets]) -> list[Line]:
    """One line a place, in the order of the codes."""
    return _lines(((row.place, row) for row in counts), sets)


def kinds_of(counts: Iterable[ComponentCount]) -> list[Line]:
    """One line a kind."""
    return _lines(((row.kind, row) for row in counts), ())


def _lines(counts: Iterable[tuple[str, ComponentCount]], sets: Iterable[PlaceSets]) -> list[Line]:
    found: dict[str, dict[str, int]] = {}
    for key, row in counts:
        found.setdefault(key, _none())[row.condition] += row.components
    of_place = {row.place: row for row in sets}
    keys = sorted(found.keys() | of_place.keys())
    return [
        Line(
            key,
            found.get(key, _none()),
            of_place[key].sets if key in of_place else 0,
            of_place[key].working if key in of_place else 0,
        )
        for key in keys
    ]


def total_of(lines: Iterable[Line], key: str = "") -> Line:
    """The line under a table: the sum of what stands above it."""
    counts, sets, working = _none(), 0, 0
    for line in lines:
        for name, count in line.counts.items():
            counts[name] += count
        sets += line.sets
        working += line.working
    return Line(key, counts, sets, working)


def _none() -> dict[str, int]:
    return {condition.value: 0 for condition in Condition}
