"""Core-seconds that the extraction of one person takes: ten fingers, two irises, a face.

    python benchmarks/abis_extraction.py
    python benchmarks/abis_extraction.py --fingers ../shared/data/fvc2002

Drawn people unless a folder of FVC pictures gives the fingers. Processor time of one thread, so that other work on the
machine counts little; pictures are decoded beforehand, kernels compiled and weights loaded.
"""

import argparse
import json
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from rekam.abis import extract_finger, extract_iris
from rekam.biometric import Eye, FingerImage, FingerPosition
from rekam.biometric.drawn import eye_image, finger_impression, portrait
from rekam.edge.face.dlib_describer import DlibDescriber
from rekam.edge.face.parameters import QUICK_VIEWS, VIEWS
from rekam.edge.store.picture_folder import read_sets


def fingers_of(folder: Path | None, people: int) -> list[list[FingerImage]]:
    if folder is None:
        return [[finger_impression(one, place, 0) for place in FingerPosition] for one in range(people)]
    sets = [
        [numbers[min(numbers)] for _, numbers in sorted(fingers.items())]
        for _, fingers in sorted(read_sets(folder).items())
    ]
    return list(islice((one[:10] for one in sets), people))


def seconds(work: Callable[[], object]) -> float:
    began = time.thread_time()
    work()
    return time.thread_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=4)
    parser.add_argument("--fingers", type=Path, default=None)
    asked = parser.parse_args()
    hands = fingers_of(asked.fingers, asked.people)
    eyes = [[eye_image(one, eye, 0) for eye in Eye] for one in range(len(hands))]
    faces = [portrait(one, sex="L", age=30, birth_year=1987) for one in range(len(hands))]
    quick, full = DlibDescriber(QUICK_VIEWS), DlibDescriber(VIEWS)
    for warm in (lambda: extract_finger(hands[0][0]), lambda: extract_iris(eyes[0][0]),
                 lambda: quick.describe(faces[0]), lambda: full.describe(faces[0])):  # fmt: skip
        warm()
    spent = {"ten fingers": 0.0, "two irises": 0.0, "face, one view": 0.0, "face, three views": 0.0}
    for hand, pair, face in zip(hands, eyes, faces, strict=True):
        spent["ten fingers"] += seconds(lambda hand=hand: [extract_finger(one) for one in hand])
        spent["two irises"] += seconds(lambda pair=pair: [extract_iris(one) for one in pair])
        spent["face, one view"] += seconds(lambda face=face: quick.describe(face))
        spent["face, three views"] += seconds(lambda face=face: full.describe(face))
    mean = {name: total / len(hands) for name, total in spent.items()}
    person = mean["ten fingers"] + mean["two irises"] + mean["face, one view"]
    print(json.dumps({"people": len(hands), **mean, "core_seconds_per_person": person}, indent=1))


if __name__ == "__main__":
    main()
