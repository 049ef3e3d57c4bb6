"""Templates out of a hat: nobody's fingers and eyes, made in microseconds and the same every time."""

from functools import lru_cache

import numpy as np

from rekam.abis import Enrolment, FingerTemplate, IrisTemplate, PersonTemplate
from rekam.abis.iris.code import WORDS
from rekam.biometric import Eye, FingerPosition

SIDE = 128
"""Width and height of the finger, px."""
MINUTIAE = 12
FLIPS = 0.1
"""Share of the phase bits that another capture reads differently."""
GALLERIES = ("jambi", "riau", "aceh")


@lru_cache(maxsize=4096)
def template_of(number: int, capture: int) -> PersonTemplate:
    """One finger and both eyes of a person; captures differ a little."""
    chance, noise = np.random.default_rng((number, 0)), np.random.default_rng((number, 1, capture))
    x, y = chance.integers(20, SIDE - 20, (2, MINUTIAE)) + noise.integers(-1, 2, (2, MINUTIAE))
    direction, flow = chance.integers(0, 256, MINUTIAE), chance.integers(0, 60, (SIDE // 16, SIDE // 16))
    finger = FingerTemplate(
        x.astype(np.uint16), y.astype(np.uint16), direction.astype(np.uint8), np.full(MINUTIAE, 200, np.uint8),
        flow.astype(np.uint8), SIDE, SIDE,
    )  # fmt: skip
    irises = {}
    for eye in Eye:
        bits = (chance.random(64 * WORDS) < 0.5) ^ (noise.random(64 * WORDS) < FLIPS)
        code = np.packbits(bits, bitorder="little").view("<u8").astype(np.uint64)
        irises[eye] = IrisTemplate(code, np.full(WORDS, 2**64 - 1, np.uint64))
    return PersonTemplate({FingerPosition.RIGHT_INDEX: finger}, irises)


def enrolment_of(number: int, capture: int) -> Enrolment:
    """The same as it is enrolled; galleries and extractor follow from both numbers."""
    galleries = frozenset(name for place, name in enumerate(GALLERIES) if (number + capture) >> place & 1)
    return Enrolment(template_of(number, capture), galleries, f"drawn {capture % 3}")


def reference_of(number: int) -> str:
    """Under what name a person is enrolled."""
    return f"person-{number}"
