from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.abis.code.parameters import CODE_WORDS
from rekam.abis.iris.code import WORDS
from rekam.abis.iris.matcher import rotations
from rekam.abis.iris.template import IrisTemplate
from rekam.abis.person_template import PersonTemplate
from rekam.abis.search.columns import EYES, FINGERS, rows_of
from rekam.abis.search.parameters import ABANDON_AFTER, FACE_NUMBERS

ABSENT, ANY_MASKS, SHARED_MASKS = 0, 1, 2
"""Kinds of irises, for the kernel."""


@dataclass(frozen=True, slots=True, eq=False)
class Probes:
    """People searched for, made ready once for the whole of stage one.

    Attributes:
        fingers: Codes, (probes, 10, CODE_WORDS).
        fingers_here: Which of them there are, (probes, 10).
        turns: Irises at all turns, (2, probes, turns, 2, WORDS).
        rest: Mask bits still to come after each check of a comparison, (2, probes, turns, checks).
        iris_kinds: ``ABSENT``, ``ANY_MASKS`` or ``SHARED_MASKS``, (2, probes).
        faces: Vectors, (probes, FACE_NUMBERS); zeros = no face.
    """

    fingers: NDArray[np.uint64]
    fingers_here: NDArray[np.bool_]
    turns: NDArray[np.uint64]
    rest: NDArray[np.int64]
    iris_kinds: NDArray[np.uint8]
    faces: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.fingers)

    @classmethod
    def of_people(cls, people: Sequence[PersonTemplate]) -> "Probes":
        """From templates."""
        rows = [rows_of(person) for person in people]
        fingers = (
            np.stack([row[0] for row in rows]) if rows else np.zeros((0, FINGERS, CODE_WORDS), np.uint64)
        )
        irises = np.stack([row[1] for row in rows]) if rows else np.zeros((0, EYES, 2, WORDS), np.uint64)
        faces = np.stack([row[2] for row in rows]) if rows else np.zeros((0, FACE_NUMBERS), np.int8)
        return cls.of_rows(fingers, irises, faces)

    @classmethod
    def of_rows(
        cls, fingers: NDArray[np.uint64], irises: NDArray[np.uint64], faces: NDArray[np.int8]
    ) -> "Probes":
        """From rows as they stand in ``Columns``."""
        turns = np.stack(
            [[rotations(IrisTemplate(*iris[eye])) for iris in irises] for eye in range(EYES)]
        ).astype(np.uint64)
        masks = irises[:, :, 1].reshape(len(irises), EYES, -1, 2, 2)
        shared = (masks[:, :, :, 0] == masks[:, :, :, 1]).all(axis=(2, 3))
        kinds = np.where(shared, SHARED_MASKS, ANY_MASKS) * masks.any(axis=(2, 3, 4))
        bits = np.bitwise_count(turns[:, :, :, 1]).astype(np.int64)
        rest = np.stack([bits[..., 4 * rows :].sum(axis=-1) for rows in ABANDON_AFTER], axis=-1)
        return cls(
            np.ascontiguousarray(fingers),
            np.asarray(fingers.any(axis=2)),
            np.ascontiguousarray(turns),
            np.ascontiguousarray(rest),
            np.ascontiguousarray(kinds.T.astype(np.uint8)),
            np.ascontiguousarray(faces),
        )
