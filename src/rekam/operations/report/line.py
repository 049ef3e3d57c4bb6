"""Lines of the monthly report and their sums."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

COUNTS: Mapping[str, str] = MappingProxyType(
    {
        "population": "Jumlah penduduk",
        "obliged": "Wajib KTP",
        "recorded": "Sudah direkam",
        "printed": "Dicetak",
        "handed_over": "Diserahkan",
        "ready_to_print": "Siap cetak (PRR)",
        "sent": "Terkirim, belum diterima (SFE)",
        "duplicate": "Ganda",
        "temporary_letters": "Suket",
        "blanks_in": "Blangko masuk",
        "blanks_used": "Blangko terpakai",
        "blanks_left": "Sisa blangko",
    }
)
"""Columns with counts, in the order of the paper, with their Indonesian headings (domain report 1.12)."""

AFTER_RECORDED: Mapping[str, str] = MappingProxyType({"not_recorded": "Belum direkam", "percent": "%"})
"""Columns that follow from the counts; on paper they stand behind ``recorded``."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What a place says of one month; ``None`` = nobody counted it.

    Attributes:
        place: Region code.
        name: As on paper.
        obliged: Wajib KTP, people.
        recorded: Of these, recorded; may be more, with an explanation.
        explanation: Why a figure is not what one would expect.
    """

    place: str
    name: str
    obliged: int
    recorded: int
    population: int | None = None
    printed: int | None = None
    handed_over: int | None = None
    ready_to_print: int | None = None
    sent: int | None = None
    duplicate: int | None = None
    temporary_letters: int | None = None
    blanks_in: int | None = None
    blanks_used: int | None = None
    blanks_left: int | None = None
    explanation: str = ""

    @property
    def not_recorded(self) -> int:
        """Obliged less recorded; below 0 where more were recorded than are obliged."""
        return self.obliged - self.recorded

    @property
    def fraction(self) -> float | None:
        """Recorded of the obliged; never clipped."""
        return self.recorded / self.obliged if self.obliged else None

    def count(self, column: str) -> int | None:
        """A column by its name, those that follow from others too."""
        value: int | None = getattr(self, column)
        return value


def total(lines: Iterable[ReportLine], *, place: str, name: str) -> ReportLine:
    """The sum of lines; a column that nobody counted stays open, one that some counted is their sum."""
    sums: dict[str, int | None] = dict.fromkeys(COUNTS)
    for line in lines:
        for column in COUNTS:
            sums[column] = _sum(sums[column], line.count(column))
    return line_of(place, name, sums)


def line_of(place: str, name: str, counts: Mapping[str, int | None], explanation: str = "") -> ReportLine:
    """A line from its counts by column; obliged and recorded are 0 where nobody counted them."""
    rest = {column: counts.get(column) for column in COUNTS if column not in {"obliged", "recorded"}}
    return ReportLine(
        place, name, counts.get("obliged") or 0, counts.get("recorded") or 0, **rest, explanation=explanation
    )


def _sum(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else one + other


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that a correction changed."""

    place: str
    name: str
    column: str
    before: int | None
    after: int | None


def differences(before: Iterable[ReportLine], after: Iterable[ReportLine]) -> list[Difference]:
    """What changed between two versions, in the order of the later one; a line that went counts as open."""
    old = {line.place: line for line in before}
    found = []
    for line in after:
        then = old.pop(line.place, None)
        found += [
            Difference(
                line.place, line.name, column, then.count(column) if then else None, line.count(column)
            )
            for column in COUNTS
            if then is None or then.count(column) != line.count(column)
        ]
    for gone in old.values():
        found += [Difference(gone.place, gone.name, column, gone.count(column), None) for column in COUNTS]
    return [one for one in found if one.before != one.after]


FIELDS = frozenset(field.name for field in fields(ReportLine))
"""Names of everything that a line holds."""
