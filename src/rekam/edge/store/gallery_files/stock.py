import numpy as np
from numpy.typing import NDArray

from rekam.abis import EXTRACTOR, Candidate, Enrolment, PersonTemplate, Zone, decide
from rekam.abis.gallery.likely import face_fit
from rekam.abis.search.columns import Columns
from rekam.abis.search.parameters import CLOSE_ITEMS, IRIS_ITEMS, REORDERED_CANDIDATES
from rekam.abis.search.probes import Probes
from rekam.abis.search.stage_one import HANDS_SWAPPED, Look, likeliest
from rekam.edge.store.gallery_files import parameters
from rekam.edge.store.gallery_files.gallery_files import GalleryFiles
from rekam.edge.store.gallery_files.stage_two import StageTwo


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
        most = _most(probe, people, limit)
        if people <= most:
            likely = np.flatnonzero(live).tolist()
        else:
            likely = self._rows(probes, columns, most, Look(face=face_fit(parameters.DESCRIBER)))
        second = StageTwo(probe, people)
        for row in likely:
            second.compare(row, *self._read(row))
        if probe.fingers and decide(second.best()) is Zone.UNIQUE:
            looks = (Look(order, irises=False, least=0) for order in (HANDS_SWAPPED, None))
            rows = {row for look in looks for row in self._rows(probes, columns, REORDERED_CANDIDATES, look)}
            for row in sorted(rows):
                second.compare_in_other_orders(row, *self._read(row))
        return second.best()[:limit]

    def _read(self, row: int) -> tuple[str, PersonTemplate]:
        reference = self._files.reference(row)
        return reference, self._files.enrolment(reference).template

    def _columns(self, live: NDArray[np.bool_]) -> Columns:
        column = self._files.column
        return Columns(column("fingers"), column("irises"), column("faces"), live)

    def _rows(self, probes: Probes, columns: Columns, most: int, look: Look) -> list[int]:
        rows, _ = likeliest(probes, columns, most, look=look, threads=self._threads)
        return [row for row in rows[0].tolist() if row >= 0]


def _most(probe: PersonTemplate, people: int, limit: int) -> int:
    """How many to compare precisely, as `rekam.abis.gallery.likely` has it."""
    items = len(probe.fingers) + IRIS_ITEMS * len(probe.irises)
    share = next(share for least, share in CLOSE_ITEMS if items >= least)
    return max(limit, parameters.CLOSE_PEOPLE, round(share * people))
