"""Learn the planes of the finger codes anew from drawn fingers (no real print is used).

    python benchmarks/abis_code_planes.py src/rekam/abis/code/planes.bin

Takes about ten minutes of one core. The same seed gives the same planes up to the last bit of the linear algebra.
"""

import argparse
from pathlib import Path

import numpy as np

from rekam.abis import FingerTemplate, extract_finger
from rekam.abis.code.learned import learned_planes
from rekam.abis.code.pairs import pair_histogram
from rekam.abis.finger.prepared import prepared
from rekam.biometric import FingerPosition
from rekam.biometric.drawn.finger import finger_impression
from rekam.problem import Problem

FIRST, PERSONS, FINGERS, IMPRESSIONS = 1000, 300, 2, 3
WEARS = (0.0, 0.2, 0.4)


def prints() -> list[tuple[tuple[int, int], FingerTemplate]]:
    """Three impressions of two fingers of each person, worn a little differently each time."""
    found = []
    positions = list(FingerPosition)
    for person in range(FIRST, FIRST + PERSONS):
        for nth in range(FINGERS):
            position = positions[(person * 7 + nth * 5 + person // 10) % 10]
            for impression in range(IMPRESSIONS):
                image = finger_impression(person, position, impression, wear=WEARS[(person + impression) % 3])
                try:
                    found.append(((person, int(position)), extract_finger(image)))
                except Problem:
                    continue
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    asked = parser.parse_args()
    taught = prints()
    histograms = np.stack([pair_histogram(prepared(template).points) for _, template in taught])
    mean, planes = learned_planes(histograms, [finger for finger, _ in taught])
    asked.file.write_bytes(mean.astype("<f4").tobytes() + planes.tobytes())


if __name__ == "__main__":
    main()
