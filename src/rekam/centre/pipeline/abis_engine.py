"""The project's own engine behind the pipeline's contract."""

import os
from collections.abc import Mapping, Sequence

from rekam.abis import EXTRACTOR, Enrolment, MemoryStock, PersonTemplate, Stock, extract_person, zone_of
from rekam.biometric import Sample
from rekam.centre.pipeline.engine import Extracted, Found
from rekam.centre.pipeline.validation import item_name
from rekam.centre.pipeline.within import within_flags


class AbisEngine:
    """Fingers and irises by `rekam.abis`, every comparison made."""

    name = f"rekam.abis: {EXTRACTOR}"

    def extract(self, samples: Sequence[Sample]) -> Extracted:
        """Features of every finger and eye that can be read; the others are named.

        The items of a person are independent and nearly all of the work is outside the interpreter's lock, so
        every core takes some.
        """
        extraction = extract_person(samples, workers=os.cpu_count() or 1)
        unreadable = {item_name(*item): problem.code for item, problem in extraction.unreadable.items()}
        template = extraction.template
        if not template.fingers and not template.irises:
            return Extracted(None, unreadable)
        return Extracted(template.to_bytes(), unreadable)

    def flags(self, content: bytes, recent: Mapping[str, bytes]) -> Mapping[str, str]:
        """One finger at two places, and fingers that a few of the operator's latest recordings share with this one."""
        return within_flags(
            PersonTemplate.from_bytes(content).fingers,
            {ref: PersonTemplate.from_bytes(one).fingers for ref, one in recent.items()},
        )

    def gallery(self) -> "AbisGallery":
        """A new empty gallery."""
        return AbisGallery()

    def zone(self, score: float, enrolled: int) -> str:
        """What a score means among that many persons."""
        return zone_of(score, enrolled).value


class AbisGallery:
    """The persons of a stock; one thread at a time.

    Args:
        stock: Where they are; ``None`` = in memory.
    """

    def __init__(self, stock: Stock | None = None) -> None:
        self._stock: Stock = MemoryStock() if stock is None else stock

    def __len__(self) -> int:
        return len(self._stock)

    def insert(self, ref: str, content: bytes) -> None:
        """Add a person, or replace one."""
        self._stock.put(ref, Enrolment(PersonTemplate.from_bytes(content)))

    def delete(self, ref: str) -> None:
        """Remove a person; unknown ones are no problem."""
        if ref in self._stock:
            self._stock.remove(ref)

    def search(self, content: bytes, *, limit: int) -> list[Found]:
        """The most similar persons, the most similar first."""
        candidates = self._stock.search(PersonTemplate.from_bytes(content), None, limit)
        return [Found(one.ref, float(one.score), one.zone.value, dict(one.parts)) for one in candidates]
