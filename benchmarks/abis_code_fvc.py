"""What the finger codes of stage one miss on real fingers: EER of one code, and people of four fingers.

    python benchmarks/abis_code_fvc.py FOLDER

FOLDER holds one folder a set in FVC's layout. A person is a finger of each set. There are only ten such people, so
the scores of their fingers are also drawn independently, a million genuine and four million impostor people; fingers
of a real hand are less independent than that.
"""

import argparse
import json
from itertools import combinations
from pathlib import Path

import numpy as np

from rekam.abis import extract_finger
from rekam.abis.code.finger_code import finger_code
from rekam.abis.code.parameters import CODE_BITS
from rekam.abis.evaluation.error_rate import error_rates
from rekam.abis.finger.prepared import prepared
from rekam.abis.search.evidence import finger_table
from rekam.edge.store.picture_folder import read_sets

SHARES = (1e-2, 1e-3, 3e-4, 1e-4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    dice = np.random.default_rng(1)
    sets, genuine, impostor = {}, {}, {}
    for name, impressions in read_sets(parser.parse_args().folder).items():
        codes = {
            (finger, number): finger_code(prepared(extract_finger(image)).points)
            for finger, images in impressions.items()
            for number, image in images.items()
        }
        pairs = [
            (one[0] == other[0], int(np.bitwise_count(codes[one] ^ codes[other]).sum()))
            for one, other in combinations(codes, 2)
        ]
        same = np.array([kind for kind, _ in pairs])
        bits = np.array([count for _, count in pairs])
        agreement = 1 - 2 * bits / CODE_BITS
        rates = error_rates(agreement[same], agreement[~same])
        sets[name] = {"eer_percent": 100 * rates.eer, "fnmr_at_fmr_1_percent": 100 * rates.fnmr_at_fmr_1pct}
        genuine[name], impostor[name] = finger_table()[bits[same]], finger_table()[bits[~same]]
    mean = float(np.mean([one["eer_percent"] for one in sets.values()]))
    same = sum(dice.choice(scores, 1_000_000) for scores in genuine.values())
    other = sum(dice.choice(scores, 4_000_000) for scores in impostor.values())
    missed = {share: float(np.mean(same < np.quantile(other, 1 - share))) for share in SHARES}
    report = {
        "sets": sets,
        "mean_eer_percent": mean,
        "fingers_a_person": len(sets),
        "missed_by_share_kept": missed,
    }
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
