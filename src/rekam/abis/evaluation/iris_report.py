"""The iris protocol: every pair of pictures of a set, one sub-folder an eye."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.evaluation.protocol import Clock, SetScores
from rekam.abis.evaluation.report import Outcome, outcome_of
from rekam.abis.iris.extractor import extract_iris
from rekam.abis.iris.matcher import all_distances, rotations
from rekam.abis.iris.template import IrisTemplate
from rekam.biometric import EyeImage
from rekam.problem import Problem

Eyes = Mapping[str, Iterable[Callable[[], EyeImage]]]
"""Eye -> what reads each of its pictures; read one by one, so that a large set fits into memory."""


def evaluate_irises(sets: Mapping[str, Eyes], clock: Clock) -> Outcome:
    """The report of ``rekam abis evaluate --protocol iris`` with the scores behind it.

    Args:
        sets: Set name -> eye -> pictures.
        clock: What times are taken with, seconds.

    Raises:
        Problem: ``abis.evaluation_empty`` if a set has no genuine or no impostor pair.
    """
    for eyes in list(sets.values())[:1]:
        _warm_up(eyes)
    return outcome_of({name: iris_scores(eyes, clock) for name, eyes in sorted(sets.items())})


def iris_scores(eyes: Eyes, clock: Clock) -> SetScores:
    """Code every picture once and compare all pairs, each unordered pair once.

    Args:
        eyes: The set.
        clock: What times are taken with, seconds; reading files is not timed.

    Returns:
        Scores, larger = more alike: distances with their sign turned. Minus infinity where a side failed to
        enrol, which is an error of a genuine pair in every rate.
    """
    whose: list[str] = []
    codes: list[IrisTemplate | None] = []
    seconds = 0.0
    for eye, readers in sorted(eyes.items()):
        for read in readers:
            image = read()
            began = clock()
            codes.append(_coded(image))
            seconds += clock() - began
            whose.append(eye)
    began = clock()
    scores = -_distances(codes)
    compared = clock() - began
    names = np.unique(np.array(whose), return_inverse=True)[1].reshape(-1)
    one, other = np.triu_indices(len(codes), 1)
    pairs, same = scores[one, other], names[one] == names[other]
    nothing: NDArray[np.float64] = np.zeros(0)
    failures = sum(code is None for code in codes)
    return SetScores(pairs[same], pairs[~same], nothing, failures, seconds, compared, len(codes))


def _distances(codes: list[IrisTemplate | None]) -> NDArray[np.float64]:
    """Distances of all pairs (n, n), the first of a pair being the row; infinite where a side has no code."""
    distances = np.full((len(codes), len(codes)), np.inf)
    coded = [code for code in codes if code is not None]
    if not coded:
        return distances
    there = np.array([code is not None for code in codes])
    turned = np.stack([rotations(code) for code in coded])
    words, masks = np.stack([code.code for code in coded]), np.stack([code.mask for code in coded])
    distances[np.ix_(there, there)] = all_distances(
        turned, words, masks, parameters.COMPARED_BITS, parameters.COMPARED_LEAST
    )
    return distances


def _coded(image: EyeImage) -> IrisTemplate | None:
    try:
        return extract_iris(image)
    except Problem as problem:
        if problem.code != "abis.iris_not_found":
            raise
        return None  # counted as a failure to enrol


def _warm_up(eyes: Eyes) -> None:
    """Code and compare once, so that compiling the kernels is not timed."""
    readers = [read for pictures in eyes.values() for read in pictures][:1]
    _distances([_coded(read()) for read in readers])
