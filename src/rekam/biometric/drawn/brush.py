"""Smooth shapes on a picture twice as large as wanted, so that shrinking it smooths every edge."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from rekam.biometric.image import Colour

OVERSIZE = 2
Ink = tuple[int, int, int] | tuple[int, int, int, int]
"""RGB, or RGBA to let what lies below shine through."""
Points = Sequence[tuple[float, float]]


def smooth(points: Points, *, closed: bool, steps: int = 8) -> NDArray[np.float64]:
    """A Catmull-Rom curve through the points, array (n, 2)."""
    p = np.asarray(points, np.float64)
    p = np.vstack([p[-1:], p, p[:2]]) if closed else np.vstack([p[:1], p, p[-1:]])
    t = np.linspace(0, 1, steps, endpoint=False)[None, :, None]
    a, b, c, d = (p[k : len(p) - 3 + k, None, :] for k in range(4))
    curve = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    flat = curve.reshape(-1, 2)
    return flat if closed else np.vstack([flat, p[-2:-1]])


class Brush:
    """Draws in the coordinates of the finished picture.

    Args:
        width: Of the finished picture, pixels.
        height: Of the finished picture, pixels.
        ground: Colour of the empty picture.
    """

    def __init__(self, width: int, height: int, ground: tuple[int, int, int]) -> None:
        self._picture = Image.new("RGB", (width * OVERSIZE, height * OVERSIZE), ground)
        self._pen = ImageDraw.Draw(self._picture, "RGBA")
        self._size = (width, height)
        self.turn = 0.0
        self.centre = (width / 2, height / 2)
        self.shift = (0.0, 0.0)
        self.zoom = 1.0

    def _placed(self, points: NDArray[np.float64]) -> list[tuple[float, float]]:
        # The sitter's small turn and shift is applied to everything drawn after it was set.
        cos, sin = np.cos(self.turn), np.sin(self.turn)
        x, y = points[:, 0] - self.centre[0], points[:, 1] - self.centre[1]
        px = self.centre[0] + cos * x - sin * y
        py = self.centre[1] + sin * x + cos * y
        # The zoom keeps the middle of the picture in place.
        middle_x, middle_y = self._size[0] / 2, self._size[1] / 2
        px = (middle_x + self.zoom * (px - middle_x) + self.shift[0]) * OVERSIZE
        py = (middle_y + self.zoom * (py - middle_y) + self.shift[1]) * OVERSIZE
        return list(zip(px.tolist(), py.tolist(), strict=True))

    def shape(self, points: Points, ink: Ink) -> None:
        """A filled smooth outline."""
        self._pen.polygon(self._placed(smooth(points, closed=True)), fill=ink)

    def ring(self, outer: Points, inner: Points, ink: Ink) -> None:
        """The area between two smooth outlines; both begin at their top."""
        rim, hole = smooth(outer, closed=True), smooth(inner, closed=True)
        rim, hole = np.vstack([rim, rim[:1]]), np.vstack([hole, hole[:1]])
        self._pen.polygon(self._placed(np.vstack([rim, hole[::-1]])), fill=ink)
        seam = np.array([rim[0], hole[0]])
        self._pen.line(self._placed(seam), fill=ink, width=2 * OVERSIZE)

    def corners(self, points: Points, ink: Ink) -> None:
        """A filled outline with straight edges."""
        self._pen.polygon(self._placed(np.asarray(points, np.float64)), fill=ink)

    def line(self, points: Points, ink: Ink, width: float) -> None:
        """A smooth open line with round ends; with alpha its joints stay even."""
        curve = smooth(points, closed=False)
        step = np.gradient(curve, axis=0)
        normal = np.stack([-step[:, 1], step[:, 0]], axis=1)
        normal /= np.maximum(np.hypot(normal[:, 0], normal[:, 1]), 1e-9)[:, None]
        taper = np.sin(np.linspace(0.25, np.pi - 0.25, len(curve)))[:, None] ** 0.5
        half = normal * taper * width / 2
        self._pen.polygon(self._placed(np.vstack([curve + half, (curve - half)[::-1]])), fill=ink)

    def oval(self, centre: tuple[float, float], half: tuple[float, float], ink: Ink) -> None:
        """A filled ellipse."""
        angle = np.linspace(0, 2 * np.pi, 40, endpoint=False)
        ring = np.stack([centre[0] + half[0] * np.cos(angle), centre[1] + half[1] * np.sin(angle)], axis=1)
        self._pen.polygon(self._placed(ring), fill=ink)

    def dot(self, centre: tuple[float, float], half: float, ink: Ink) -> None:
        """A small filled circle, upright and quick."""
        x, y = centre[0] * OVERSIZE, centre[1] * OVERSIZE
        reach = half * OVERSIZE
        self._pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=ink)

    def finished(self) -> Colour:
        """The picture at its size, array (height, width, 3)."""
        return np.asarray(self._picture.reduce(OVERSIZE), np.uint8)
