import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel


@kernel
def disc_scores(
    small: NDArray[np.float32],
    rays: NDArray[np.float32],
    least: int,
    most: int,
    ceiling: float,
    step: float,
    roughness: float,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How much each dark place is the middle of an even disc with a brighter rim, and the disc's radius.

    Args:
        small: Brightness (height, width).
        rays: Unit vectors (n, 2).
        least: Smallest radius, px.
        most: Largest radius, px.
        ceiling: Brightness from which a place is no middle.
        step: Rise across the rim that counts as a full edge.
        roughness: Cost of a level of mean unevenness inside.

    Returns:
        Score, at most 1 and 0 where there is no disc, and radius; each (height, width).
    """
    height, width = small.shape
    score = np.zeros((height, width), np.float32)
    radius = np.zeros((height, width), np.float32)
    rise, uneven = np.empty(most + 2, np.float32), np.empty(most + 2, np.float32)
    for y in range(2, height - 2):
        for x in range(2, width - 2):
            middle = small[y, x]
            if middle >= ceiling:
                continue
            rise[:], uneven[:] = 0, 0
            for ray in range(len(rays)):
                before = last = middle
                for ring in range(1, most + 2):
                    column, row = int(x + ring * rays[ray, 0] + 0.5), int(y + ring * rays[ray, 1] + 0.5)
                    if column < 0 or row < 0 or column >= width or row >= height:
                        break
                    here = small[row, column]
                    rise[ring - 1] += min(max(here - before, -step), step)
                    uneven[ring] += min(abs(here - middle), np.float32(40))
                    before, last = last, here
            total, cells = np.float32(0), 1
            for ring in range(1, most + 1):
                worth = rise[ring] / (len(rays) * step) - roughness * total / cells
                if ring >= least and worth > score[y, x]:
                    score[y, x], radius[y, x] = worth, ring
                if ring > 1:
                    total += uneven[ring - 1] / len(rays) * (ring - 1)
                    cells += ring - 1
    return score, radius
