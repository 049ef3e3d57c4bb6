"""What does packing prints as WSQ cost in matching? ``python benchmarks/wsq_rate.py FOLDER`` (FVC layout).

Every picture is packed at each rate, unpacked and matched as in ``rekam abis evaluate``; beside it the bytes of the median
picture and of ten fingers.
"""

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from rekam.abis.evaluation.report import evaluate_fingers
from rekam.biometric import FingerImage, picture
from rekam.edge.store.picture_folder import Impressions, read_sets

RATES = (0.0, 2.25, 0.75, 0.5, 0.35)
"""Bits a pixel; 0 = not packed. Ours stands in ``rekam.biometric.picture.WSQ_BITS_PER_PIXEL``."""


def packed(impressions: Impressions, rate: float, sizes: list[int]) -> Impressions:
    def through(image: FingerImage) -> FingerImage:
        picture.WSQ_BITS_PER_PIXEL = rate
        content = picture.encode_wsq(image)
        sizes.append(len(content))
        return picture.decode_wsq(content, image.position, image.dpi)

    return {
        finger: {number: through(image) for number, image in taken.items()}
        for finger, taken in impressions.items()
    }


def main(folder: Path, rates: Iterable[float] = RATES) -> None:
    sets = read_sets(folder)
    print("bits/px  median bytes  ten fingers  " + "".join(f"{name:>9}" for name in sets) + "     mean EER")
    for rate in rates:
        sizes: list[int] = []
        given = {name: packed(one, rate, sizes) if rate else one for name, one in sets.items()}
        report = evaluate_fingers(given, time.perf_counter)
        errors = [report["sets"][name]["eer"] for name in sets]  # type: ignore[index]
        size = median(sizes) if sizes else 0
        print(
            f"{rate or 'raw':>7}  {size:12.0f}  {10 * size / 1000:8.0f} kB  "
            + "".join(f"{100 * error:8.2f}%" for error in errors)
            + f"  {100 * sum(errors) / len(errors):9.3f}%",
            flush=True,
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
