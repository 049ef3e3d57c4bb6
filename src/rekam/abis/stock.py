from collections.abc import Callable
from typing import Protocol

from rekam.abis.candidate import Candidate
from rekam.abis.enrolment import EXTRACTOR, Enrolment
from rekam.abis.gallery.gallery import Gallery
from rekam.abis.person_template import PersonTemplate
from rekam.abis.shelves import Shelves
from rekam.problem import Problem


class Stock(Protocol):
    """Where an engine has its people; in memory here, on disk in `rekam.edge.store.gallery_files`.

    One thread at a time: the engine takes the turns.
    """

    def __len__(self) -> int:
        """How many people."""

    def __contains__(self, reference: object) -> bool:
        """Whether somebody has a reference."""

    def put(self, reference: str, enrolment: Enrolment) -> None:
        """Take a person in instead of whoever had the reference; kept and found when it returns, or neither."""

    def remove(self, reference: str) -> None:
        """Let a person go.

        Raises:
            Problem: ``abis.gallery_ref_unknown`` if nobody has the reference.
        """

    def enrolment(self, reference: str) -> Enrolment:
        """What is kept of a person.

        Raises:
            Problem: ``abis.gallery_ref_unknown`` if nobody has the reference.
        """

    def members(self, gallery: str | None = None) -> list[str]:
        """References of the people in a gallery, or of all, in the order in which they last came."""

    def galleries(self) -> list[str]:
        """Galleries that have somebody in them, in order."""

    def outdated(self, extractor: str = EXTRACTOR) -> list[str]:
        """References whose template another extractor made."""

    def search(self, probe: PersonTemplate, gallery: str | None, limit: int) -> list[Candidate]:
        """The people of a gallery, or of all, most like the probe, best first."""


class MemoryStock:
    """People in memory; they end with the process.

    Args:
        gallery: Makes an empty gallery.
    """

    def __init__(self, gallery: Callable[[], Gallery] = Gallery) -> None:
        self._people: dict[str, Enrolment] = {}
        self._shelves = Shelves(gallery)

    def __len__(self) -> int:
        return len(self._people)

    def __contains__(self, reference: object) -> bool:
        return reference in self._people

    def put(self, reference: str, enrolment: Enrolment) -> None:
        """Take a person in instead of whoever had the reference."""
        if reference in self._people:
            self.remove(reference)
        self._shelves.put(reference, enrolment.template, enrolment.galleries)
        self._people[reference] = enrolment

    def remove(self, reference: str) -> None:
        """Let a person go.

        Raises:
            Problem: ``abis.gallery_ref_unknown``.
        """
        self._shelves.take(reference, self.enrolment(reference).galleries)
        del self._people[reference]

    def enrolment(self, reference: str) -> Enrolment:
        """What is kept of a person.

        Raises:
            Problem: ``abis.gallery_ref_unknown``.
        """
        try:
            return self._people[reference]
        except KeyError:
            raise Problem("abis.gallery_ref_unknown", ref=reference) from None

    def members(self, gallery: str | None = None) -> list[str]:
        """References of the people in a gallery, or of all, in the order in which they last came."""
        return [ref for ref, one in self._people.items() if gallery is None or gallery in one.galleries]

    def galleries(self) -> list[str]:
        """Galleries that have somebody in them, in order."""
        return self._shelves.names()

    def outdated(self, extractor: str = EXTRACTOR) -> list[str]:
        """References whose template another extractor made."""
        return [ref for ref, one in self._people.items() if one.extractor != extractor]

    def search(self, probe: PersonTemplate, gallery: str | None, limit: int) -> list[Candidate]:
        """The people of a gallery, or of all, most like the probe, best first."""
        return self._shelves.search(probe, gallery, limit)
