"""Random bits with a memory, by the word."""

import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel, ones

_MIX_A, _MIX_B, _STEP = (
    np.uint64(0xBF58476D1CE4E5B9),
    np.uint64(0x94D049BB133111EB),
    np.uint64(0x9E3779B97F4A7C15),
)


def flip_share(bits: int, freedom: float) -> float:
    """How often neighbouring bits differ in a code whose comparison has so many degrees of freedom.

    The agreement of two chains with correlation r between neighbours is a chain with r squared, so its mean over
    n bits spreads as that of n (1 - r^2) / (1 + r^2) fair coins.
    """
    loss = bits / freedom
    return (1 - math.sqrt((loss - 1) / (loss + 1))) / 2


@kernel
def drawn_word(state: NDArray[np.uint64]) -> np.uint64:
    """The next 64 fair bits (splitmix64, Steele, Lea and Flood 2014); ``state`` (1,) moves on."""
    state[0] += _STEP
    mixed = state[0]
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _MIX_A
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _MIX_B
    return np.uint64(mixed ^ (mixed >> np.uint64(31)))


@kernel
def rare_word(state: NDArray[np.uint64], share: int) -> np.uint64:
    """64 bits, each set in ``share`` of 256 cases."""
    word = np.uint64(0)
    for place in range(8):
        drawn = drawn_word(state)
        word = (word | drawn) if (share >> place) & 1 else (word & drawn)
    return word


@kernel
def chain(state: NDArray[np.uint64], share: int, line: NDArray[np.uint64]) -> None:
    """Fill a line of words with a chain of bits, neighbours differing in ``share`` of 256 cases."""
    before = drawn_word(state) & np.uint64(1)
    for word in range(len(line)):
        bits = rare_word(state, share)
        for step in range(6):
            bits ^= bits << np.uint64(1 << step)  # each bit becomes the parity of all flips up to it
        line[word] = ~bits if before else bits
        before = line[word] >> np.uint64(63)


@kernel
def about_normal(state: NDArray[np.uint64]) -> int:
    """A whole number, mean 0 and deviation 32: set bits of a word, times eight."""
    return 8 * (int(ones(drawn_word(state))) - 32)
