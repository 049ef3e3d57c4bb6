import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.grid import cell_means, smoothed
from rekam.abis.iris.circle import Circle, directions, edge_share, ring_means, strongest_step
from rekam.abis.kernel import kernel

COARSE_RAYS, FINE_RAYS = directions(24), directions(64)


def pupil_candidates(picture: NDArray[np.float32]) -> list[Circle]:
    """Dark discs with a sharp edge, best first, well apart from each other.

    Every place of a small copy is tried with every radius; the best are refined on the full picture.

    Args:
        picture: Eye without reflections (height, width).
    """
    scale = parameters.EYE_SCALE
    small = smoothed(cell_means(picture, scale), 0.7)
    wide = picture.shape[1] / 640
    least, most = (round(radius * wide / scale) for radius in parameters.PUPIL_RADIUS)
    ceiling = float(np.percentile(small, parameters.PUPIL_DARKEST))
    score, radius = _disc_scores(small, COARSE_RAYS, max(least, 2), most, ceiling)
    found: list[Circle] = []
    for _ in range(parameters.PUPIL_CANDIDATES):
        row, column = np.unravel_index(int(np.argmax(score)), score.shape)
        if score[row, column] <= 0:
            break
        reach = max(2, int(radius[row, column] / 2))
        found.append(_refined(picture, Circle((float(column) + 0.5) * scale, (float(row) + 0.5) * scale,
                                              float(radius[row, column]) * scale, 0.0)))  # fmt: skip
        score[max(row - reach, 0) : row + reach + 1, max(column - reach, 0) : column + reach + 1] = 0
    return [circle for circle in found if _sound(picture, circle)]


def _sound(picture: NDArray[np.float32], circle: Circle) -> bool:
    return (
        circle.contrast >= parameters.PUPIL_CONTRAST
        and circle.radius >= 0.8 * parameters.PUPIL_RADIUS[0] * picture.shape[1] / 640
        and edge_share(picture, circle, FINE_RAYS) >= parameters.EDGE_SHARE
    )


def _refined(picture: NDArray[np.float32], circle: Circle) -> Circle:
    best = circle
    for reach, step in ((6, 2), (2, 1)):
        centre = best
        best = Circle(centre.x, centre.y, centre.radius, 0.0)
        first = max(3, round(centre.radius) - 10)
        for dy in range(-reach, reach + 1, step):
            for dx in range(-reach, reach + 1, step):
                means = ring_means(picture, centre.x + dx, centre.y + dy, FINE_RAYS, first, 22)
                place, height = strongest_step(means, 3)
                if height > best.contrast:
                    best = Circle(centre.x + dx, centre.y + dy, first + place - 0.5, height)
    return best


@kernel
def _disc_scores(
    small: NDArray[np.float32], rays: NDArray[np.float32], least: int, most: int, ceiling: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Best rise of brightness around each place, counted more where the disc inside is dark."""
    height, width = small.shape
    score = np.zeros((height, width), np.float32)
    radius = np.zeros((height, width), np.float32)
    bright = small.mean() + 1
    for y in range(least, height - least):
        for x in range(least, width - least):
            if small[y, x] >= ceiling:
                continue
            means = ring_means(small, float(x), float(y), rays, 0, most + 2)
            inside = means[0]
            for ring in range(1, most + 1):
                if means[ring] < 0 or means[ring + 1] < 0:
                    break
                if ring >= least:
                    rise = means[ring + 1] - means[ring - 1]
                    value = rise * max(bright - inside, np.float32(0)) / bright
                    if value > score[y, x]:
                        score[y, x], radius[y, x] = value, ring
                inside = max(inside, means[ring])
    return score, radius
