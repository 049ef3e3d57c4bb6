"""The gallery of a worker on its own disk: it need not be read out of the database at each start."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rekam.abis import Enrolment, PersonTemplate
from rekam.centre.pipeline.abis_engine import AbisGallery
from rekam.edge.store.centre.templates import GalleryChange, Templates
from rekam.edge.store.gallery_files import FileStock, GalleryFiles
from rekam.problem import Problem

log = logging.getLogger("rekam.worker")

FOLDER = "gallery"
"""In the centre's folder. Made by ``rekam abis rebuild``; without it workers search in memory."""


class KeptGallery(AbisGallery):
    """The persons in a folder, and how far in the database's changes they are.

    The mark that stays with the files names a change and its packet: files of another database, or of one that
    was restored to an earlier day, are known by it and made anew.

    Args:
        files: The folder.
        templates: The database's features and changes.

    Attributes:
        upto: Last change of the database that is in the files.
    """

    def __init__(self, files: GalleryFiles, templates: Templates) -> None:
        super().__init__(FileStock(files))
        self._files = files
        self.upto = _known(files.mark, templates) if files.opening.complete else 0
        if not self.upto:
            self.rebuild(templates)

    def insert(self, ref: str, content: bytes) -> None:
        """Add a person, or replace one; nothing is written for one who is there as they are."""
        if ref not in self._files or self._files.enrolment(ref).template.to_bytes() != content:
            super().insert(ref, content)

    def reached(self, change: GalleryChange) -> None:
        """A change is in the files."""
        self.upto = change.change_id
        self._files.mark = _mark(change)

    def rebuild(self, templates: Templates) -> None:
        """Make the files anew from the database; killed in between, the next opening begins again."""
        gone: dict[str, None] = {}
        last: GalleryChange | None = None

        def added() -> Iterator[tuple[str, Enrolment]]:
            nonlocal last
            for last in templates.changes(0):
                ref = last.packet_id.hex()
                if last.added:
                    gone.pop(ref, None)
                    yield ref, Enrolment(PersonTemplate.from_bytes(last.content))
                else:
                    gone[ref] = None

        self._files.rebuild(added())
        for ref in gone:
            self.delete(ref)
        self.upto = 0
        if last is not None:
            self.reached(last)
        self._files.checkpoint()
        log.info("gallery on disk made anew: %d persons", len(self))


@contextmanager
def kept_gallery(folder: Path, templates: Templates) -> Iterator[KeptGallery | None]:
    """The gallery in the centre's folder; ``None`` where there is none or another worker has it.

    Args:
        folder: Of the centre.
        templates: The database's features and changes.
    """
    if not (folder / FOLDER).is_dir():
        yield None
        return
    try:
        files = GalleryFiles(folder / FOLDER, anew=True)
    except Problem as problem:
        log.warning("gallery on disk not used: %s", problem.code)
        yield None
        return
    with files:
        yield KeptGallery(files, templates)


def rebuilt(folder: Path, templates: Templates) -> dict[str, object]:
    """Make the files of a folder anew from the database, whatever stood in them.

    Raises:
        Problem: ``abis.gallery_files_in_use``, ``delivery.no_space``, ``delivery.disk_failed``.
    """
    from time import perf_counter

    begun = perf_counter()
    with GalleryFiles(folder, anew=True) as files:
        files.mark = ""
        gallery = KeptGallery(files, templates)
        return {
            "persons": len(gallery),
            "change": gallery.upto,
            "bytes": files.disk_bytes(),
            "seconds": round(perf_counter() - begun, 3),
        }


def _mark(change: GalleryChange) -> str:
    return f"{change.change_id} {change.packet_id.hex()}"


def _known(mark: str, templates: Templates) -> int:
    """The change that a mark names, if the database has it; else 0."""
    number = int(mark.partition(" ")[0] or 0)
    change = next(templates.changes(number - 1), None) if number else None
    return number if change is not None and _mark(change) == mark else 0
