"""The project's own engine behind the pipeline's contract."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from rekam.abis import (
    FingerTemplate,
    Gallery,
    IrisTemplate,
    PersonTemplate,
    extract_finger,
    extract_iris,
    zone_of,
)
from rekam.biometric import Eye, EyeImage, FingerImage, FingerPosition, Sample
from rekam.biometric.picture import decode_grey
from rekam.centre.pipeline.engine import Extracted, Found
from rekam.centre.pipeline.validation import item_name
from rekam.problem import Problem


class AbisEngine:
    """Fingers and irises by `rekam.abis`, every comparison made."""

    name = "rekam.abis 1"

    def extract(self, samples: Sequence[Sample]) -> Extracted:
        """Features of every finger and eye that can be read; the others are named.

        The items of a person are independent and nearly all of the work is outside the interpreter's lock, so
        every core takes some.
        """
        readable = [sample for sample in samples if sample.place is not None]
        fingers: dict[FingerPosition, FingerTemplate] = {}
        irises: dict[Eye, IrisTemplate] = {}
        unreadable: dict[str, str] = {}
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = list(pool.map(_features, readable))
        for sample, features in zip(readable, found, strict=True):
            match sample.place, features:
                case _, Problem() as problem:
                    unreadable[item_name(sample.modality, sample.place)] = problem.code
                case FingerPosition() as position, FingerTemplate() as finger:
                    fingers[position] = finger
                case Eye() as eye, IrisTemplate() as iris:
                    irises[eye] = iris
        if not fingers and not irises:
            return Extracted(None, unreadable)
        return Extracted(PersonTemplate(fingers, irises).to_bytes(), unreadable)

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


def _features(sample: Sample) -> FingerTemplate | IrisTemplate | Problem:
    try:
        pixels = decode_grey(sample.content)
        if isinstance(sample.place, FingerPosition):
            return extract_finger(FingerImage(sample.place, pixels))
        assert isinstance(sample.place, Eye)
        return extract_iris(EyeImage(sample.place, pixels))
    except Problem as problem:
        return problem
