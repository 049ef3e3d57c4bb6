"""What the pipeline needs of a biometric engine; any engine that keeps this can be plugged in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from rekam.biometric import Sample

UNIQUE, ADJUDICATE, DUPLICATE = "unique", "adjudicate", "duplicate"
"""Zones of a score."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """Features of one person.

    Attributes:
        content: As the engine stores them; ``None`` = nothing could be read.
        unreadable: Items that gave no features, by name (``finger 2``), with the code of the problem.
        flags: What a supervisor should look at: code of a problem and the places, ``2=7``.
    """

    content: bytes | None
    unreadable: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    flags: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Found:
    """One person of the gallery who resembles the probe.

    Attributes:
        ref: Whom the gallery knows under this name.
        score: Fused score of the engine; higher = more alike.
        zone: ``unique`` (another person), ``adjudicate`` or ``duplicate``.
        parts: Scores by finger and eye.
    """

    ref: str
    score: float
    zone: str
    parts: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


class SearchGallery(Protocol):
    """Persons in memory; one thread at a time."""

    def __len__(self) -> int:
        """How many."""

    def insert(self, ref: str, content: bytes) -> None:
        """Add a person, or replace one."""

    def delete(self, ref: str) -> None:
        """Remove a person; unknown ones are no problem."""

    def search(self, content: bytes, *, limit: int) -> list[Found]:
        """The most similar persons, the most similar first."""


class Engine(Protocol):
    """Features and comparison."""

    @property
    def name(self) -> str:
        """Name and version, stored with every template."""

    def extract(self, samples: Sequence[Sample]) -> Extracted:
        """Features of the samples of one person."""

    def gallery(self) -> SearchGallery:
        """A new empty gallery."""

    def zone(self, score: float, enrolled: int) -> str:
        """What a score means among that many persons."""


@runtime_checkable
class Watchful(Protocol):
    """An engine that also looks within a recording, and at what the same operator recorded just before."""

    def flags(self, content: bytes, recent: Mapping[str, bytes]) -> Mapping[str, str]:
        """What a supervisor should look at, as in `Extracted.flags`.

        Args:
            content: Features of a recording.
            recent: Features of the same operator's latest recordings, by packet id.
        """
