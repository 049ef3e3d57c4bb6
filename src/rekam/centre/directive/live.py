"""Live figures that directives are held against, out of the centre's ledgers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rekam.centre.centre import Centre
from rekam.edge.store.centre.coverage import CoverageRow
from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.store import CentreStore
from rekam.edge.store.centre.territory import bounds
from rekam.operations.directive import DOCUMENT, Evidence, Reading

_SQL = statements("directive_figure")
_FEW = 3
"""So few places of one width are read one by one; more are read with the whole nation's list at that width."""


@dataclass(frozen=True, slots=True)
class CoverageEvidence:
    """Obliged residents with a recording, of those obliged at the data cut."""

    store: CentreStore
    name: str = "coverage"

    def current(self, places: Iterable[str], now: int) -> Mapping[str, Reading]:
        """The coverage of each place now."""
        wanted, cut = set(places), self.store.people.cut()
        label = cut.name if cut else ""
        found: dict[str, CoverageRow] = {}
        for width, group in _by_width(wanted).items():
            if width == 0 or len(group) <= _FEW:
                found |= {place: self.store.coverage.of(place) for place in group}
            else:
                found |= {row.territory: row for row in self.store.coverage.within("", width)}
        return {
            place: Reading(row.recorded, row.obliged, label, now)
            for place, row in found.items()
            if place in wanted
        }


@dataclass(frozen=True, slots=True)
class _Count:
    place: str
    n: int


@dataclass(frozen=True, slots=True)
class CountEvidence:
    """A plain count by place out of one statement."""

    database: Database
    name: str
    statement: str

    def current(self, places: Iterable[str], now: int) -> Mapping[str, Reading]:
        """The count of each place now; a place that the ledger does not name has none."""
        counts: dict[str, int] = {}
        for width, group in _by_width(places).items():
            inside = bounds(group[0]) if len(group) == 1 else bounds("")
            rows = self.database.rows(_Count, _SQL[self.statement], width=width, **inside)
            counts |= dict.fromkeys(group, 0) | {row.place: row.n for row in rows if row.place in group}
        return {place: Reading(n, None, "", now) for place, n in counts.items()}


ROOMS: dict[str, Callable[[CentreStore], Evidence]] = {
    "coverage": CoverageEvidence,
    "unsent": lambda store: CountEvidence(store.database, "unsent", "unsent"),
    "devices": lambda store: CountEvidence(store.database, "devices", "devices"),
    "suspensions": lambda store: CountEvidence(store.database, "suspensions", "suspensions"),
}
"""Who reads which kind; a room that keeps another ledger adds its own here."""


def readings(centre: Centre, kind: str, places: Iterable[str]) -> Mapping[str, Reading]:
    """The figure of each place now; nothing for evidence that is a document."""
    if kind == DOCUMENT or kind not in ROOMS:
        return {}
    return ROOMS[kind](centre.store).current(places, centre.now())


def _by_width(places: Iterable[str]) -> dict[int, list[str]]:
    widths: dict[int, list[str]] = {}
    for place in sorted(set(places)):
        widths.setdefault(len(place), []).append(place)
    return widths
