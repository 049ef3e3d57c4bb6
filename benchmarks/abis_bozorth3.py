"""Our finger matcher beside NBIS's bozorth3 on the same pictures in the same run.

    python benchmarks/abis_bozorth3.py DIR

bozorth3 gets what NBIS gives it by itself: mindtct on the picture at 500 dpi, without our cleaning.
"""

import json
import sys
import time
from itertools import combinations
from pathlib import Path

import numpy as np

from rekam.abis.evaluation.error_rate import error_rates
from rekam.abis.finger.mindtct import found_minutiae
from rekam.abis.finger.resampled import resampled
from rekam.edge.store.picture_folder import evaluate_folder, read_sets


def main() -> None:
    folder = Path(sys.argv[1])
    ours = evaluate_folder(folder, time.perf_counter)
    sets = {}
    for name, impressions in read_sets(folder).items():
        minutiae = {
            (finger, number): found_minutiae(np.clip(np.round(resampled(image)), 0, 255).astype(np.uint8))
            for finger, images in impressions.items()
            for number, image in images.items()
        }
        genuine, impostor = [], []
        for one, other in combinations(minutiae, 2):
            (genuine if one[0] == other[0] else impostor).append(minutiae[one].compare(minutiae[other]))
        rates = error_rates(np.array(genuine, float), np.array(impostor, float))
        sets[name] = {
            "eer": rates.eer,
            "fnmr_at_fmr_1pct": rates.fnmr_at_fmr_1pct,
            "fnmr_at_fmr_0_1pct": rates.fnmr_at_fmr_0_1pct,
        }
    mean = float(np.mean([row["eer"] for row in sets.values()]))
    print(json.dumps({"rekam": ours, "bozorth3": {"sets": sets, "mean_eer": mean}}, indent=1))


if __name__ == "__main__":
    main()
