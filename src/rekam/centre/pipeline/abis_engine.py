"""The project's own engine behind the pipeline's contract."""

import os
from collections.abc import Sequence

from rekam.abis import Gallery, PersonTemplate, extract_person, zone_of
from rekam.biometric import Sample
from rekam.centre.pipeline.engine import Extracted, Found
from rekam.centre.pipeline.validation import item_name


class AbisEngine:
    """Fingers and irises by `rekam.abis`, every comparison made."""

    name = "rekam.abis 1"

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

    def gallery(self) -> "AbisGallery":
        """A new empty gallery."""
        return AbisGallery()

    def zone(self, score: float, enrolled: int) -> str:
        """What a score means among that many persons."""
        return zone_of(score, enrolled).value


class AbisGallery:
    """Persons in memory; one thread at a time."""

    def __init__(self) -> None:
        self._gallery = Gallery()

    def __len__(self) -> int:
        return len(self._gallery)

    def insert(self, ref: str, content: bytes) -> None:
        """Add a person, or replace one."""
        self.delete(ref)
        self._gallery.insert(ref, PersonTemplate.from_bytes(content))

    def delete(self, ref: str) -> None:
        """Remove a person; unknown ones are no problem."""
        if ref in self._gallery:
            self._gallery.delete(ref)

    def search(self, content: bytes, *, limit: int) -> list[Found]:
        """The most similar persons, the most similar first."""
        candidates = self._gallery.search(PersonTemplate.from_bytes(content), limit=limit)
        return [Found(one.ref, float(one.score), one.zone.value, dict(one.parts)) for one in candidates]
