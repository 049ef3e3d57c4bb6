"""Does the quality of two prints make their score a better log-likelihood ratio? Each set left out of its own fit.

    python benchmarks/abis_calibration.py ../shared/data/fvc2002

For several inputs a line is fitted by logistic regression on three sets and measured on the fourth: EER and Cllr
(Brummer and du Preez 2006; 0 = perfect, 1 = says nothing), means over the sets. ``as is`` is the engine's own ratio,
which was fitted on all four.
"""

import json
import sys
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from rekam.abis import extract_finger, finger_quality
from rekam.abis.evaluation.error_rate import error_rates
from rekam.abis.finger.comparison import _measured
from rekam.abis.finger.evidence import FINGER_EVIDENCE, finger_evidence
from rekam.abis.finger.prepared import prepared
from rekam.abis.parameters import EVIDENCE_SHARED_LEAST
from rekam.biometric import FingerImage
from rekam.edge.store.picture_folder import read_sets
from rekam.problem import Problem

WEIGHT_OF_SLOPES = 1e-3
"""Ridge penalty, as for the engine's own line."""


Floats = NDArray[np.float64]
Marks = NDArray[np.bool_]


def quality(image: FingerImage) -> float:
    try:
        return finger_quality(image) / 100
    except Problem:
        return 0.0


def compared(impressions: Mapping[int, Mapping[int, FingerImage]]) -> tuple[Floats, Marks]:
    """Inputs and classes of every pair of a set."""
    prints = [
        (finger, prepared(extract_finger(image)), quality(image))
        for finger, numbers in sorted(impressions.items())
        for _, image in sorted(numbers.items())
    ]
    rows, same = [], []
    for (finger, one, q), (other_finger, other, r) in combinations(prints, 2):
        measures = _measured(one, other)[0]
        shared = max((measures[5] + measures[6]) / 2, EVIDENCE_SHARED_LEAST)
        pairs, weight = measures[0], measures[1]
        five = (weight**2 / shared, weight / shared, measures[2] / max(pairs, 1), np.sqrt(measures[3]),
                np.log1p(max(shared - pairs, 0)))  # fmt: skip
        rows.append([finger_evidence(measures, FINGER_EVIDENCE), min(q, r), np.sqrt(q * r), *five, measures[8],
                     np.log1p(measures[7])])  # fmt: skip
        same.append(finger == other_finger)
    return np.array(rows, np.float64), np.array(same)


INPUTS = {
    "score": [0],
    "score and NFIQ 2": [0, 1, 2],
    "five measures": [3, 4, 5, 6, 7],
    "five measures and NFIQ 2": [3, 4, 5, 6, 7, 1, 2],
    "five measures and flow": [3, 4, 5, 6, 7, 8, 9],
    "five measures, flow and NFIQ 2": [3, 4, 5, 6, 7, 8, 9, 1],
}


def fitted(inputs: Floats, same: Marks) -> Callable[[Floats], Floats]:
    """Logistic regression, both classes weighing the same; a function from inputs to nats."""
    middle, width = inputs.mean(axis=0), inputs.std(axis=0) + 1e-9
    scaled = (inputs - middle) / width
    weight = np.where(same, 0.5 / same.sum(), 0.5 / (~same).sum())
    sign = np.where(same, 1.0, -1.0)

    def cost(line: Floats) -> tuple[float, Floats]:
        value = sign * (scaled @ line[:-1] + line[-1])
        slope = -weight * sign / (1 + np.exp(value))
        penalty = WEIGHT_OF_SLOPES * line[:-1]
        return weight @ np.logaddexp(0, -value) + penalty @ line[:-1] / 2, np.append(
            scaled.T @ slope + penalty, slope.sum()
        )

    line = minimize(cost, np.zeros(inputs.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return lambda new: ((new - middle) / width) @ line[:-1] + line[-1]


def measured(ratio: Floats, same: Marks) -> tuple[float, float]:
    cost = (np.logaddexp(0, -ratio[same]).mean() + np.logaddexp(0, ratio[~same]).mean()) / (2 * np.log(2))
    return error_rates(ratio[same], ratio[~same]).eer, cost


def main() -> None:
    sets = {name: compared(impressions) for name, impressions in sorted(read_sets(Path(sys.argv[1])).items())}
    report = {"as is": [measured(rows[:, 0], same) for rows, same in sets.values()]}
    for title, columns in INPUTS.items():
        report[title] = []
        for name, (rows, same) in sets.items():
            others = [found for other, found in sets.items() if other != name]
            line = fitted(np.concatenate([found[0][:, columns] for found in others]),
                          np.concatenate([found[1] for found in others]))  # fmt: skip
            report[title].append(measured(line(rows[:, columns]), same))
    means = {title: np.mean(found, axis=0) for title, found in report.items()}
    print(
        json.dumps({title: {"eer": found[0], "cllr": found[1]} for title, found in means.items()}, indent=1)
    )


if __name__ == "__main__":
    main()
