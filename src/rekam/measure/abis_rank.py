"""Where a person who comes again stands in the order of stage one."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from rekam.abis.search.columns import Columns
from rekam.abis.search.parameters import BLOCK_ROWS
from rekam.abis.search.probes import Probes
from rekam.abis.search.stage_one import Look, rough_scores


def ranks(
    probes: Probes, columns: Columns, rows: NDArray[np.int64], look: Look, threads: int
) -> NDArray[np.int64]:
    """How many people stage one puts before the true one, for each probe.

    Args:
        probes: People who come again.
        columns: Everybody.
        rows: The true row of each probe.
        look: What stage one looks at.
        threads: How many share the work.
    """
    own = _own_scores(probes, columns, rows, look)

    def before(first: int) -> NDArray[np.int64]:
        scores = rough_scores(probes, columns, first, min(first + BLOCK_ROWS, len(columns)), look)
        return np.asarray((scores > own[:, None]).sum(axis=1), np.int64)

    with ThreadPoolExecutor(threads) as pool:
        counts = list(pool.map(before, range(0, len(columns), BLOCK_ROWS)))
    return np.asarray(np.sum(counts, axis=0), np.int64)


def _own_scores(probes: Probes, columns: Columns, rows: NDArray[np.int64], look: Look) -> NDArray[np.float32]:
    few = Columns(columns.fingers[rows], columns.irises[rows], columns.faces[rows], columns.live[rows])
    own = np.empty(len(rows), np.float32)
    step = 64
    for first in range(0, len(rows), step):
        part = slice(first, first + step)
        one = Probes(probes.fingers[part], probes.fingers_here[part], probes.turns[:, part], probes.rest[:, part],
                     probes.iris_kinds[:, part], probes.faces[part])  # fmt: skip
        scores = rough_scores(one, few, first, min(first + step, len(rows)), look)
        own[part] = np.diagonal(scores)
    return own
