import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel


@kernel
def closed_path(gain: NDArray[np.float32], toll: float, reach: int) -> NDArray[np.int64]:
    """The path around an eye that gathers most, by dynamic programming (Viterbi).

    The path is followed twice around and its middle turn taken, so that its ends meet.

    Args:
        gain: What each place gives, (columns, places).
        toll: What a step of one place between neighbouring columns costs.
        reach: Most places stepped between neighbours.

    Returns:
        The place in each column, (columns,).
    """
    columns, places = gain.shape
    best, now = np.zeros(places, np.float32), np.empty(places, np.float32)
    came = np.zeros((2 * columns, places), np.int16)
    for turn in range(2 * columns):
        for place in range(places):
            most, source = np.float32(-1e9), place
            for other in range(max(0, place - reach), min(places, place + reach + 1)):
                value = best[other] - np.float32(toll * abs(other - place))
                if value > most:
                    most, source = value, other
            now[place] = most + gain[turn % columns, place]
            came[turn, place] = source
        best[:] = now
    here = 0
    for place in range(places):
        if best[place] > best[here]:
            here = place
    path = np.empty(columns, np.int64)
    first = columns // 2
    for turn in range(2 * columns - 1, first - 1, -1):
        if turn < first + columns:
            path[turn % columns] = here
        here = came[turn, here]
    return path
