from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.abis.code.finger_code import finger_code
from rekam.abis.code.parameters import CODE_WORDS
from rekam.abis.face.template import FaceTemplate
from rekam.abis.finger.prepared import PreparedFinger, prepared
from rekam.abis.finger.template import FingerTemplate
from rekam.abis.iris.code import WORDS
from rekam.abis.iris.template import IrisTemplate
from rekam.abis.person_template import PersonTemplate
from rekam.abis.search.parameters import FACE_NUMBERS, FACE_SCALE
from rekam.biometric import Eye, FingerPosition

FINGERS, EYES = len(FingerPosition), len(Eye)


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """What stage one reads of many people, one row a person; plain arrays or arrays mapped from a file.

    Attributes:
        fingers: Codes, (people, 10, CODE_WORDS) uint64; all zero = no such finger.
        irises: Code and mask, (people, 2, 2, WORDS) uint64; an empty mask = no such iris.
        faces: Vectors, (people, FACE_NUMBERS) int8; all zero = no face.
        live: Rows in use, (people,).
    """

    fingers: NDArray[np.uint64]
    irises: NDArray[np.uint64]
    faces: NDArray[np.int8]
    live: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.live)


def finger_row(fingers: dict[FingerPosition, FingerTemplate]) -> NDArray[np.uint64]:
    """The row of a person in ``Columns.fingers``."""
    return coded_row({position: prepared(finger) for position, finger in fingers.items()})


def coded_row(fingers: Mapping[FingerPosition, PreparedFinger]) -> NDArray[np.uint64]:
    """The same from search forms."""
    row = np.zeros((FINGERS, CODE_WORDS), np.uint64)
    for position, finger in fingers.items():
        row[position - 1] = finger_code(finger.points)
    return row


def iris_row(irises: dict[Eye, IrisTemplate]) -> NDArray[np.uint64]:
    """The row of a person in ``Columns.irises``."""
    row = np.zeros((EYES, 2, WORDS), np.uint64)
    for eye, iris in irises.items():
        row[eye - 1] = iris.code, iris.mask
    return row


def face_row(face: FaceTemplate | None, describer: str | None = None) -> NDArray[np.int8]:
    """The row of a person in ``Columns.faces``; zeros for a vector of another length, or of another describer."""
    if face is None or len(face.vector) != FACE_NUMBERS or describer not in {None, face.describer}:
        return np.zeros(FACE_NUMBERS, np.int8)
    return np.clip(np.round(face.vector * FACE_SCALE), -127, 127).astype(np.int8)


def rows_of(template: PersonTemplate) -> tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.int8]]:
    """The rows of a person in the three columns."""
    return finger_row(dict(template.fingers)), iris_row(dict(template.irises)), face_row(template.face)
