"""Circles in a picture by the integro-differential operator (Daugman 1993)."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from rekam.abis import parameters
from rekam.abis.kernel import kernel


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle in a picture, px; ``contrast`` is the step of brightness across it, grey levels."""

    x: float
    y: float
    radius: float
    contrast: float


def directions(count: int, *, sides_only: bool = False) -> NDArray[np.float32]:
    """Unit vectors (n, 2) around a circle; ``sides_only`` leaves out what lids usually cover."""
    angle = (np.arange(count) + 0.5) * (2 * np.pi / count)
    if sides_only:
        # From 35 degrees above the horizontal to 50 below: the upper lid covers more than the lower.
        sine = np.sin(angle)
        angle = angle[(sine > -math.sin(math.radians(35))) & (sine < math.sin(math.radians(50)))]
    return np.stack([np.cos(angle), np.sin(angle)], axis=1).astype(np.float32)


def edge_share(picture: NDArray[np.float32], circle: Circle, rays: NDArray[np.float32]) -> float:
    """Share of the rays on which it grows brighter across the circle; a ray that leaves the picture sees none."""
    away = np.arange(1, parameters.EDGE_SPAN + 1)
    steps = np.concatenate([circle.radius - away, circle.radius + away])
    x = circle.x + rays[:, :1] * steps
    y = circle.y + rays[:, 1:] * steps
    grey = map_coordinates(picture, (y, x), order=1, mode="nearest")
    rise = grey[:, len(away) :].mean(axis=1) - grey[:, : len(away)].mean(axis=1)
    height, width = picture.shape
    inside = ((x >= 0) & (y >= 0) & (x <= width - 1) & (y <= height - 1)).all(axis=1)
    return float(np.mean(inside & (rise > parameters.EDGE_RISE)))


@kernel
def ring_means(
    picture: NDArray[np.float32], x: float, y: float, rays: NDArray[np.float32], first: int, count: int
) -> NDArray[np.float32]:
    """Mean brightness on circles of radius ``first``, ``first`` + 1, ...; points outside are left out.

    A circle with under two thirds of its points in the picture has the mean -1.
    """
    height, width = picture.shape
    means = np.empty(count, np.float32)
    for step in range(count):
        radius = first + step
        total, inside = np.float32(0), 0
        for ray in range(len(rays)):
            fx, fy = x + radius * rays[ray, 0], y + radius * rays[ray, 1]
            if fx < 0 or fy < 0 or fx >= width - 1 or fy >= height - 1:
                continue
            left, top = int(fx), int(fy)
            ax, ay = np.float32(fx - left), np.float32(fy - top)
            upper = picture[top, left] + ax * (picture[top, left + 1] - picture[top, left])
            lower = picture[top + 1, left] + ax * (picture[top + 1, left + 1] - picture[top + 1, left])
            total += upper + ay * (lower - upper)
            inside += 1
        means[step] = total / inside if 3 * inside >= 2 * len(rays) else np.float32(-1)
    return means


@kernel
def strongest_step(means: NDArray[np.float32], span: int) -> tuple[int, float]:
    """Place and height of the largest rise of brightness between ``span`` rings inside and outside."""
    best, place = np.float32(0), -1
    for ring in range(span, len(means) - span):
        inner, outer = np.float32(0), np.float32(0)
        whole = True
        for step in range(span):
            if means[ring - 1 - step] < 0 or means[ring + step] < 0:
                whole = False
                break
            inner += means[ring - 1 - step]
            outer += means[ring + step]
        if whole and (outer - inner) / span > best:
            best, place = (outer - inner) / span, ring
    return place, float(best)
