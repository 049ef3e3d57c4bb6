"""The figures of a place: what Rekam counted, and beside it what was only reported."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import WIDTH
from rekam.edge.store.centre.counts import ReportedSum
from rekam.edge.store.centre.coverage import CoverageRow
from rekam.operations.coverage import Figure
from rekam.place import Gazetteer, Level


@dataclass(frozen=True, slots=True)
class Measure:
    """What the map shows: one share at a time, its denominator named.

    Attributes:
        key: In the address.
        words: Indonesian.
        step: Step that a target of it is set for.
    """

    key: str
    words: str
    step: str


MEASURES = (
    Measure("direkam", "sudah direkam, dari wajib KTP", "recorded"),
    Measure("tunggal", "sudah tunggal, dari yang diterima pusat", "unique"),
    Measure("dicetak", "sudah dicetak, dari yang tunggal", "printed"),
    Measure("diserahkan", "sudah diserahkan, dari yang dicetak", "handed_over"),
)
RECORDED = MEASURES[0]


def figure_of(row: CoverageRow, measure: str, cut: str, now: int) -> Figure:
    """The figure of a measure, with its own numerator and denominator."""
    pair = {
        "tunggal": (row.unique, row.received),
        "dicetak": (row.printed, row.unique),
        "diserahkan": (row.handed_over, row.printed),
    }.get(measure, (row.recorded, row.obliged))
    return Figure(*pair, cut, datetime.fromtimestamp(now, UTC))


def cut_name(desk: Desk) -> str:
    """Name of the newest data cut, or words that there is none."""
    cut = desk.store.people.cut()
    return cut.name if cut else "(belum ada data DKB)"


@dataclass(frozen=True, slots=True)
class Basis:
    """A figure and what it rests on.

    Attributes:
        figure: Numerator, denominator, cut, moment.
        counted: Rekam counted it; ``False`` = somebody reported it.
        parts: How many parts of the place are behind a counted figure.
        parts_all: How many parts the place has; 0 = its parts are not asked for.
        as_of: Day of a reported figure (of the oldest behind a sum).
        source: Who reported it; empty when several did.
        places: How many reports are behind a reported figure.
        cuts: Of how many data cuts; more than one is said, never hidden.
        own: The place reported itself.
    """

    figure: Figure
    counted: bool
    parts: int = 0
    parts_all: int = 0
    as_of: date | None = None
    source: str = ""
    places: int = 0
    cuts: int = 1
    own: bool = True

    @property
    def partial(self) -> bool:
        """Whether only some parts of the place were counted."""
        return self.counted and 0 < self.parts < self.parts_all


def reported_basis(found: ReportedSum) -> Basis:
    """A reported figure as a page shows it."""
    noon = datetime(found.newest.year, found.newest.month, found.newest.day, 5, tzinfo=UTC)
    figure = Figure(found.recorded, found.obliged, found.cut if found.cuts == 1 else "", noon)
    return Basis(
        figure, counted=False, as_of=found.oldest, source=found.source if found.sources == 1 else "",
        places=found.places, cuts=found.cuts, own=found.own,
    )  # fmt: skip


def bases_within(desk: Desk, place: str, width: int, measure: Measure, cut: str) -> dict[str, Basis]:
    """The figure of every territory of one width inside a place: counted where anybody was, else reported.

    Counted and reported people are never added: they may be of different cuts and days.
    """
    now = desk.now()
    counted = desk.store.coverage.within(place, width)
    found = {}
    if measure is RECORDED:
        found = {code: reported_basis(one) for code, one in desk.store.counts.within(place, width).items()}
    behind, all_parts = parts_of(desk, place, width)
    for row in counted:
        if row.obliged or row.recorded or row.territory not in found:
            found[row.territory] = Basis(
                figure_of(row, measure.key, cut, now), counted=True, parts=behind.get(row.territory, 0),
                parts_all=all_parts.get(row.territory, 0),
            )  # fmt: skip
    return found


def parts_of(desk: Desk, place: str, width: int) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many parts are behind the counts of each territory, and how many it has.

    Of the nation and a province the kabupaten/kota, of a kabupaten/kota the kecamatan; below that not asked.
    """
    if width > WIDTH[Level.REGENCY]:
        return {}, {}
    part = WIDTH[Level.REGENCY] if width < WIDTH[Level.REGENCY] else WIDTH[Level.DISTRICT]
    return desk.store.coverage.parts(place, width, part), _all_parts(desk.gazetteer, width, part)


@lru_cache(maxsize=8)
def _all_parts(gazetteer: Gazetteer, width: int, part: int) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for code in gazetteer.register.codes:
        if len(code) == part:
            counts[code[:width]] = counts.get(code[:width], 0) + 1
    return counts


def basis_of(desk: Desk, place: str, measure: Measure, cut: str) -> tuple[Basis, Basis | None]:
    """The counted figure of a place (zero where nobody was counted) and the reported one beside it, if any."""
    row = desk.store.coverage.of(place)
    behind, all_parts = parts_of(desk, place, len(place))
    reported = None
    if measure is RECORDED:
        # Only the place's own width: its reports, or the sum of those below it.
        sums = desk.store.counts.within(place, len(place))
        reported = reported_basis(sums[place]) if place in sums else None
    counted = Basis(
        figure_of(row, measure.key, cut, desk.now()), counted=True, parts=behind.get(place, 0),
        parts_all=all_parts.get(place, 0),
    )  # fmt: skip
    return counted, reported
