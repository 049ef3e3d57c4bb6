import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from rekam.abis.evaluation.error_rate import error_rates
from rekam.abis.evaluation.protocol import Clock, Impressions, SetScores, set_scores, warm_up
from rekam.abis.finger.finder import MinutiaeFinder, by_mindtct
from rekam.problem import Problem


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What an evaluation found.

    Attributes:
        report: Rates as fractions, ready for JSON.
        scores: All scores behind it, by set.
    """

    report: dict[str, object]
    scores: Mapping[str, SetScores]


def evaluate_fingers(sets: Mapping[str, Impressions], clock: Clock) -> dict[str, object]:
    """The report of ``rekam abis evaluate --protocol fvc``: rates as fractions, ready for JSON.

    Args:
        sets: Set name -> finger -> impression -> picture.
        clock: What times are taken with, seconds.

    Raises:
        Problem: ``abis.evaluation_empty`` if a set has no genuine or no impostor pair.
    """
    return finger_outcome(sets, clock).report


def finger_outcome(
    sets: Mapping[str, Impressions], clock: Clock, finder: MinutiaeFinder = by_mindtct
) -> Outcome:
    """The same with the scores behind it, with any finder of minutiae."""
    for impressions in islice(sets.values(), 1):
        warm_up(impressions, finder)
    return outcome_of(
        {name: set_scores(impressions, clock, finder) for name, impressions in sorted(sets.items())}
    )


def outcome_of(scores: Mapping[str, SetScores]) -> Outcome:
    """The report of any protocol from its scores.

    Raises:
        Problem: ``abis.evaluation_empty`` if a set has no genuine or no impostor pair.
    """
    for name, found in scores.items():
        if not len(found.genuine) or not len(found.impostor):
            raise Problem("abis.evaluation_empty", set=name)
    if not scores:
        raise Problem("abis.evaluation_empty", set="-")
    rows = {name: _row(found) for name, found in scores.items()}
    pictures = sum(found.pictures for found in scores.values())
    pairs = sum(len(found.genuine) + len(found.impostor) for found in scores.values())
    extraction = sum(found.extraction_seconds for found in scores.values())
    comparison = sum(found.comparison_seconds for found in scores.values())
    report: dict[str, object] = {
        "sets": rows,
        "mean_eer": math.fsum(float(row["eer"]) for row in rows.values()) / len(rows),
        "ms_per_extraction": 1000 * extraction / pictures,
        "pairs_per_second": pairs / comparison if comparison > 0 else 0.0,
    }
    return Outcome(report, scores)


def _row(found: SetScores) -> dict[str, float | int]:
    rates = error_rates(found.genuine, found.impostor)
    first = {"eer_first_impressions": error_rates(found.genuine, found.first).eer} if len(found.first) else {}
    return {
        "eer": rates.eer,
        **first,
        "fnmr_at_fmr_1pct": rates.fnmr_at_fmr_1pct,
        "fnmr_at_fmr_0_1pct": rates.fnmr_at_fmr_0_1pct,
        "failures": found.failures,
        "genuine": len(found.genuine),
        "impostor": len(found.impostor),
    }
