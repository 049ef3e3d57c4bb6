import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.kernel import kernel

FINGER_EVIDENCE = np.array(
    [
        *parameters.EVIDENCE_WEIGHTS,
        parameters.EVIDENCE_BIAS,
        parameters.EVIDENCE_SHARED_LEAST,
    ],
    np.float32,
)
"""Five weights, bias, least shared minutiae."""


@kernel
def finger_evidence(measures: NDArray[np.float32], line: NDArray[np.float32]) -> float:
    """What the measures of a comparison say: the log of how much likelier one finger is than two, nats.

    Args:
        measures: As in ``MEASURES``.
        line: ``FINGER_EVIDENCE``.
    """
    pairs, weight, likeness, agreement = measures[0], measures[1], measures[2], measures[3]
    shared = max((measures[5] + measures[6]) / 2, line[6])
    value = line[5]
    value += line[0] * weight * weight / shared
    value += line[1] * weight / shared
    value += line[2] * likeness / max(pairs, np.float32(1))
    value += line[3] * math.sqrt(agreement)
    value += line[4] * math.log(1 + max(shared - pairs, np.float32(0)))
    return float(value)


def counted(score: float) -> float:
    """What one finger's log-likelihood ratio may count among others, nats."""
    least, most = parameters.EVIDENCE_RANGE
    return min(max(score, least), most)


def quick_evidence(agreement: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same from the first stage's agreement, coarse; array in, array out."""
    slope, bias = parameters.QUICK_EVIDENCE
    value = bias + slope * np.sqrt(agreement)
    return np.clip(value, parameters.EVIDENCE_RANGE[0], parameters.QUICK_CEILING).astype(np.float32)
