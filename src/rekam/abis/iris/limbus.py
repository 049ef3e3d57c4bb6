import numpy as np
from numpy.typing import NDArray

from rekam.abis.iris import parameters
from rekam.abis.iris.circle import Circle, directions
from rekam.abis.iris.rim import best_circle

SIDE_RAYS = directions(64, sides_only=True)
STEPS = ((8.0, 4.0), (3.0, 1.5), (1.0, 0.5))
"""Reach and step of the grids on which the limbus' middle is looked for, px."""


def limbus(edges: NDArray[np.float32], pupil: Circle) -> Circle | None:
    """The outer edge of the iris around a pupil, looked for at the sides where no lid covers it.

    Args:
        edges: Eye without reflections (height, width), logarithmic.
        pupil: The pupil.

    Returns:
        The circle, or ``None`` where no edge is strong enough.
    """
    least = max(parameters.LIMBUS_RADIUS[0], parameters.LIMBUS_RATIO[0] * pupil.radius)
    most = min(parameters.LIMBUS_RADIUS[1], parameters.LIMBUS_RATIO[1] * pupil.radius)
    first, count = round(least), round(most - least)
    if count < 4:
        return None
    circle = pupil
    for reach, step in STEPS:
        circle = Circle(*best_circle(edges, (circle.x, circle.y), reach, step, SIDE_RAYS, first, count,
                                     parameters.LIMBUS_SPAN, parameters.LIMBUS_STEP,
                                     (pupil.x, pupil.y, pupil.radius),
                                     (parameters.LIMBUS_SHIFT, parameters.LIMBUS_INSIDE, parameters.LIMBUS_APART)))  # fmt: skip
        if circle.contrast < parameters.LIMBUS_LEAST / 2:
            return None
        first, count = max(round(circle.radius) - 10, round(least)), 20
    return circle if circle.contrast >= parameters.LIMBUS_LEAST else None
