import numpy as np
from numpy.typing import NDArray

from rekam.abis.finger.prepared import PreparedFinger, prepared
from rekam.abis.gallery.column import Column
from rekam.abis.iris.code import WORDS
from rekam.abis.person_template import PersonTemplate
from rekam.biometric import Eye, FingerPosition

FINGERS, EYES = len(FingerPosition), len(Eye)


class PackedPeople:
    """Search forms of many people in a few long arrays, one row a person.

    Attributes:
        points: Minutiae of all fingers behind each other, (m, 5); see ``PreparedFinger``.
        codes: Their neighbourhood codes, (m, 3).
        cells: Flow cells of all fingers behind each other.
        spans: For each person and finger: first minutia, number of minutiae, first cell, rows, columns,
            (people, 10, 5); no minutiae = no such finger.
        irises: Code and mask of each eye, (people, 2, 2, 32); an empty mask = no such iris.
    """

    def __init__(self) -> None:
        self.points = Column(np.float32, (5,))
        self.codes = Column(np.uint64, (3,))
        self.cells = Column(np.uint8)
        self.spans = Column(np.int64, (FINGERS, 5))
        self.irises = Column(np.uint64, (EYES, 2, WORDS))

    def __len__(self) -> int:
        return len(self.spans)

    def append(self, template: PersonTemplate) -> int:
        """Put a person at the end; gives the row."""
        spans = np.zeros((1, FINGERS, 5), np.int64)
        for position, finger in template.fingers.items():
            form = prepared(finger)
            spans[0, position - 1] = (len(self.points), len(form.points), len(self.cells), *form.flow.shape)
            self.points.extend(form.points)
            self.codes.extend(form.codes)
            self.cells.extend(form.flow.ravel())
        irises = np.zeros((1, EYES, 2, WORDS), np.uint64)
        for eye, iris in template.irises.items():
            irises[0, eye - 1] = iris.code, iris.mask
        self.spans.extend(spans)
        self.irises.extend(irises)
        return len(self) - 1

    def finger(self, row: int, place: int) -> PreparedFinger | None:
        """The search form of one finger, ``place`` 0-9; ``None`` where there is none."""
        first, count, cell, rows, columns = self.spans.rows[row, place]
        if count == 0:
            return None
        flow: NDArray[np.uint8] = self.cells.rows[cell : cell + rows * columns].reshape(rows, columns)
        return PreparedFinger(
            self.points.rows[first : first + count], self.codes.rows[first : first + count], flow
        )
