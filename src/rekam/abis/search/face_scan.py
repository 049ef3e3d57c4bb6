"""Every enrolled face against a batch of probes."""

import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel


@kernel
def face_scan(
    vectors: NDArray[np.int8],
    line: NDArray[np.float32],
    column: NDArray[np.int8],
    scores: NDArray[np.float32],
) -> None:
    """Add the evidence of the face to the scores of all rows; a vector of zeros says nothing.

    Args:
        vectors: Of each probe, (probes, numbers).
        line: Evidence a unit of the whole-number product, evidence at product zero, least and most, nats.
        column: Of the enrolled, (rows, numbers).
        scores: Sum so far, (probes, rows); changed in place.
    """
    slope, bias, least, most = line
    here = np.empty(len(vectors), np.bool_)
    for probe in range(len(vectors)):
        here[probe] = _any(vectors[probe])
    for row in range(len(column)):
        if not _any(column[row]):
            continue
        for probe in range(len(vectors)):
            if not here[probe]:
                continue
            product = np.int32(0)
            for place in range(column.shape[1]):
                product += np.int32(vectors[probe, place]) * np.int32(column[row, place])
            value = bias + slope * np.float32(product)
            scores[probe, row] += min(max(value, least), most)


@kernel
def _any(vector: NDArray[np.int8]) -> bool:
    seen = np.int8(0)
    for place in range(len(vector)):
        seen |= vector[place]
    return bool(seen != 0)
