"""What does packing prints as WSQ cost in matching? ``python benchmarks/wsq_rate.py FOLDER`` (FVC layout).

Every picture is packed as the station packs it (0.75 bit a pixel, the rate of the FBI's specification), unpacked and
matched as in ``rekam abis evaluate``. Beside each difference stands the range that chance gives it: pairs are drawn
anew 1,000 times, the same for both (paired bootstrap, 95 %).
"""

import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import numpy as np

from rekam.abis.evaluation.error_rate import error_rates
from rekam.abis.evaluation.protocol import Impressions, SetScores, set_scores
from rekam.biometric import FingerImage, picture
from rekam.edge.store.picture_folder import read_sets

DRAWS = 1000
SEED = 2017


def packed(impressions: Impressions, sizes: list[int]) -> Impressions:
    """Every picture as it comes out of its WSQ file."""

    def through(image: FingerImage) -> FingerImage:
        content = picture.encode_wsq(image)
        sizes.append(len(content))
        return picture.decode_wsq(content, image.position, image.dpi)

    return {
        finger: {number: through(image) for number, image in taken.items()}
        for finger, taken in impressions.items()
    }


def chance_of(raw: SetScores, wsq: SetScores) -> np.ndarray:
    """Differences of the EER over drawn pairs; the same pairs are drawn of both, (DRAWS,)."""
    chance = np.random.default_rng(SEED)
    found = []
    for _ in range(DRAWS):
        genuine = chance.integers(0, len(raw.genuine), len(raw.genuine))
        impostor = chance.integers(0, len(raw.impostor), len(raw.impostor))
        eers = [error_rates(one.genuine[genuine], one.impostor[impostor]).eer for one in (raw, wsq)]
        found.append(eers[1] - eers[0])
    return np.array(found)


def main(folder: Path) -> None:
    """Prints one row a set and the mean."""
    sets: Mapping[str, Impressions] = read_sets(folder)
    sizes: list[int] = []
    differences, draws = [], []
    print("set      EER raw   EER WSQ   difference  by chance (95 %)     FNMR at FMR 0.1 % raw, WSQ")
    for name, impressions in sets.items():
        raw = set_scores(impressions, time.perf_counter)
        wsq = set_scores(packed(impressions, sizes), time.perf_counter)
        rates = [error_rates(one.genuine, one.impostor) for one in (raw, wsq)]
        differences.append(rates[1].eer - rates[0].eer)
        draws.append(chance_of(raw, wsq))
        low, high = 100 * np.percentile(draws[-1], (2.5, 97.5))
        print(
            f"{name:8}{100 * rates[0].eer:7.2f} % {100 * rates[1].eer:7.2f} % {100 * differences[-1]:+9.2f}"
            f"   {low:+7.2f} … {high:+.2f}      {100 * rates[0].fnmr_at_fmr_0_1pct:10.2f} %"
            f" {100 * rates[1].fnmr_at_fmr_0_1pct:.2f} %",
            flush=True,
        )
    low, high = 100 * np.percentile(np.mean(draws, axis=0), (2.5, 97.5))
    print(f"mean                        {100 * np.mean(differences):+9.2f}   {low:+7.2f} … {high:+.2f}")
    print(f"median of a finger {median(sizes)} bytes, ten fingers {10 * median(sizes) / 1000:.0f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
