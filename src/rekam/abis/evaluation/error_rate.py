from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.abis.evaluation.curve import error_curve


@dataclass(frozen=True, slots=True)
class ErrorRates:
    """Error rates of one set, as fractions.

    Attributes:
        eer: Where as many genuine pairs are missed as impostor pairs pass.
        fnmr_at_fmr_1pct: Genuine pairs missed at the threshold that at most 1 % of the impostors pass.
        fnmr_at_fmr_0_1pct: The same for 0.1 %.
    """

    eer: float
    fnmr_at_fmr_1pct: float
    fnmr_at_fmr_0_1pct: float


def error_rates(genuine: NDArray[np.float64], impostor: NDArray[np.float64]) -> ErrorRates:
    """Error rates from the scores of genuine and impostor pairs, larger = more alike.

    A pair passes a threshold if its score is at or above it. Minus infinity is a failure: it passes none.
    Between two thresholds the curves are steps; the EER is the mean of the two rates where they are nearest,
    as in FVC2002 (Maio et al. 2002).

    Args:
        genuine: Scores (n,), n > 0.
        impostor: Scores (m,), m > 0.
    """
    curve = error_curve(genuine, impostor)
    missed, passed = curve.missed, curve.passed
    nearest = int(np.argmin(np.abs(missed - passed)))

    def missed_at(share: float) -> float:
        return float(missed[np.argmax(passed <= share)])

    return ErrorRates(float((missed[nearest] + passed[nearest]) / 2), missed_at(0.01), missed_at(0.001))
