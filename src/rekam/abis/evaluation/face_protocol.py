"""The face protocol: every pair of portraits of a set, one sub-folder a subject."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from rekam.abis.evaluation.protocol import Clock, SetScores
from rekam.abis.face.describer import FaceDescriber
from rekam.abis.face.matcher import compare_faces
from rekam.abis.face.template import FaceTemplate
from rekam.biometric import FaceImage
from rekam.problem import Problem

Portraits = Mapping[str, Iterable[Callable[[], FaceImage]]]
"""Subject -> what reads each portrait; read one by one, so that a large set fits into memory."""


def face_scores(portraits: Portraits, describer: FaceDescriber, clock: Clock) -> SetScores:
    """Describe every portrait once and compare all pairs, each unordered pair once.

    Args:
        portraits: The set.
        describer: Makes the templates.
        clock: What times are taken with, seconds; reading files is not timed.
    """
    subjects: list[str] = []
    faces: list[FaceTemplate | None] = []
    seconds = 0.0
    for subject, readers in sorted(portraits.items()):
        for read in readers:
            image = read()
            began = clock()
            faces.append(_described(describer, image))
            seconds += clock() - began
            subjects.append(subject)
    began = clock()
    scores = np.array(
        [
            [_score(one, other) for other in faces[:place]] + [0.0] * (len(faces) - place)
            for place, one in enumerate(faces)
        ]
    ).reshape(len(faces), len(faces))
    compared = clock() - began
    below = np.tri(len(faces), k=-1, dtype=np.bool_)
    same = np.array([[one == other for other in subjects] for one in subjects], np.bool_).reshape(below.shape)
    nothing: NDArray[np.float64] = np.zeros(0)
    return SetScores(
        scores[below & same],
        scores[below & ~same],
        nothing,
        sum(face is None for face in faces),
        seconds,
        compared,
        len(faces),
    )


def _described(describer: FaceDescriber, image: FaceImage) -> FaceTemplate | None:
    try:
        return describer.describe(image)
    except Problem as problem:
        if problem.code != "abis.face_not_found":
            raise
        return None  # counted as a failure to enrol, which is an error in every rate


def _score(one: FaceTemplate | None, other: FaceTemplate | None) -> float:
    distance = None if one is None or other is None else compare_faces(one, other)
    return -np.inf if distance is None else -distance
