"""The gallery of a worker: the persons of the database in memory, kept up with what other workers add."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Protocol

from rekam.centre.pipeline.engine import UNIQUE, Engine, Found, SearchGallery
from rekam.edge.store.centre.templates import GalleryChange, Templates


class KeptSearchGallery(SearchGallery, Protocol):
    """A gallery that outlives the process."""

    @property
    def upto(self) -> int:
        """Last change of the database that is in it."""

    def reached(self, change: GalleryChange) -> None:
        """A change is in it."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found.

    Attributes:
        found: Most similar first.
        upto: Last change of the gallery that it saw.
        persons: Persons in the gallery then.
    """

    found: list[Found]
    upto: int
    persons: int


class GalleryMirror:
    """A gallery in memory that follows the database.

    Args:
        engine: Makes galleries.
        templates: The database's features and changes.
        kept: A gallery on disk that already holds what happened up to a change; ``None`` = begin anew in memory.
    """

    def __init__(self, engine: Engine, templates: Templates, kept: KeptSearchGallery | None = None) -> None:
        self._engine = engine
        self._templates = templates
        self._kept = kept
        self._gallery: SearchGallery = engine.gallery() if kept is None else kept
        self._upto = 0 if kept is None else kept.upto
        self._turn = Lock()

    def catch_up(self) -> int:
        """Take in what happened since; the number of the last change taken."""
        with self._turn:
            for change in self._templates.changes(self._upto):
                _apply(self._gallery, change)
                self._upto = change.change_id
                if self._kept is not None:
                    self._kept.reached(change)
            return self._upto

    def search(self, content: bytes, *, limit: int) -> Search:
        """Search everybody known now."""
        self.catch_up()
        with self._turn:
            found = self._gallery.search(content, limit=limit)
            return Search(found, self._upto, len(self._gallery))

    def search_since(
        self, before: Search, changes: Iterable[GalleryChange], content: bytes, *, limit: int
    ) -> list[Found]:
        """The result of a search brought up to date with the few changes that came after it.

        Args:
            before: The search.
            changes: What happened to the gallery after it, in order.
            content: The probe.
            limit: Most candidates.
        """
        latest = {change.packet_id.hex(): change for change in changes}
        kept = [one for one in before.found if one.ref not in latest]
        added = [change for change in latest.values() if change.added]
        if not added:
            return kept
        few = self._engine.gallery()
        for change in added:
            _apply(few, change)
        # Scores do not depend on the gallery, their meaning does: among all, not among the few.
        persons = before.persons + len(added)
        found = few.search(content, limit=limit)
        both = [*kept, *(replace(one, zone=self._engine.zone(one.score, persons)) for one in found)]
        return sorted(both, key=lambda one: (-one.score, one.ref))[:limit]


def alike(found: Iterable[Found]) -> list[Found]:
    """Those who may be the same person."""
    return [one for one in found if one.zone != UNIQUE]


def _apply(gallery: SearchGallery, change: GalleryChange) -> None:
    ref = change.packet_id.hex()
    if change.added:
        gallery.insert(ref, change.content)
    else:
        gallery.delete(ref)
