"""Circles in a picture by a robust integro-differential operator (after Daugman 1993)."""

import math

import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel

BEYOND = 0.05
"""What of a rise beyond the most still counts: enough to find the sharpest of several full edges."""


@kernel
def mean_rises(
    picture: NDArray[np.float32],
    x: float,
    y: float,
    rays: NDArray[np.float32],
    first: int,
    count: int,
    span: int,
    most: float,
) -> NDArray[np.float32]:
    """How much brighter it grows across each circle around a place, mean of its rays.

    Each ray's rise, the mean of ``span`` pixels outside less that of those inside, counts fully up to ``most`` and
    hardly beyond; rays that leave the picture count nothing. So one bright lid or frame cannot stand for a whole circle.

    Args:
        picture: Brightness (height, width).
        x: Column of the middle.
        y: Row of the middle.
        rays: Unit vectors (n, 2).
        first: Smallest radius, px.
        count: Radii tried, one px apart.
        span: Pixels averaged on each side.
        most: How far a ray's rise counts fully.

    Returns:
        One rise a radius, (count,).
    """
    height, width = picture.shape
    total = np.zeros(count, np.float32)
    profile = np.empty(count + 2 * span, np.float32)
    for ray in range(len(rays)):
        seen = 0
        for step in range(count + 2 * span):
            away = first - span + step + 0.5
            fx, fy = x + away * rays[ray, 0], y + away * rays[ray, 1]
            if fx < 0 or fy < 0 or fx >= width - 1 or fy >= height - 1:
                break
            left, top = int(fx), int(fy)
            ax, ay = fx - left, fy - top
            upper = picture[top, left] + ax * (picture[top, left + 1] - picture[top, left])
            lower = picture[top + 1, left] + ax * (picture[top + 1, left + 1] - picture[top + 1, left])
            profile[step] = upper + ay * (lower - upper)
            seen = step + 1
        for place in range(seen - 2 * span + 1):
            if place == count:
                break
            rise = 0.0
            for step in range(span):
                rise += profile[place + span + step] - profile[place + step]
            rise /= span
            total[place] += min(max(rise, -most), most) + BEYOND * max(rise - most, 0.0)
    return total / np.float32(len(rays))


@kernel
def rim(
    picture: NDArray[np.float32],
    x: float,
    y: float,
    rays: NDArray[np.float32],
    first: int,
    count: int,
    span: int,
    most: float,
) -> tuple[int, float]:
    """The radius, less ``first``, at which it grows most brighter around a place, and that rise; see ``mean_rises``."""
    rises = mean_rises(picture, x, y, rays, first, count, span, most)
    chosen = 0
    for place in range(1, count):
        if rises[place] > rises[chosen]:
            chosen = place
    return chosen, float(rises[chosen])


@kernel
def best_circle(
    picture: NDArray[np.float32],
    start: tuple[float, float],
    reach: float,
    step: float,
    rays: NDArray[np.float32],
    first: int,
    count: int,
    span: int,
    most: float,
    around: tuple[float, float, float],
    limits: tuple[float, float, float],
) -> tuple[float, float, float, float]:
    """The best circle with its middle on a grid around ``start``.

    Args:
        picture: Brightness (height, width).
        start: Middle of the grid, x and y.
        reach: Half side of the grid, px.
        step: Distance of its places, px.
        rays: Unit vectors (n, 2).
        first: Smallest radius, px.
        count: Radii tried.
        span: As in ``rim``.
        most: As in ``rim``.
        around: Circle (x, y, radius) that must lie inside; radius 0 = none.
        limits: Greatest distance from its middle, and how far it may reach, both in radii of the new circle; and what
            the square of that distance costs.

    Returns:
        x, y, radius and mean rise; a rise of -1 where no circle fits.
    """
    found, most_worth = (start[0], start[1], 0.0, -1.0), -1.0
    places = int(2 * reach / step) + 1
    for row in range(places):
        for column in range(places):
            x, y = start[0] - reach + column * step, start[1] - reach + row * step
            place, rise = rim(picture, x, y, rays, first, count, span, most)
            radius, worth = float(first + place), rise
            if around[2] > 0:
                apart = math.hypot(x - around[0], y - around[1])
                if apart > limits[0] * radius or apart + around[2] > limits[1] * radius:
                    continue
                worth -= limits[2] * (apart / radius) ** 2
            if worth > most_worth:
                found, most_worth = (x, y, radius, rise), worth
    return found
