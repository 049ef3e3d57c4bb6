"""What counts as done: a live figure out of the ledgers with its goal, or a document that people judge."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of evidence.

    Attributes:
        key: Stored.
        words: Indonesian, as the form says it.
        share: The figure is a share of something, its goal a fraction; else a plain count.
        at_least: Reached from the goal upwards; else from the goal downwards.
        goal: Proposed goal.
    """

    key: str
    words: str
    share: bool
    at_least: bool
    goal: float


DOCUMENT = "document"
"""No figure: the issuer reads what the addressee sent."""

KINDS: Mapping[str, EvidenceKind] = MappingProxyType(
    {
        kind.key: kind
        for kind in (
            EvidenceKind("coverage", "Cakupan perekaman paling sedikit", share=True, at_least=True, goal=1.0),
            EvidenceKind(
                "unsent",
                "Rekaman yang belum sampai di pusat paling banyak",
                share=False,
                at_least=False,
                goal=0.0,
            ),
            EvidenceKind(
                "devices", "Alat yang sedang rusak paling banyak", share=False, at_least=False, goal=0.0
            ),
            EvidenceKind(
                "suspensions", "Sambungan yang diputus paling banyak", share=False, at_least=False, goal=0.0
            ),
        )
    }
)
"""The live figures that the centre knows by now."""

EVIDENCE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        **{kind.key: kind.words for kind in KINDS.values()},
        DOCUMENT: "Dokumen yang diperiksa pemberi instruksi",
    }
)
"""Every kind by its key, the document too."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A live figure of one place.

    Attributes:
        numerator: Counted people, recordings or devices.
        denominator: What they are a part of; ``None`` = a plain count.
        cut: Name of the data behind it.
        counted_at: Unix seconds.
    """

    numerator: int
    denominator: int | None
    cut: str
    counted_at: int

    @property
    def value(self) -> float | None:
        """The share or the count; ``None`` when there is nothing to count a share of."""
        if self.denominator is None:
            return float(self.numerator)
        return self.numerator / self.denominator if self.denominator else None


class Evidence(Protocol):
    """Reads one kind of live figure; a room that keeps a ledger offers its own."""

    @property
    def name(self) -> str:
        """Key of its `EvidenceKind`."""
        ...

    def current(self, places: Iterable[str], now: int) -> Mapping[str, Reading]:
        """The figure of each place now.

        Args:
            places: Dotted region codes; the empty text is the nation.
            now: Unix seconds.
        """
        ...


def reached(kind: str, reading: Reading | None, goal: float | None) -> bool:
    """Whether a figure has reached its goal; never by a document, and never where nothing can be counted."""
    known = KINDS.get(kind)
    if known is None or reading is None or goal is None or reading.value is None:
        return False
    return reading.value >= goal if known.at_least else reading.value <= goal


def change(kind: str, start: Reading | None, now: Reading | None) -> float | None:
    """How far the figure has come towards its goal since the start; below 0 = it went the wrong way."""
    known = KINDS.get(kind)
    if known is None or start is None or now is None or start.value is None or now.value is None:
        return None
    moved = now.value - start.value
    return moved if known.at_least or moved == 0 else -moved
