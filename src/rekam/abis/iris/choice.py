import numpy as np
from numpy.typing import NDArray

from rekam.abis.iris import parameters
from rekam.abis.iris.circle import Circle
from rekam.abis.iris.limbus import SIDE_RAYS, limbus
from rekam.abis.iris.limbus_choice import likeliest_limbus
from rekam.abis.iris.pupil import pupil_candidates
from rekam.problem import Problem

RAYS = SIDE_RAYS[::2].astype(np.float64)


def chosen_circles(edges: NDArray[np.float32]) -> tuple[Circle, Circle]:
    """Pupil and limbus: of several dark discs the one with the best iris around it, or the first with a good one.

    Args:
        edges: Eye without reflections (height, width), logarithmic.

    Raises:
        Problem: ``abis.iris_not_found`` if no disc has an iris around it.
    """
    best, chosen = parameters.CHOICE_LEAST, None
    for pupil in pupil_candidates(edges):
        outer = limbus(edges, pupil)
        here = -np.inf if outer is None else worth(edges, pupil, outer)
        if outer is not None and here >= best:
            best, chosen = here, (pupil, outer)
        if chosen is not None and best >= parameters.CHOICE_SURE:
            break
    if chosen is None:
        raise Problem("abis.iris_not_found", reason="outline")
    pupil, outer = chosen
    return pupil, likeliest_limbus(edges, pupil, outer)


def worth(edges: NDArray[np.float32], pupil: Circle, iris: Circle) -> float:
    """How much two circles look like an eye: sharp edges, an even pupil, an even iris at its sides.

    One is a pupil's edge seen on every ray.
    """
    inside = np.linspace(0.1, 0.75, 6) * pupil.radius
    dark, seen = _grey(edges, pupil.x + RAYS[:, :1] * inside, pupil.y + RAYS[:, 1:] * inside)
    way = np.linspace(0.2, 0.85, 6)
    x = (pupil.x + RAYS[:, :1] * pupil.radius) * (1 - way) + (iris.x + RAYS[:, :1] * iris.radius) * way
    y = (pupil.y + RAYS[:, 1:] * pupil.radius) * (1 - way) + (iris.y + RAYS[:, 1:] * iris.radius) * way
    ring, free = _grey(edges, x, y)
    if seen.mean() < 0.8 or free.sum() < 20:
        return -np.inf
    if np.median(ring[free]) - np.median(dark) < parameters.PUPIL_DARKER:
        return -np.inf
    return float(
        pupil.contrast / parameters.PUPIL_STEP
        + parameters.LIMBUS_WEIGHT * iris.contrast / parameters.LIMBUS_STEP
        - _uneven(dark) / parameters.EVEN_PUPIL
        - _uneven(ring[free]) / parameters.EVEN_IRIS
        - parameters.OUTSIDE_COST * (1 - free.mean())
    )


def _uneven(grey: NDArray[np.float32]) -> float:
    return float(np.median(np.abs(grey - np.median(grey))))


def _grey(
    edges: NDArray[np.float32], x: NDArray[np.float64], y: NDArray[np.float64]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    height, width = edges.shape
    inside = (x >= 0) & (y >= 0) & (x <= width - 1) & (y <= height - 1)
    column = np.clip(np.round(x).astype(int), 0, width - 1)
    row = np.clip(np.round(y).astype(int), 0, height - 1)
    return edges[row, column], inside
