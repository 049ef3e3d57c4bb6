import math
from collections.abc import Mapping
from itertools import islice

from rekam.abis.evaluation.error_rate import error_rates
from rekam.abis.evaluation.protocol import Clock, Impressions, SetScores, set_scores, warm_up
from rekam.problem import Problem


def evaluate_fingers(sets: Mapping[str, Impressions], clock: Clock) -> dict[str, object]:
    """The report of ``rekam abis evaluate --protocol fvc``: rates as fractions, ready for JSON.

    Args:
        sets: Set name -> finger -> impression -> picture.
        clock: What times are taken with, seconds.

    Raises:
        Problem: ``abis.evaluation_empty`` if a set has no genuine or no impostor pair.
    """
    for impressions in islice(sets.values(), 1):
        warm_up(impressions)
    scores = {name: set_scores(impressions, clock) for name, impressions in sorted(sets.items())}
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
    return {
        "sets": rows,
        "mean_eer": math.fsum(float(row["eer"]) for row in rows.values()) / len(rows),
        "ms_per_extraction": 1000 * extraction / pictures,
        "pairs_per_second": pairs / comparison if comparison > 0 else 0.0,
    }


def _row(found: SetScores) -> dict[str, float | int]:
    rates = error_rates(found.genuine, found.impostor)
    return {
        "eer": rates.eer,
        "eer_first_impressions": error_rates(found.genuine, found.first).eer,
        "fnmr_at_fmr_1pct": rates.fnmr_at_fmr_1pct,
        "fnmr_at_fmr_0_1pct": rates.fnmr_at_fmr_0_1pct,
        "failures": found.failures,
        "genuine": len(found.genuine),
        "impostor": len(found.impostor),
    }
