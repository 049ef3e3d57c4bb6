"""The fingerprint verification protocol: every pair of impressions of a set."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rekam.abis.finger.comparison import prepared_evidence
from rekam.abis.finger.extractor import extract_finger
from rekam.abis.finger.finder import MinutiaeFinder, by_mindtct
from rekam.abis.finger.prepared import PreparedFinger, prepared
from rekam.biometric import FingerImage
from rekam.problem import Problem

Impressions = Mapping[int, Mapping[int, FingerImage]]
"""Finger number -> impression number -> picture."""
Clock = Callable[[], float]
"""Seconds from any start, for example ``time.perf_counter``."""


@dataclass(frozen=True, slots=True, eq=False)
class SetScores:
    """All scores of one set.

    Attributes:
        genuine: Scores of pairs of one finger; minus infinity where a side failed to enrol.
        impostor: Scores of pairs of two fingers; minus infinity likewise, which counts as refused.
        first: Those of them that compare the first impressions of their fingers (FVC's own impostor pairs).
        failures: Pictures that failed to enrol.
        extraction_seconds: For all pictures together.
        comparison_seconds: For all pairs together.
        pictures: How many pictures there are.
    """

    genuine: NDArray[np.float64]
    impostor: NDArray[np.float64]
    first: NDArray[np.float64]
    failures: int
    extraction_seconds: float
    comparison_seconds: float
    pictures: int


def set_scores(impressions: Impressions, clock: Clock, finder: MinutiaeFinder = by_mindtct) -> SetScores:
    """Extract every picture once and compare all pairs.

    Of two impressions of one finger, and of two fingers, each unordered pair counts once; eight impressions of
    ten fingers make 280 genuine and 2,880 impostor pairs.

    Args:
        impressions: The set.
        clock: What times are taken with.
        finder: What finds minutiae.
    """
    began = clock()
    enrolled = {
        (finger, number): _enrolled(image, finder)
        for finger, images in sorted(impressions.items())
        for number, image in sorted(images.items())
    }
    extracted = clock()
    genuine: list[float] = []
    impostor: list[float] = []
    first: list[float] = []
    for one, other in combinations(enrolled, 2):
        score = _score(enrolled[one], enrolled[other])
        (genuine if one[0] == other[0] else impostor).append(score)
        if (
            one[0] != other[0]
            and one[1] == min(impressions[one[0]])
            and other[1] == min(impressions[other[0]])
        ):
            first.append(score)
    return SetScores(
        np.array(genuine),
        np.array(impostor),
        np.array(first),
        sum(finger is None for finger in enrolled.values()),
        extracted - began,
        clock() - extracted,
        len(enrolled),
    )


def warm_up(impressions: Impressions, finder: MinutiaeFinder = by_mindtct) -> None:
    """Extract and compare once, so that compiling the kernels is not timed."""
    images = [image for numbers in impressions.values() for image in numbers.values()]
    finger = _enrolled(images[0], finder) if images else None
    _score(finger, finger)


def _enrolled(image: FingerImage, finder: MinutiaeFinder) -> PreparedFinger | None:
    try:
        return prepared(extract_finger(image, finder))
    except Problem:
        return None  # counted as a failure to enrol, which is an error in every rate


def _score(one: PreparedFinger | None, other: PreparedFinger | None) -> float:
    return -np.inf if one is None or other is None else prepared_evidence(one, other)
