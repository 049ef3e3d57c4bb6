"""The best rows so far of each probe."""

import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel


@kernel
def keep_best(
    scores: NDArray[np.float32],
    live: NDArray[np.bool_],
    first: int,
    best: NDArray[np.float32],
    rows: NDArray[np.int64],
) -> None:
    """Let the rows of a block into the lists of the best; of equal scores the earlier row stays.

    Args:
        scores: Of the block, (probes, block).
        live: Rows of the block in use, (block,).
        first: Row number of the block's start.
        best: Scores kept, (probes, kept), in no order; minus a large number where nothing is kept yet.
        rows: Their rows, (probes, kept).
    """
    for probe in range(len(scores)):
        least = np.argmin(best[probe])
        for place in range(len(live)):
            if live[place] and scores[probe, place] > best[probe, least]:
                best[probe, least] = scores[probe, place]
                rows[probe, least] = first + place
                least = np.argmin(best[probe])
