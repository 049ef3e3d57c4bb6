import numpy as np
from numpy.typing import NDArray

from rekam.abis.iris import parameters
from rekam.abis.iris.circle import Circle
from rekam.abis.iris.limbus import SIDE_RAYS
from rekam.abis.iris.rim import best_circle, mean_rises

_AWAY = np.arange(-8.0, 9.0, 4.0)
"""Middles tried around the pupil's, px."""
_FINE = ((3.0, 1.5), (1.0, 0.5))
_NEAR, _SAME = 7, 5
"""Radii that belong to one edge, and circles that are the same, px."""


def limbus_candidates(edges: NDArray[np.float32], pupil: Circle) -> list[Circle]:
    """Circles around a pupil across which it grows brighter, the strongest first.

    The limbus is one of them; others are the collarette, lids and shadows.

    Args:
        edges: Eye without reflections (height, width), logarithmic.
        pupil: The pupil.
    """
    least = round(max(parameters.LIMBUS_RADIUS[0], parameters.LIMBUS_RATIO[0] * pupil.radius))
    most = round(min(parameters.LIMBUS_RADIUS[1], parameters.LIMBUS_RATIO[1] * pupil.radius))
    if most - least < 4:
        return []
    worth, middle = _best_middles(edges, pupil, least, most - least)
    found: list[Circle] = []
    for _ in range(parameters.LIMBUS_CANDIDATES):
        place = int(np.argmax(worth))
        if worth[place] <= 0:
            break
        worth[max(0, place - _NEAR) : place + _NEAR + 1] = -np.inf
        x, y = middle[place].tolist()
        circle = _refined(edges, pupil, Circle(x, y, float(least + place), 0.0), least)
        if circle.contrast > 0 and all(abs(circle.radius - one.radius) >= _SAME for one in found):
            found.append(circle)
    return found


def _best_middles(
    edges: NDArray[np.float32], pupil: Circle, first: int, count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each radius what its best circle is worth, (count,), and where that has its middle, (count, 2)."""
    radius = first + np.arange(count)
    worth, middle = np.full(count, -np.inf), np.zeros((count, 2))
    for down in _AWAY:
        for right in _AWAY:
            x, y, apart = pupil.x + right, pupil.y + down, float(np.hypot(right, down))
            rises = mean_rises(
                edges, x, y, SIDE_RAYS, first, count, parameters.LIMBUS_SPAN, parameters.LIMBUS_STEP
            )
            here = rises - parameters.LIMBUS_APART * (apart / radius) ** 2
            better = here > worth
            better &= apart <= parameters.LIMBUS_SHIFT * radius
            better &= apart + pupil.radius <= parameters.LIMBUS_INSIDE * radius
            worth[better], middle[better] = here[better], (x, y)
    return worth, middle


def _refined(edges: NDArray[np.float32], pupil: Circle, circle: Circle, least: int) -> Circle:
    for reach, step in _FINE:
        first = max(int(circle.radius) - 5, least)
        circle = Circle(*best_circle(edges, (circle.x, circle.y), reach, step, SIDE_RAYS, first, 11,
                                     parameters.LIMBUS_SPAN, parameters.LIMBUS_STEP,
                                     (pupil.x, pupil.y, pupil.radius),
                                     (parameters.LIMBUS_SHIFT, parameters.LIMBUS_INSIDE, parameters.LIMBUS_APART)))  # fmt: skip
    return circle
