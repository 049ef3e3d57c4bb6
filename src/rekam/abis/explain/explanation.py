"""Two people's samples compared item by item, each with its weight and its picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rekam.abis.explain.aligned_prints import aligned_prints
from rekam.abis.explain.canvas import Picture, png
from rekam.abis.explain.masked_iris import masked_iris
from rekam.abis.finger.evidence import counted
from rekam.abis.fusion import part_name
from rekam.abis.iris.extractor import extract_iris
from rekam.abis.iris.matcher import compare_irises, iris_evidence
from rekam.biometric import EyeImage, FingerImage, FingerPosition, Sample
from rekam.biometric.picture import decode_grey
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class ExplainedItem:
    """One finger or eye that both people gave.

    Attributes:
        evidence: Log-likelihood ratio that it is of one person, nats; ``None`` if it could not be compared.
        picture: PNG: prints laid on each other, or both eyes with their masks; empty if there is none.
        measures: Numbers behind it: ``pairs`` of a finger; ``distance`` and ``compared_left``,
            ``compared_right`` (shares of the iris) of an eye.
        problem: Why it could not be compared.
    """

    evidence: float | None
    picture: bytes = b""
    measures: Mapping[str, float] | None = None
    problem: Problem | None = None


def explain(one: Sequence[Sample], other: Sequence[Sample]) -> dict[str, ExplainedItem]:
    """Every finger and eye that both gave, by name: ``right_index``, ``iris_left``.

    Weights are those of a search, so that their sum is its score.
    """
    # An eye and a finger may have the same number, so the modality is asked too.
    others = {(sample.modality, sample.place): sample for sample in other}
    explained: dict[str, ExplainedItem] = {}
    for sample in one:
        place, match = sample.place, others.get((sample.modality, sample.place))
        if place is None or match is None:
            continue
        name = part_name(place)
        try:
            first, second = decode_grey(sample.content), decode_grey(match.content)
            explained[name] = (
                _finger(FingerImage(place, first), FingerImage(place, second))
                if isinstance(place, FingerPosition)
                else _iris(EyeImage(place, first), EyeImage(place, second))
            )
        except Problem as problem:
            explained[name] = ExplainedItem(None, problem=problem)
    return explained


def _finger(one: FingerImage, other: FingerImage) -> ExplainedItem:
    picture, compared = aligned_prints(one, other)
    measures = {"pairs": float(len(compared.pairs)), "raw": compared.score}
    return ExplainedItem(counted(compared.score), png(picture), measures)


def _iris(one: EyeImage, other: EyeImage) -> ExplainedItem:
    distance = compare_irises(extract_iris(one), extract_iris(other))
    (left, left_share), (right, right_share) = masked_iris(one), masked_iris(other)
    measures = {"distance": distance, "compared_left": left_share, "compared_right": right_share}
    evidence = float(iris_evidence(np.array([distance]))[0])
    return ExplainedItem(evidence, png(_beside(left, right)), measures)


def _beside(left: Picture, right: Picture) -> Picture:
    height = max(len(left), len(right))
    sides = [
        np.pad(side, ((0, height - len(side)), (0, 0), (0, 0)), constant_values=255) for side in (left, right)
    ]
    return np.concatenate(sides, axis=1)
