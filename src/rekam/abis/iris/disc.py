import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel


@kernel
def _places(rays: NDArray[np.float32], rings: int) -> NDArray[np.int64]:
    """Columns and rows from a middle to each ring on each ray, (rings, rays, 2)."""
    places = np.empty((rings, len(rays), 2), np.int64)
    for ring in range(rings):
        for ray in range(len(rays)):
            for axis in range(2):
                places[ring, ray, axis] = math.floor(ring * rays[ray, axis] + 0.5)
    return places


@kernel
def disc_scores(
    small: NDArray[np.float32],
    rays: NDArray[np.float32],
    least: int,
    most: int,
    ceiling: float,
    step: float,
    roughness: float,
    hopeless: float,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How much each dark place is the middle of an even disc with a brighter rim, and the disc's radius.

    A place is given up once what lies around it is so uneven that no rim could make up for it.

    Args:
        small: Brightness (height, width).
        rays: Unit vectors (n, 2).
        least: Smallest radius, px.
        most: Largest radius, px.
        ceiling: Brightness from which a place is no middle.
        step: Rise across the rim that counts as a full edge.
        roughness: Cost of a level of mean unevenness inside.
        hopeless: Score that is not worth finding.

    Returns:
        Score, at most 1 and 0 where there is no disc, and radius; each (height, width).
    """
    height, width = small.shape
    score = np.zeros((height, width), np.float32)
    radius = np.zeros((height, width), np.float32)
    count = len(rays)
    places = _places(rays, most + 2)
    before, last, there = np.empty(count, np.float32), np.empty(count, np.float32), np.empty(count, np.bool_)
    for y in range(2, height - 2):
        for x in range(2, width - 2):
            middle = small[y, x]
            if middle >= ceiling:
                continue
            before[:], last[:], there[:] = middle, middle, True
            total, cells, inner, uneven = np.float32(0), 1, np.float32(0), np.float32(0)
            for ring in range(1, most + 2):
                # The rise at a ring is seen from the ring beyond it.
                rise, outer = np.float32(0), np.float32(0)
                for ray in range(count):
                    column, row = x + places[ring, ray, 0], y + places[ring, ray, 1]
                    there[ray] &= 0 <= column < width and 0 <= row < height
                    if there[ray]:
                        here = small[row, column]
                        rise += min(max(here - before[ray], -step), step)
                        outer += min(abs(here - middle), np.float32(40))
                        before[ray], last[ray] = last[ray], here
                worth = rise / (count * step) - roughness * total / cells
                if ring > least and worth > score[y, x]:
                    score[y, x], radius[y, x] = worth, ring - 1
                if ring > 2:
                    total += inner / count * (ring - 2)
                    cells += ring - 2
                inner, uneven = uneven, outer
                if 1 - roughness * total / cells < max(score[y, x], hopeless):
                    break
    return score, radius
