"""Which of several circles around a pupil is the limbus."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from rekam.abis.iris import parameters
from rekam.abis.iris.circle import Circle
from rekam.abis.iris.limbus import SIDE_RAYS
from rekam.abis.iris.limbus_candidates import limbus_candidates

_LEFT = SIDE_RAYS[:, 0] < 0


def likeliest_limbus(edges: NDArray[np.float32], pupil: Circle, first: Circle) -> Circle:
    """The candidate that has most signs of a limbus.

    Args:
        edges: Eye without reflections (height, width), logarithmic.
        pupil: The pupil.
        first: What is taken where there is no candidate.
    """
    found = limbus_candidates(edges, pupil)
    weights = np.array(parameters.LIMBUS_SIGNS)
    return max(found, key=lambda circle: float(limbus_signs(edges, pupil, circle) @ weights), default=first)


def limbus_signs(edges: NDArray[np.float32], pupil: Circle, circle: Circle) -> NDArray[np.float64]:
    """What speaks for a circle and against it, in the order of ``LIMBUS_SIGNS``.

    The rise across the edge seen with 4, 2 and 8 px on each side; the share of rays with an edge; the weaker of left
    and right; how unusual the size and how far away the middle is; how uneven it is just inside and just outside; and
    the strongest edge between pupil and circle.
    """
    radius = int(circle.radius)
    away = np.arange(0.5, 1.25 * circle.radius + 14)
    x, y = circle.x + SIDE_RAYS[:, :1] * away, circle.y + SIDE_RAYS[:, 1:] * away
    height, width = edges.shape
    grey = map_coordinates(edges, (y, x), order=1, mode="nearest").astype(np.float64)
    grey[(x < 0) | (y < 0) | (x > width - 1) | (y > height - 1)] = np.nan
    four = _rises(grey, 4, parameters.LIMBUS_STEP)
    near = slice(max(radius - 2, 0), radius + 3)
    between = four[:, int(1.25 * pupil.radius) : int(0.9 * circle.radius)].mean(axis=0)
    apart = np.hypot(circle.x - pupil.x, circle.y - pupil.y) / circle.radius
    usual, deviation = parameters.LIMBUS_USUAL
    return np.array([
        four[:, radius].mean(),
        _rises(grey, 2, parameters.LIMBUS_STEP)[:, near].max(axis=1).mean(),
        _rises(grey, 8, 2.5 * parameters.LIMBUS_STEP)[:, radius].mean(),
        (four[:, near].max(axis=1) > parameters.LIMBUS_SEEN).mean(),
        min(four[_LEFT, radius].mean(), four[~_LEFT, radius].mean()),
        ((pupil.radius / circle.radius - usual) / deviation) ** 2,
        parameters.LIMBUS_APART * apart**2,
        _uneven(grey[:, int(0.75 * circle.radius) : int(0.94 * circle.radius)]),
        _uneven(grey[:, int(1.06 * circle.radius) : int(1.2 * circle.radius) + 1]),
        between.max(initial=0.0),
    ])  # fmt: skip


def _rises(grey: NDArray[np.float64], span: int, most: float) -> NDArray[np.float64]:
    """The rise at each radius of each ray, held within ``most``; 0 where the ray has left the picture."""
    sums = np.cumsum(np.pad(grey, ((0, 0), (1, 0))), axis=1)
    rises = np.zeros_like(sums)
    place = np.arange(span, grey.shape[1] - span + 1)
    rises[:, place] = (sums[:, place + span] - 2 * sums[:, place] + sums[:, place - span]) / span
    return np.clip(np.nan_to_num(rises), -most, most)


def _uneven(grey: NDArray[np.float64]) -> float:
    seen = grey[~np.isnan(grey)]
    return float(np.median(np.abs(seen - np.median(seen)))) if len(seen) else 0.0
