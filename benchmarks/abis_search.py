"""How fast a gallery is searched: persons a second, ten fingers and two irises each.

    python benchmarks/abis_search.py --persons 2000

The people are declared-synthetic: each takes its fingers and eyes from a small pool of drawn ones, so this
measures speed and memory only, never accuracy.
"""

import argparse
import json
import resource
import time

import numpy as np

from rekam.abis import Gallery, PersonTemplate, extract_finger, extract_iris
from rekam.biometric import Eye, FingerPosition
from rekam.biometric.drawn.eye import eye_image
from rekam.biometric.drawn.finger import finger_impression


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=2000)
    parser.add_argument("--pool", type=int, default=8)
    parser.add_argument("--searches", type=int, default=5)
    asked = parser.parse_args()

    extract_finger(finger_impression(0, FingerPosition.RIGHT_THUMB, 0))  # compiles the kernels
    extract_iris(eye_image(0, Eye.RIGHT, 0))
    fingers, irises = {}, {}
    extraction = {"finger": 0.0, "iris": 0.0}
    for one in range(asked.pool):
        for position in FingerPosition:
            image = finger_impression(one, position, 0)
            began = time.perf_counter()
            fingers[one, position] = extract_finger(image)
            extraction["finger"] += time.perf_counter() - began
        for eye in Eye:
            picture = eye_image(one, eye, 0)
            began = time.perf_counter()
            irises[one, eye] = extract_iris(picture)
            extraction["iris"] += time.perf_counter() - began

    dice = np.random.default_rng(1)

    def somebody() -> PersonTemplate:
        return PersonTemplate(
            {position: fingers[int(dice.integers(asked.pool)), position] for position in FingerPosition},
            {eye: irises[int(dice.integers(asked.pool)), eye] for eye in Eye},
        )

    gallery = Gallery()
    began = time.perf_counter()
    for number in range(asked.persons):
        gallery.insert(str(number), somebody())
    inserting = time.perf_counter() - began
    gallery.search(somebody())
    began = time.perf_counter()
    for _ in range(asked.searches):
        gallery.search(somebody())
    searching = (time.perf_counter() - began) / asked.searches
    print(
        json.dumps(
            {
                "persons": asked.persons,
                "seconds_per_search": searching,
                "persons_per_second": asked.persons / searching,
                "inserts_per_second": asked.persons / inserting,
                "ms_per_finger_extraction": 1000 * extraction["finger"] / (10 * asked.pool),
                "ms_per_iris_extraction": 1000 * extraction["iris"] / (2 * asked.pool),
                "peak_memory_bytes": 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
