import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.iris.circle import Circle, directions, edge_share, ring_means, strongest_step

SIDE_RAYS = directions(96, sides_only=True)


def limbus(picture: NDArray[np.float32], pupil: Circle) -> Circle | None:
    """The outer edge of the iris around a pupil, looked for at the sides where no lid covers it.

    Args:
        picture: Eye without reflections (height, width).
        pupil: The pupil.

    Returns:
        The circle, or ``None`` where no edge is strong enough.
    """
    wide = picture.shape[1] / 640
    least = max(parameters.LIMBUS_RADIUS[0] * wide, parameters.LIMBUS_RATIO[0] * pupil.radius)
    most = min(parameters.LIMBUS_RADIUS[1] * wide, parameters.LIMBUS_RATIO[1] * pupil.radius)
    first, count = round(least) - 6, round(most - least) + 12
    if count < 16:
        return None
    best = Circle(pupil.x, pupil.y, 0.0, 0.0)
    for reach, step in ((18, 6), (4, 2), (1, 1)):
        centre = best
        for dy in range(-reach, reach + 1, step):
            for dx in range(-reach, reach + 1, step):
                x, y = centre.x + dx, centre.y + dy
                means = ring_means(picture, x, y, SIDE_RAYS, first, count)
                place, height = strongest_step(means, 5)
                radius = first + place - 0.5
                apart = np.hypot(x - pupil.x, y - pupil.y)
                if apart > parameters.LIMBUS_SHIFT * radius or apart + pupil.radius > 0.95 * radius:
                    continue
                if height > best.contrast:
                    best = Circle(x, y, radius, height)
    if best.contrast < parameters.LIMBUS_CONTRAST:
        return None
    return best if edge_share(picture, best, SIDE_RAYS) >= parameters.EDGE_SHARE else None
