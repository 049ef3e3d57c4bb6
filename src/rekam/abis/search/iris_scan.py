"""Every enrolled iris against a batch of probes over all turns."""

import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis.iris.code import WORDS
from rekam.abis.kernel import kernel
from rekam.abis.search.lanes import (
    LANES,
    hasty_against_shared,
    hasty_against_tile,
    patient_against_shared,
    patient_against_tile,
)
from rekam.abis.search.side_by_side import side_by_side

_OUT_OF_REACH = np.float32(1e9)
"""Squared strength that nothing has."""


@kernel
def iris_scan(
    turns: NDArray[np.uint64],
    rest: NDArray[np.int64],
    kinds: NDArray[np.uint8],
    line: NDArray[np.float32],
    table: NDArray[np.float32],
    cuts: NDArray[np.float32],
    column: NDArray[np.uint64],
    hasty: bool,
    scores: NDArray[np.float32],
) -> None:
    """Add the evidence of one eye to the scores of all rows.

    Hasty, a comparison is left as soon as the row cannot reach the least total any more. For a fixed number of
    differing bits the strength only grows with the common bits, so the strength with all bits to come common and
    equal is a bound; rows that reach the least total get the same score to the last bit.

    Args:
        turns: Code and mask of each probe at each turn, (probes, turns, 2, WORDS).
        rest: Mask bits still to come after each check of a turn, (probes, turns, checks).
        kinds: Of each probe, (probes,): 0 = no such iris, 1 = any masks, 2 = the two phase bits of each place share
            theirs.
        line: Least common bits; squared strength below which an iris is apart; steps of the table a unit of
            strength; evidence of irises apart; the most that an iris can count; what a row must have after this eye
            to be able to reach the least total; steps of ``cuts`` a nat.
        table: Evidence by strength, nats.
        cuts: Squared strength that gives at least an evidence, by evidence above that of irises apart.
        column: Code and mask of each enrolled iris, (rows, 2, WORDS); an empty mask = no such iris.
        hasty: Whether comparisons may be left.
        scores: Sum so far, (probes, rows); changed in place.
    """
    # Vectors of 64 bytes are read fastest where 64 divides their place.
    room = np.zeros(2 * WORDS * LANES + LANES, np.uint64)
    start = (-room.ctypes.data % 64) // 8
    tile = room[start : start + 2 * WORDS * LANES].reshape(2 * WORDS, LANES)
    best, wanted = np.zeros(LANES, np.float32), np.zeros(LANES, np.float32)
    here = np.zeros(LANES, np.uint64)
    for first in range(0, len(column), LANES):
        laid, even = False, False
        for probe in range(len(turns)):
            sums = scores[probe, first : first + LANES]
            if kinds[probe] == 0 or (hasty and not _worth_a_look(sums, line, cuts, wanted)):
                continue
            if not laid:
                even, laid = side_by_side(column, first, tile, here), True
            _best_of_turns(tile, turns, probe, rest, line[0], wanted, hasty, even and kinds[probe] == 2, best)
            for lane in range(len(sums)):
                if here[lane] != 0 and best[lane] < line[1]:
                    sums[lane] += line[3]
                elif here[lane] != 0:
                    sums[lane] += table[int(math.sqrt(best[lane]) * line[2])]


@kernel
def _worth_a_look(
    sums: NDArray[np.float32],
    line: NDArray[np.float32],
    cuts: NDArray[np.float32],
    wanted: NDArray[np.float32],
) -> bool:
    """Whether any of the rows can reach the least total with this eye; ``wanted`` = the strength it takes."""
    _, cut, _, apart, top, needed, nat = line
    wanted[:] = _OUT_OF_REACH
    hopeful = False
    for lane in range(len(sums)):
        missing = needed - sums[lane]
        if missing <= top:
            hopeful = True
            wanted[lane] = max(cut, cuts[int(max(missing - apart, np.float32(0)) * nat)])
    return hopeful


@kernel
def _best_of_turns(
    tile: NDArray[np.uint64],
    turns: NDArray[np.uint64],
    probe: int,
    rest: NDArray[np.int64],
    least: float,
    wanted: NDArray[np.float32],
    hasty: bool,
    shared: bool,
    best: NDArray[np.float32],
) -> None:
    """Squared strength of eight rows at the best turn of a probe, into ``best``."""
    best[:] = np.float32(0)
    for place in range(probe * turns.shape[1], (probe + 1) * turns.shape[1]):
        if hasty and shared:
            hasty_against_shared(tile, turns, place, rest, least, wanted, best)
        elif hasty:
            hasty_against_tile(tile, turns, place, rest, least, wanted, best)
        elif shared:
            patient_against_shared(tile, turns, place, rest, least, wanted, best)
        else:
            patient_against_tile(tile, turns, place, rest, least, wanted, best)
