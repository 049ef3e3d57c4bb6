from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

UP, DOWN = 35.0, 50.0
"""Degrees above and below the horizontal that lids usually leave free: the upper lid covers more."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle in a picture, px; ``contrast`` is the mean step of brightness across it, each ray's held down."""

    x: float
    y: float
    radius: float
    contrast: float

    def scaled(self, scale: int) -> "Circle":
        """The same circle in a picture that is ``scale`` times larger; pixel middles stay pixel middles."""
        return Circle(
            (self.x + 0.5) * scale - 0.5, (self.y + 0.5) * scale - 0.5, self.radius * scale, self.contrast
        )


def directions(count: int, *, sides_only: bool = False) -> NDArray[np.float32]:
    """Unit vectors (n, 2) around a circle; ``sides_only`` leaves out what lids usually cover."""
    angle = (np.arange(count) + 0.5) * (2 * np.pi / count)
    if sides_only:
        sine = np.sin(angle)
        angle = angle[(sine > -np.sin(np.radians(UP))) & (sine < np.sin(np.radians(DOWN)))]
    return np.stack([np.cos(angle), np.sin(angle)], axis=1).astype(np.float32)
