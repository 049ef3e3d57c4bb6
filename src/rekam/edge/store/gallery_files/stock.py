from collections.abc import Container

import numpy as np
from numpy.typing import NDArray

from rekam.abis import EXTRACTOR, Candidate, Enrolment, PersonTemplate
from rekam.abis.fusion import Fingers, prepared_fingers
from rekam.abis.gallery.stage_two import StageTwo
from rekam.abis.search.columns import Columns
from rekam.abis.search.probes import Probes
from rekam.abis.search.shortlist import items_of, likely_rows, reordered_rows, shortlist_length
from rekam.biometric import FingerPosition
from rekam.edge.store.gallery_files import parameters
from rekam.edge.store.gallery_files.gallery_files import GalleryFiles


class FileStock:
    """The people of an engine where they lie on the disk; no template is held in memory.

    Stage one goes over the mapped columns; the likeliest are read from the disk and compared precisely. Whoever
    was put in is there after a kill at any moment.

    Args:
        files: The folder.
        threads: How many share stage one.
    """

    def __init__(self, files: GalleryFiles, *, threads: int = 1) -> None:
        self._files = files
        self._threads = threads

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, reference: object) -> bool:
        return reference in self._files

    def put(self, reference: str, enrolment: Enrolment) -> None:
        """Take a person in instead of whoever had the reference; durable and found when it returns."""
        self._files.put(reference, enrolment)

    def remove(self, reference: str) -> None:
        """Let a person go; durable when it returns.

        Raises:
            Problem: ``abis.gallery_ref_unknown``.
        """
        self._files.remove(reference)

    def enrolment(self, reference: str) -> Enrolment:
        """What is kept of a person.

        Raises:
            Problem: ``abis.gallery_ref_unknown``, ``abis.gallery_row_damaged``.
        """
        return self._files.enrolment(reference)

    def members(self, gallery: str | None = None) -> list[str]:
        """References of the people in a gallery, or of all, in the order in which they last came."""
        return self._files.members(gallery)

    def galleries(self) -> list[str]:
        """Galleries that have somebody in them, in order."""
        return self._files.galleries()

    def outdated(self, extractor: str = EXTRACTOR) -> list[str]:
        """References whose template another extractor made."""
        return self._files.outdated(extractor)

    def search(self, probe: PersonTemplate, gallery: str | None, limit: int) -> list[Candidate]:
        """The people of a gallery, or of all, most like the probe, best first.

        Raises:
            Problem: ``abis.gallery_row_damaged`` if a likely person cannot be read: an answer without them
                would be a wrong one. They are not among the people any more when it is asked again.
        """
        live = self._files.among(gallery)
        people = int(live.sum())
        columns, probes = self._columns(live), Probes.of_people([probe])
        wanted = shortlist_length(items_of(probe), people, limit)
        likely = (
            np.flatnonzero(live)
            if people <= wanted
            else likely_rows(probes, columns, wanted, parameters.DESCRIBER, self._threads)
        )
        second = StageTwo(probe, people)
        for row in likely:
            second.compare(*self._read(row, probe.fingers))
        if second.asks_for_other_orders:
            for row in reordered_rows(probes, columns, self._threads):
                second.compare_in_other_orders(*self._read(row))
        return second.best(limit)

    def _read(
        self, row: int, fingers: Container[FingerPosition] | None = None
    ) -> tuple[str, PersonTemplate, Fingers]:
        reference = self._files.reference(row)
        template = self._files.enrolment(reference).template
        return reference, template, prepared_fingers(template, fingers)

    def _columns(self, live: NDArray[np.bool_]) -> Columns:
        column = self._files.column
        return Columns(column("fingers"), column("irises"), column("faces"), live)
