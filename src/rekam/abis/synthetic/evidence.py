"""Scores of a search among synthetic people: those of the same person, and a bound for all the others."""

import math

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from rekam.abis import parameters as engine
from rekam.abis.face import parameters as face
from rekam.abis.iris.matcher import iris_evidence
from rekam.abis.search.columns import EYES, FINGERS
from rekam.abis.synthetic import parameters as p
from rekam.abis.synthetic.captures import face_nearness, finger_fortunes, iris_fortunes

Draws = NDArray[np.float64]
_DRAWS = 300_000
"""Draws behind each mean of the bound."""
_PAIRS = 49_920
"""Impostor pairs behind ``FINGER_OTHER_EVIDENCE``."""


def face_line() -> tuple[float, float]:
    """Log-likelihood ratio of synthetic faces a unit of cosine, and at cosine 0, as far as it is trusted."""
    near = face_nearness()
    return face.TRUST * near / p.FACE_SPREAD**2, -face.TRUST * near**2 / (2 * p.FACE_SPREAD**2)


def same_people(count: int, dice: np.random.Generator) -> tuple[Draws, Draws]:
    """Fused evidence of stage two for so many people who come again: all items, and ten fingers alone, nats."""
    _, precise = finger_fortunes(count, dice)
    irises = iris_evidence(iris_fortunes(count, dice)).sum(axis=1)
    slope, bias = face_line()
    cosine = face_nearness() + p.FACE_SPREAD * dice.standard_normal(count)
    faces = np.clip(bias + slope * cosine, *face.EVIDENCE_RANGE)
    fingers = precise.sum(axis=1)
    return fingers + irises + faces, fingers


def safe_threshold(fpir: float, people: int, dice: np.random.Generator, *, irises: bool = True) -> float:
    """Evidence at which at most a share ``fpir`` of searches of new people show anybody, if items are independent.

    Chernoff's bound on one stranger times the number of strangers: no simulation reaches one in a thousand million.
    What FVC2002's impostor pairs cannot show is assumed at its worst: 3 of as many pairs (the 95 % limit for
    something never seen) get the most that a finger may count.
    """
    finger = np.interp(dice.random(_DRAWS), p.FINGER_OTHER_AT, p.FINGER_OTHER_EVIDENCE)
    unseen = 3 / _PAIRS
    spread = 0.5 / math.sqrt(engine.IRIS_FREEDOM)
    turns = 2 * engine.ROTATIONS + 1
    # The least of so many draws, by the inverse of its distribution.
    nearest = 0.5 + spread * ndtri(-np.expm1(np.log1p(-dice.random(_DRAWS)) / turns))
    iris = iris_evidence(nearest)
    needed = []
    for tilt in np.linspace(0.1, 1.5, 57):
        one_finger = (1 - unseen) * np.mean(np.exp(tilt * finger)) + unseen * math.exp(
            tilt * engine.EVIDENCE_RANGE[1]
        )
        total = FINGERS * math.log(one_finger) + math.log(people / fpir)
        if irises:
            total += EYES * math.log(np.mean(np.exp(tilt * iris))) + tilt * face.EVIDENCE_RANGE[1]
        needed.append(total / tilt)
    return float(min(needed))
