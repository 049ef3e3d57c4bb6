"""Stage one in NumPy alone: slow, plain, and what the kernels are held against."""

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters as engine
from rekam.abis.search.columns import EYES, FINGERS, Columns
from rekam.abis.search.evidence import face_line, finger_table, iris_cut, iris_table
from rekam.abis.search.parameters import STRENGTH_STEPS
from rekam.abis.search.probes import Probes


def plain_scores(
    probes: Probes, columns: Columns, order: NDArray[np.int64], fit: tuple[float, float]
) -> NDArray[np.float32]:
    """What ``rough_scores`` gives for all rows, every comparison made to its end."""
    scores = plain_fingers(probes, columns, order)
    for eye in range(EYES):
        scores = scores + plain_irises(probes, columns, eye)
    return scores + plain_faces(probes, columns, fit)


def plain_fingers(probes: Probes, columns: Columns, order: NDArray[np.int64]) -> NDArray[np.float32]:
    """Evidence of the fingers, (probes, rows)."""
    enrolled = columns.fingers[:, order]
    bits = np.bitwise_count(probes.fingers[:, None] ^ enrolled[None]).sum(axis=3, dtype=np.int64)
    both = probes.fingers_here[:, None] & np.asarray(enrolled.any(axis=2))[None]
    return np.asarray(np.where(both, finger_table()[bits], 0).sum(axis=2), np.float32)


def plain_mixed_fingers(probes: Probes, columns: Columns) -> NDArray[np.float32]:
    """The same with the best enrolled finger for each finger of a probe."""
    turned = [np.roll(np.arange(FINGERS), shift) for shift in range(FINGERS)]
    charge = np.float32(np.log(FINGERS))
    values = []
    for order in turned:
        enrolled = columns.fingers[:, order]
        bits = np.bitwise_count(probes.fingers[:, None] ^ enrolled[None]).sum(axis=3, dtype=np.int64)
        values.append(
            np.where(np.asarray(enrolled.any(axis=2))[None], finger_table()[bits] - charge, -np.inf)
        )
    best = np.max(values, axis=0)
    return np.asarray(
        np.where(probes.fingers_here[:, None] & np.isfinite(best), best, 0).sum(axis=2), np.float32
    )


def plain_irises(probes: Probes, columns: Columns, eye: int) -> NDArray[np.float32]:
    """Evidence of one eye, (probes, rows)."""
    cut, apart = iris_cut()
    code, mask = columns.irises[:, eye, 0], columns.irises[:, eye, 1]
    result = np.zeros((len(probes), len(columns)), np.float32)
    for probe in np.flatnonzero(probes.iris_kinds[eye]):
        turns = probes.turns[eye, probe]
        both = turns[:, None, 1] & mask[None]
        common = np.bitwise_count(both).sum(axis=2, dtype=np.int64)
        differing = np.bitwise_count((turns[:, None, 0] ^ code[None]) & both).sum(axis=2, dtype=np.int64)
        surplus = np.maximum(common - 2 * differing, 0).astype(np.float32)
        square = np.where(common >= engine.COMPARED_LEAST, surplus**2 / np.maximum(common, 1), 0).max(axis=0)
        step = (np.sqrt(square) * STRENGTH_STEPS).astype(np.int64)
        evidence = np.where(square < np.float32(cut), np.float32(apart), iris_table()[step])
        result[probe] = np.where(mask.any(axis=1), evidence, 0)
    return result


def plain_faces(probes: Probes, columns: Columns, fit: tuple[float, float]) -> NDArray[np.float32]:
    """Evidence of the face, (probes, rows)."""
    slope, bias, least, most = face_line(fit)
    product = probes.faces.astype(np.int32) @ columns.faces.astype(np.int32).T
    both = np.asarray(probes.faces.any(axis=1))[:, None] & np.asarray(columns.faces.any(axis=1))[None]
    return np.asarray(np.where(both, np.clip(bias + slope * product, least, most), 0), np.float32)
