import numpy as np
from numpy.typing import NDArray

from rekam.abis.code.pairs import pair_histogram
from rekam.abis.code.parameters import CODE_WORDS
from rekam.abis.code.planes import planes


def finger_code(points: NDArray[np.float32]) -> NDArray[np.uint64]:
    """The fixed-length code of a finger.

    Args:
        points: Minutiae (n, 5) as in ``PreparedFinger``.

    Returns:
        Array (CODE_WORDS,) uint64: on which side of each learned plane the finger lies; all zero where it has
        too few minutiae for a code, which counts as no finger.
    """
    histogram = pair_histogram(points)
    if not histogram.any():
        return np.zeros(CODE_WORDS, np.uint64)
    mean, rows = planes()
    bits = rows @ (histogram - mean) > 0
    return np.packbits(bits, bitorder="little").view("<u8").astype(np.uint64)
