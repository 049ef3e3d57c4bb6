from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from rekam.abis.grid import cell_means, smoothed
from rekam.abis.iris import parameters
from rekam.abis.iris.circle import Circle, directions
from rekam.abis.iris.disc import disc_scores
from rekam.abis.iris.rim import best_circle

COARSE_RAYS = directions(24)
COARSE = 2
"""Working pixels per pixel of the picture in which every place is tried."""
FINE_STEPS = ((4.0, 2.0, directions(32)), (1.5, 0.75, directions(64)))
"""Reach and step of the grids on which a pupil's middle is refined, px, and the rays that are read."""


def pupil_candidates(edges: NDArray[np.float32]) -> Iterator[Circle]:
    """Even dark discs with a brighter rim, best first, well apart from each other.

    Args:
        edges: Eye without reflections (height, width), logarithmic.
    """
    small = smoothed(cell_means(edges, COARSE), 0.7)
    least, most = (int(radius / COARSE) for radius in parameters.PUPIL_RADIUS)
    ceiling = float(np.percentile(small, parameters.PUPIL_DARKEST))
    score, radius = disc_scores(
        small,
        COARSE_RAYS,
        least,
        most,
        ceiling,
        parameters.PUPIL_STEP,
        parameters.PUPIL_ROUGHNESS,
        parameters.PUPIL_HOPELESS,
    )
    usual, share = parameters.PUPIL_USUAL
    score *= share + (1 - share) * np.minimum(radius * COARSE / np.float32(usual), 1)
    for _ in range(parameters.PUPIL_CANDIDATES):
        row, column = np.unravel_index(int(np.argmax(score)), score.shape)
        if score[row, column] <= 0:
            break
        size = float(radius[row, column])
        reach = max(3, int(0.7 * size))
        score[max(row - reach, 0) : row + reach + 1, max(column - reach, 0) : column + reach + 1] = 0
        refined = _refined(edges, Circle(float(column), float(row), size, 0.0).scaled(COARSE))
        if refined.radius >= parameters.PUPIL_RADIUS[0] - 0.5:
            yield refined


def _refined(edges: NDArray[np.float32], circle: Circle) -> Circle:
    for reach, step, rays in FINE_STEPS:
        first = max(3, round(circle.radius) - 7)
        circle = Circle(*best_circle(edges, (circle.x, circle.y), reach, step, rays, first, 15,
                                     parameters.PUPIL_SPAN, parameters.PUPIL_STEP,
                                     (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)))  # fmt: skip
    return circle
