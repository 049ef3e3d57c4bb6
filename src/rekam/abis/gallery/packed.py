import numpy as np
from numpy.typing import NDArray

from rekam.abis.code.finger_code import finger_code
from rekam.abis.code.parameters import CODE_WORDS
from rekam.abis.finger.prepared import PreparedFinger, prepared
from rekam.abis.gallery.column import Column
from rekam.abis.iris.code import WORDS
from rekam.abis.person_template import PersonTemplate
from rekam.abis.search.columns import EYES, FINGERS, Columns, face_row, iris_row
from rekam.abis.search.parameters import FACE_NUMBERS


class PackedPeople:
    """Search forms of many people in a few long arrays, one row a person.

    Attributes:
        points: Minutiae of all fingers behind each other, (m, 5); see ``PreparedFinger``.
        codes: Their neighbourhood codes, (m, 3).
        cells: Flow cells of all fingers behind each other.
        spans: For each person and finger: first minutia, number of minutiae, first cell, rows, columns,
            (people, 10, 5); no minutiae = no such finger.
        irises: Code and mask of each eye, (people, 2, 2, 32); an empty mask = no such iris.
        finger_codes: Fixed-length codes, (people, 10, CODE_WORDS); all zero = no such finger.
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
        codes = np.zeros((1, FINGERS, CODE_WORDS), np.uint64)
        for position, finger in template.fingers.items():
            form = prepared(finger)
            spans[0, position - 1] = (len(self.points), len(form.points), len(self.cells), *form.flow.shape)
            self.points.extend(form.points)
            self.codes.extend(form.codes)
            self.cells.extend(form.flow.ravel())
            codes[0, position - 1] = finger_code(form.points)
        self.spans.extend(spans)
        self.finger_codes.extend(codes)
        self.irises.extend(iris_row(dict(template.irises))[None])
        if template.face is not None and self.describer is None:
            self.describer = template.face.describer
        self.faces.extend(face_row(template.face, self.describer)[None])
        return len(self) - 1

    def columns(self, live: NDArray[np.bool_]) -> Columns:
        """What stage one reads, without copying."""
        return Columns(self.finger_codes.rows, self.irises.rows, self.faces.rows, live)

    def finger(self, row: int, place: int) -> PreparedFinger | None:
        """The search form of one finger, ``place`` 0-9; ``None`` where there is none."""
        first, count, cell, rows, columns = self.spans.rows[row, place]
        if count == 0:
            return None
        flow: NDArray[np.uint8] = self.cells.rows[cell : cell + rows * columns].reshape(rows, columns)
        return PreparedFinger(
            self.points.rows[first : first + count], self.codes.rows[first : first + count], flow
        )
