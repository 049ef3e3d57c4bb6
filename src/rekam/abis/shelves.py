from collections.abc import Callable
from dataclasses import replace

from rekam.abis.candidate import Candidate, best_first
from rekam.abis.gallery.gallery import Gallery
from rekam.abis.person_template import PersonTemplate
from rekam.abis.zone import zone_of


class Shelves:
    """People by the set of galleries they belong to, each in one place only.

    Galleries overlap; a copy of a person in each would cost memory and could disagree. So those with the
    same set stand on one shelf, and a search goes through the shelves that carry its gallery. What a score
    means depends on all who were searched, so the zones are set at the end.

    Args:
        gallery: Makes an empty gallery.
    """

    def __init__(self, gallery: Callable[[], Gallery] = Gallery) -> None:
        self._new = gallery
        self._shelves: dict[frozenset[str], Gallery] = {}

    def put(self, reference: str, template: PersonTemplate, galleries: frozenset[str]) -> None:
        """Put a person in.

        Raises:
            Problem: ``abis.person_empty`` if there is nothing to compare.
        """
        shelf = self._shelves.get(galleries) or self._new()
        shelf.insert(reference, template)
        self._shelves[galleries] = shelf

    def take(self, reference: str, galleries: frozenset[str]) -> None:
        """Take a person out of where ``put`` put them."""
        shelf = self._shelves[galleries]
        shelf.delete(reference)
        if not len(shelf):
            del self._shelves[galleries]

    def size(self, gallery: str | None = None) -> int:
        """People in a gallery, or in all."""
        return sum(len(shelf) for shelf in self._carrying(gallery))

    def names(self) -> list[str]:
        """Galleries that have somebody in them, in order."""
        return sorted(set().union(*self._shelves))

    def search(self, probe: PersonTemplate, gallery: str | None, limit: int) -> list[Candidate]:
        """The people of a gallery, or of all, most like the probe, best first."""
        shelves = self._carrying(gallery)
        people = sum(len(shelf) for shelf in shelves)
        found = [one for shelf in shelves for one in shelf.search(probe, limit=limit)]
        return [replace(one, zone=zone_of(one.score, people)) for one in best_first(found, limit)]

    def _carrying(self, gallery: str | None) -> list[Gallery]:
        return [shelf for names, shelf in self._shelves.items() if gallery is None or gallery in names]
