"""Stage one: every enrolled person against the probe, roughly."""

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.finger.evidence import quick_evidence
from rekam.abis.finger.likeness import LIKENESS
from rekam.abis.finger.matcher import agreement
from rekam.abis.finger.prepared import prepared
from rekam.abis.finger.support import TOLERANCES
from rekam.abis.gallery.packed import PackedPeople
from rekam.abis.iris.matcher import distance, iris_evidence, rotations
from rekam.abis.kernel import kernel
from rekam.abis.person_template import PersonTemplate
from rekam.abis.search.columns import EYES


def swept(probe: PersonTemplate, people: PackedPeople, live: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Rough log-likelihood ratio of each row; minus infinity for rows not alive.

    Args:
        probe: Who is searched for.
        people: The gallery.
        live: Which rows are in use, (people,).
    """
    score = np.zeros(len(people))
    for position, finger in probe.fingers.items():
        form = prepared(finger)
        spans = people.spans.rows[:, position - 1]
        agreed = _finger_sweep(form.points, form.codes, people.points.rows, people.codes.rows, spans, live, LIKENESS,
                               TOLERANCES, parameters.QUICK_PAIRS, parameters.SIMILARITY_FLOOR,
                               parameters.RELAX_ROUNDS)  # fmt: skip
        score += np.where(agreed >= 0, quick_evidence(np.maximum(agreed, 0)), 0)
    score += iris_scores(probe, people, live).sum(axis=1)
    return np.where(live, score, -np.inf)


def iris_scores(probe: PersonTemplate, people: PackedPeople, live: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Log-likelihood ratio of each eye of each row, (people, 2); 0 where one side has no such iris."""
    scores = np.zeros((len(people), EYES))
    for eye, iris in probe.irises.items():
        distances = _iris_sweep(rotations(iris), people.irises.rows[:, eye - 1], live,
                                parameters.COMPARED_BITS, parameters.COMPARED_LEAST)  # fmt: skip
        scores[:, eye - 1] = np.where(distances >= 0, iris_evidence(np.maximum(distances, 0)), 0)
    return scores


@kernel
def _finger_sweep(
    points: NDArray[np.float32],
    codes: NDArray[np.uint64],
    all_points: NDArray[np.float32],
    all_codes: NDArray[np.uint64],
    spans: NDArray[np.int64],
    live: NDArray[np.bool_],
    table: NDArray[np.uint8],
    tolerances: NDArray[np.float32],
    most: int,
    floor: int,
    rounds: int,
) -> NDArray[np.float32]:
    result = np.full(len(spans), -1, np.float32)
    for row in range(len(spans)):
        first, count = spans[row, 0], spans[row, 1]
        if live[row] and count > 0:
            result[row] = agreement(points, codes, all_points[first : first + count],
                                    all_codes[first : first + count], table, tolerances,
                                    most, floor, rounds)  # fmt: skip
    return result


@kernel
def _iris_sweep(
    turned: NDArray[np.uint64], irises: NDArray[np.uint64], live: NDArray[np.bool_], usual: float, least: int
) -> NDArray[np.float64]:
    result = np.full(len(irises), -1.0)
    for row in range(len(irises)):
        if live[row] and irises[row, 1].any():
            result[row] = distance(turned, irises[row, 0], irises[row, 1], usual, least)
    return result
