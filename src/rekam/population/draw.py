"""Random streams and draws that depend on the seed and the place alone."""

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def stream(seed: int, place: str, purpose: str) -> np.random.Generator:
    """A random stream of its own for a place and a purpose.

    Any village can so be drawn alone, and drawing one thing more changes no other.
    """
    return np.random.default_rng([seed, zlib.crc32(place.encode()), zlib.crc32(purpose.encode())])


class Pool:
    """Words with weights, to draw from.

    Args:
        words: The words.
        weights: One a word, above 0.
    """

    def __init__(self, words: Sequence[str], weights: Sequence[float]) -> None:
        self.words = np.array(words, dtype=object)
        self._edges = np.cumsum(np.asarray(weights, dtype=np.float64))
        self._edges /= self._edges[-1]

    def draw(self, rng: np.random.Generator, count: int) -> NDArray[np.object_]:
        """(count,) words."""
        drawn: NDArray[np.object_] = self.words[self.indices(rng, count)]
        return drawn

    def indices(self, rng: np.random.Generator, count: int) -> NDArray[np.int64]:
        """(count,) indices of words."""
        return np.minimum(np.searchsorted(self._edges, rng.random(count), side="right"), len(self.words) - 1)


def even(words: Sequence[str]) -> Pool:
    """A pool in which every word weighs the same."""
    return Pool(words, [1.0] * len(words))


def ranked(words: Sequence[str]) -> Pool:
    """A pool in which words weigh less the later they come (one over rank plus nine)."""
    return Pool(words, [1.0 / (rank + 10) for rank in range(len(words))])


def running_number(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """(n,) how many equal keys came before each, from 0."""
    order = np.argsort(keys, kind="stable")
    sorted_keys = keys[order]
    begins = (
        np.flatnonzero(np.r_[True, sorted_keys[1:] != sorted_keys[:-1]]) if len(keys) else np.array([], int)
    )
    lengths = np.diff(np.r_[begins, len(keys)])
    number = np.empty(len(keys), dtype=np.int64)
    number[order] = np.arange(len(keys)) - np.repeat(begins, lengths)
    return number
