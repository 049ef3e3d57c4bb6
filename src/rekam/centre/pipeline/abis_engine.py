"""The project's own engine behind the pipeline's contract."""

from collections.abc import Sequence

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
        """Features of every finger and eye that can be read; the others are named."""
        fingers: dict[FingerPosition, FingerTemplate] = {}
        irises: dict[Eye, IrisTemplate] = {}
        unreadable: dict[str, str] = {}
        for sample in samples:
            try:
                match sample.place:
                    case FingerPosition() as position:
                        image = FingerImage(position, decode_grey(sample.content))
                        fingers[position] = extract_finger(image)
                    case Eye() as eye:
                        irises[eye] = extract_iris(EyeImage(eye, decode_grey(sample.content)))
                    case None:
                        continue
            except Problem as problem:
                unreadable[item_name(sample.modality, sample.place)] = problem.code
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
