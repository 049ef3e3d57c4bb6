from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class ErrorCurve:
    """The two error rates of a set over all thresholds (ISO/IEC 19795-1 detection error trade-off).

    Attributes:
        passed: Share of impostor pairs that pass (FMR), array (n,), never growing.
        missed: Share of genuine pairs that are missed (FNMR), array (n,), never falling.
    """

    passed: NDArray[np.float64]
    missed: NDArray[np.float64]


def error_curve(genuine: NDArray[np.float64], impostor: NDArray[np.float64]) -> ErrorCurve:
    """Both rates at every threshold at which one of them changes; a failure (minus infinity) passes nowhere.

    Args:
        genuine: Scores (n,), n > 0, larger = more alike.
        impostor: Scores (m,), m > 0.
    """
    genuine, impostor = np.sort(genuine), np.sort(impostor)
    thresholds = np.unique(np.concatenate([genuine, impostor, [np.inf]]))
    thresholds = thresholds[thresholds > -np.inf]
    missed = np.searchsorted(genuine, thresholds, "left") / len(genuine)
    passed = (len(impostor) - np.searchsorted(impostor, thresholds, "left")) / len(impostor)
    return ErrorCurve(passed, missed)
