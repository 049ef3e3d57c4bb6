import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.kernel import kernel, ones


def _table() -> NDArray[np.uint8]:
    """Likeness 0-255 by number of shared points and number of differing bits among their two each.

    0 is what chance gives (half the bits); the root weighs down neighbourhoods that share few points.
    """
    shared, differing = np.mgrid[0:65, 0:129]
    share = np.maximum(0, 1 - differing / np.maximum(shared, 1)) * np.sqrt(shared / 64)
    return np.where(shared >= parameters.DESCRIBED_LEAST, np.floor(255 * share), 0).astype(np.uint8)


LIKENESS = _table()


@kernel
def neighbourhood_likeness(
    a: NDArray[np.uint64], b: NDArray[np.uint64], table: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    """Likeness of every minutia of one finger with every one of another.

    Args:
        a: Codes (n, 3).
        b: Codes (m, 3).
        table: ``LIKENESS``.

    Returns:
        Array (n, m) uint8.
    """
    result = np.empty((len(a), len(b)), np.uint8)
    for i in range(len(a)):
        for j in range(len(b)):
            both = a[i, 2] & b[j, 2]
            differing = ones((a[i, 0] ^ b[j, 0]) & both) + ones((a[i, 1] ^ b[j, 1]) & both)
            result[i, j] = table[ones(both), differing]
    return result


@kernel
def likeliest_pairs(likeness: NDArray[np.uint8], most: int, floor: int) -> NDArray[np.int32]:
    """The most alike pairs of minutiae, found by counting instead of sorting.

    Args:
        likeness: Array (n, m).
        most: Pairs wanted.
        floor: Least likeness.

    Returns:
        Array (k, 2) of places in the two fingers, k <= most.
    """
    counts = np.zeros(256, np.int64)
    for i in range(likeness.shape[0]):
        for j in range(likeness.shape[1]):
            counts[likeness[i, j]] += 1
    cut, total = 255, counts[255]
    while cut > floor and total < most:
        cut -= 1
        total += counts[cut]
    pairs = np.empty((most, 2), np.int32)
    found = 0
    for level in range(2):
        for i in range(likeness.shape[0]):
            for j in range(likeness.shape[1]):
                value = likeness[i, j]
                wanted = value > cut if level == 0 else value == cut
                if wanted and value >= floor and found < most:
                    pairs[found, 0], pairs[found, 1] = i, j
                    found += 1
    return pairs[:found]
