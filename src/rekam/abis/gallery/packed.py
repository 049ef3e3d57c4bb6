import numpy as np
from numpy.typing import NDArray

from rekam.abis.code.parameters import CODE_WORDS
from rekam.abis.finger.prepared import PreparedFinger
from rekam.abis.fusion import Fingers, prepared_fingers
from rekam.abis.gallery.column import Column
from rekam.abis.iris.code import WORDS
from rekam.abis.person_template import PersonTemplate
from rekam.abis.search.columns import EYES, FINGERS, Columns, coded_row, face_row, iris_row
from rekam.abis.search.parameters import FACE_NUMBERS
from rekam.biometric import FingerPosition


class PackedPeople:
    """Search forms of many people in a few long arrays, one row a person.

    Attributes:
        points: Minutiae of all fingers behind each other, (m, 5); see ``PreparedFinger``.
        codes: Their neighbourhood codes, (m, 3).
        cells: Flow cells of all fingers behind each other.
        spans: For each person and finger: first minutia, number of minutiae, first cell, rows, columns,
            (people, 10, 5); no minutiae = no such finger.
        irises: Code and mask of each eye, (people, 2, 2, 32); an empty mask = no such iris.
        finger_codes: Fixed-length codes, (people, 10, CODE_WORDS); all zero = no such finger. Made by
            ``columns``: they cost twice the rest, and a small gallery asks for them only when a search found nobody.
        faces: Face vectors of the gallery's describer, (people, FACE_NUMBERS); all zero = no such face.
        describer: Who made the face vectors: the first person's counts, others' are not searched.
    """

    def __init__(self) -> None:
        self.points = Column(np.float32, (5,))
        self.codes = Column(np.uint64, (3,))
        self.cells = Column(np.uint8)
        self.spans = Column(np.int64, (FINGERS, 5))
        self.irises = Column(np.uint64, (EYES, 2, WORDS))
        self.finger_codes = Column(np.uint64, (FINGERS, CODE_WORDS))
        self.faces = Column(np.int8, (FACE_NUMBERS,))
        self.describer: str | None = None

    def __len__(self) -> int:
        return len(self.spans)

    def append(self, template: PersonTemplate) -> int:
        """Put a person at the end; gives the row."""
        spans = np.zeros((1, FINGERS, 5), np.int64)
        for position, form in prepared_fingers(template).items():
            spans[0, position - 1] = (len(self.points), len(form.points), len(self.cells), *form.flow.shape)
            self.points.extend(form.points)
            self.codes.extend(form.codes)
            self.cells.extend(form.flow.ravel())
        self.spans.extend(spans)
        self.irises.extend(iris_row(dict(template.irises))[None])
        if template.face is not None and self.describer is None:
            self.describer = template.face.describer
        self.faces.extend(face_row(template.face, self.describer)[None])
        return len(self) - 1

    def columns(self, live: NDArray[np.bool_]) -> Columns:
        """What stage one reads, without copying; codes whoever has come since it was last asked for."""
        for row in range(len(self.finger_codes), len(self)):
            self.finger_codes.extend(coded_row(self.fingers(row))[None])
        return Columns(self.finger_codes.rows, self.irises.rows, self.faces.rows, live)

    def fingers(self, row: int) -> Fingers:
        """The search forms of a person's fingers, without copying."""
        found = {}
        for position in FingerPosition:
            first, count, cell, rows, columns = self.spans.rows[row, position - 1]
            if count:
                span = slice(first, first + count)
                flow = self.cells.rows[cell : cell + rows * columns].reshape(rows, columns)
                found[position] = PreparedFinger(self.points.rows[span], self.codes.rows[span], flow)
        return found
