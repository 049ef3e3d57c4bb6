"""How fast this machine reads memory, and how near a single probe comes to that."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel


@kernel
def _read(words: NDArray[np.uint64]) -> np.uint64:
    a, b, c, d = np.uint64(0), np.uint64(0), np.uint64(0), np.uint64(0)
    for place in range(0, len(words) - 3, 4):
        a ^= words[place]
        b ^= words[place + 1]
        c ^= words[place + 2]
        d ^= words[place + 3]
    return a ^ b ^ c ^ d


def read_rate(array: NDArray[np.uint64], threads: int) -> float:
    """Bytes a second that the threads read together, doing next to nothing with them."""
    words = array.reshape(-1)
    parts = np.array_split(words, threads)
    _read(words[:8])
    with ThreadPoolExecutor(threads) as pool:
        return array.nbytes / shortest(lambda: list(pool.map(_read, parts)))


def shortest(work: Callable[[], object], times: int = 3) -> float:
    """Seconds of the quickest of a few runs: the one that other work on the machine disturbed least."""
    taken = []
    for _ in range(times):
        began = perf_counter()
        work()
        taken.append(perf_counter() - began)
    return min(taken)
