"""Tables that turn counted bits into log-likelihood ratios inside the kernels."""

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters as engine
from rekam.abis.code.parameters import CODE_BITS, CODE_EVIDENCE, CODE_EVIDENCE_RANGE
from rekam.abis.face import parameters as face
from rekam.abis.iris.matcher import iris_evidence
from rekam.abis.search.parameters import (
    CUT_STEPS,
    FACE_SCALE,
    STRENGTH_MOST,
    STRENGTH_STEPS,
)


@cache
def finger_table() -> NDArray[np.float32]:
    """Evidence of two finger codes by the number of bits that differ, (CODE_BITS + 1,)."""
    slope, bias = CODE_EVIDENCE
    surplus = 1 - 2 * np.arange(CODE_BITS + 1) / CODE_BITS
    return np.clip(slope * surplus + bias, *CODE_EVIDENCE_RANGE).astype(np.float32)


@cache
def iris_table() -> NDArray[np.float32]:
    """Evidence of two irises by strength in steps; strength = (common - 2 differing) / root of common.

    It is the score of a fair coin that fell equal that often, and the normalised distance is a straight line of
    it: 0.5 - strength / (2 root of ``COMPARED_BITS``).
    """
    strength = np.arange(math.ceil(STRENGTH_MOST * STRENGTH_STEPS)) / STRENGTH_STEPS
    distance = np.maximum(0.5 - strength / (2 * math.sqrt(engine.COMPARED_BITS)), 0)
    return np.asarray(iris_evidence(distance), np.float32)


@cache
def iris_cut() -> tuple[float, float]:
    """The operating threshold of one iris in stage one.

    Returns:
        Squared strength below which two irises speak against one person, and what they then count, nats.
    """
    table = iris_table()
    return (int(np.argmax(table > 0)) / STRENGTH_STEPS) ** 2, float(table.min())


@cache
def iris_cuts() -> NDArray[np.float32]:
    """Squared strength from which on two irises give at least an evidence.

    By evidence above that of irises apart, in steps of 1 / ``CUT_STEPS`` nat, rounded so that it cuts too little.
    """
    table, apart = iris_table(), iris_cut()[1]
    wanted = apart + np.arange(math.ceil((float(table.max()) - apart) * CUT_STEPS) + 2) / CUT_STEPS
    first = np.argmax(table[None, 1:] >= np.minimum(wanted, table.max())[:, None], axis=1) + 1
    return np.asarray((first / STRENGTH_STEPS) ** 2 * (wanted > apart), np.float32)


def face_line(fit: tuple[float, float]) -> NDArray[np.float32]:
    """Evidence of two face vectors in units of int8: slope, bias, least and most, nats.

    Args:
        fit: The same a unit of cosine, and at cosine 0.
    """
    return np.array([fit[0] / FACE_SCALE**2, fit[1], *face.EVIDENCE_RANGE], np.float32)
