"""Every enrolled person's finger codes against a batch of probes."""

import numpy as np
from numpy.typing import NDArray

from rekam.abis.code.parameters import CODE_WORDS
from rekam.abis.kernel import kernel
from rekam.abis.search.lanes import differing_bits


@kernel
def finger_scan(
    codes: NDArray[np.uint64],
    here: NDArray[np.bool_],
    order: NDArray[np.int64],
    table: NDArray[np.float32],
    column: NDArray[np.uint64],
    scores: NDArray[np.float32],
) -> None:
    """Add the evidence of all fingers to the scores of all rows; fingers that one side lacks say nothing.

    Args:
        codes: Of each probe, (probes, 10, CODE_WORDS).
        here: Which fingers each probe has, (probes, 10).
        order: Place of the enrolled finger that each finger of a probe is compared with, (10,).
        table: Evidence by differing bits, nats.
        column: Codes of the enrolled, (rows, 10, CODE_WORDS); all zero = no such finger.
        scores: Sum so far, (probes, rows); changed in place.
    """
    fingers = column.shape[1]
    enrolled = np.empty(fingers, np.bool_)
    for row in range(len(column)):
        for finger in range(fingers):
            enrolled[finger] = _any(column[row, finger])
        for probe in range(len(codes)):
            total = np.float32(0)
            for finger in range(fingers):
                other = order[finger]
                if here[probe, finger] and enrolled[other]:
                    bits = differing_bits(codes, (probe * fingers + finger) * CODE_WORDS,
                                          column, (row * fingers + other) * CODE_WORDS)  # fmt: skip
                    total += table[bits]
            scores[probe, row] += total


@kernel
def mixed_finger_scan(
    codes: NDArray[np.uint64],
    here: NDArray[np.bool_],
    table: NDArray[np.float32],
    column: NDArray[np.uint64],
    charge: float,
    scores: NDArray[np.float32],
) -> None:
    """The same with each finger of a probe compared with every enrolled finger and the best one counted.

    Ten times the work, and the choice among ten is charged for: ``charge`` nats a finger.
    """
    fingers = column.shape[1]
    enrolled = np.empty(fingers, np.bool_)
    for row in range(len(column)):
        for finger in range(fingers):
            enrolled[finger] = _any(column[row, finger])
        for probe in range(len(codes)):
            total = np.float32(0)
            for finger in range(fingers):
                if not here[probe, finger]:
                    continue
                best, found = np.float32(0), False
                for other in range(fingers):
                    if not enrolled[other]:
                        continue
                    bits = differing_bits(codes, (probe * fingers + finger) * CODE_WORDS,
                                          column, (row * fingers + other) * CODE_WORDS)  # fmt: skip
                    value = table[bits] - np.float32(charge)
                    best = value if not found else max(best, value)
                    found = True
                total += best
            scores[probe, row] += total


@kernel
def _any(code: NDArray[np.uint64]) -> bool:
    seen = np.uint64(0)
    for word in range(len(code)):
        seen |= code[word]
    return bool(seen != 0)
