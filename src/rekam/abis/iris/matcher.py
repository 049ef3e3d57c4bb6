"""Two iris codes compared: normalised Hamming distance over rotations."""

import math

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_ndtr

from rekam.abis import parameters
from rekam.abis.iris.template import IrisTemplate
from rekam.abis.kernel import kernel, ones

LINES = 2 * parameters.CODE_ROWS
NOTHING = 0.5
"""Distance of codes with too little in common: no evidence either way."""


def compare_irises(a: IrisTemplate, b: IrisTemplate) -> float:
    """Normalised Hamming distance at the best of 17 rotations: 0 = equal, about 0.45 = two people."""
    turned = rotations(a)
    return float(distance(turned, b.code, b.mask, parameters.COMPARED_BITS, parameters.COMPARED_LEAST))


def rotations(template: IrisTemplate) -> NDArray[np.uint64]:
    """Code and mask turned by -8 to +8 columns: array (17, 2, 32) uint64."""
    both = np.stack([template.code, template.mask]).reshape(2, LINES, 2)
    bits = np.unpackbits(both.astype("<u8").view(np.uint8).reshape(2, LINES, 16), axis=2, bitorder="little")
    turned = [np.roll(bits, step, axis=2) for step in range(-parameters.ROTATIONS, parameters.ROTATIONS + 1)]
    packed = np.packbits(np.stack(turned), axis=3, bitorder="little")
    return np.ascontiguousarray(packed).view("<u8").astype(np.uint64).reshape(len(turned), 2, -1)


@kernel
def distance(
    turned: NDArray[np.uint64], code: NDArray[np.uint64], mask: NDArray[np.uint64], usual: float, least: int
) -> float:
    """Least normalised distance of a code to the rotations of another; 0.5 where too little is common."""
    best = 0.5
    for turn in range(len(turned)):
        differing, common = np.uint64(0), np.uint64(0)
        for word in range(len(code)):
            both = turned[turn, 1, word] & mask[word]
            differing += ones((turned[turn, 0, word] ^ code[word]) & both)
            common += ones(both)
        bits = int(common)
        if bits < least:
            continue
        raw = int(differing) / bits
        best = min(best, 0.5 - (0.5 - raw) * math.sqrt(bits / usual))
    return max(best, 0.0)


@kernel
def all_distances(
    turned: NDArray[np.uint64],
    codes: NDArray[np.uint64],
    masks: NDArray[np.uint64],
    usual: float,
    least: int,
) -> NDArray[np.float32]:
    """Distances of all pairs of codes, (n, n); what is not above the diagonal stays 0.5.

    Args:
        turned: ``rotations`` of each, (n, 17, 2, WORDS).
        codes: The codes (n, WORDS).
        masks: Their masks (n, WORDS).
        usual: Bits of a usual pair.
        least: Fewest common bits that say something.
    """
    result = np.full((len(codes), len(codes)), 0.5, np.float32)
    for one in range(len(codes)):
        for other in range(one + 1, len(codes)):
            result[one, other] = distance(turned[one], codes[other], masks[other], usual, least)
    return result


def iris_evidence(distances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-likelihood ratio that two codes are of one iris, nats; array in, array out.

    Different irises: the least of 17 draws from a normal law around 0.5 with the deviation that the degrees
    of freedom give (Daugman 2004). One iris: a normal law fitted to repeated captures.
    """
    count = 2 * parameters.ROTATIONS + 1
    deviation = 0.5 / math.sqrt(parameters.IRIS_FREEDOM)
    # Two codes further apart than chance has them say no more than chance.
    near = np.minimum(distances, parameters.IRIS_CHANCE)
    apart = (near - 0.5) / deviation
    different = math.log(count) - 0.5 * apart**2 - math.log(deviation) + (count - 1) * log_ndtr(-apart)
    mean, spread = parameters.IRIS_SAME
    # Below the mean a repeated capture is only better than usual, never less likely.
    same = -0.5 * ((np.maximum(near, mean) - mean) / spread) ** 2 - math.log(spread)
    evidence = np.clip(same - different, *parameters.IRIS_EVIDENCE_RANGE)
    return np.where(distances < NOTHING, evidence, 0.0)
